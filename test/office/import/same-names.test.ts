import { expect, test } from 'vitest'
import { firmsIn, importedGrid, importedGrids } from './imported.ts'
import type { ImportResult } from '@tiaoli/office/import'

const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数']

const told = ({ notes }: ImportResult) => notes.map(({ code, place, other }) => [code, place.cell, other?.cell])

test('a firm that two counties list is two records, which is told with both cells', async () => {
  const result = await importedGrid([HEAD, ['章贡区', '江西甲律师事务所', 5], ['南康区', '江西甲律师事务所', 6]])
  expect(result.ledger['counties']).toMatchObject([{ firms: [{ lawyers: 5 }] }, { firms: [{ lawyers: 6 }] }])
  expect(told(result)).toEqual([['named-elsewhere', 'B3', 'B2']])
  const files = await importedGrids([
    [HEAD, ['章贡区', '江西乙律师事务所', 5]],
    [HEAD, ['章贡区', '江西丙律师事务所', 5], ['南康区', '江西乙律师事务所', 6]],
  ])
  expect(told(files)).toEqual([['named-elsewhere', 'B3', 'B2']])
})

test('so is one beside another that differs in brackets only', async () => {
  const result = await importedGrid([
    HEAD,
    ['章贡区', '江西正衡律师事务所', 5],
    ['章贡区', '江西正衡（章贡）律师事务所', 6],
  ])
  expect([...firmsIn(result).keys()]).toEqual(['江西正衡律师事务所', '江西正衡（章贡）律师事务所'])
  expect(told(result)).toEqual([['named-alike', 'B3', 'B2']])
})

test('a firm named by its branch is that firm, which is told with both cells', async () => {
  for (const names of [
    ['江西正衡律师事务所', '中共江西正衡律师事务所支部委员会'],
    ['中共江西正衡律师事务所支部委员会', '江西正衡律师事务所'],
  ]) {
    const result = await importedGrid([HEAD, ['章贡区', names[0]!, 5], ['章贡区', names[1]!, 5]])
    expect([...firmsIn(result).keys()]).toEqual(['江西正衡律师事务所'])
    expect(told(result)).toEqual([['named-otherwise', 'B3', 'B2']])
  }
})

test('nothing is told where another table names the firm by its branch', async () => {
  const result = await importedGrids([
    [HEAD, ['章贡区', '江西正衡律师事务所', 5]],
    [
      ['名称', '成立时间', '类别', '是否联合党支部'],
      ['中共江西正衡律师事务所支部委员会', '2015-07-01', '党支部', '否'],
    ],
  ])
  expect(result.notes).toEqual([])
})

test.each([
  ['江西已合律师事务所', '江西己合律师事务所'],
  ['江西赣江源律师事务所', '江西赣源江律师事务所'],
  ['江西明远律师事务所', '江西明远达律师事务所'],
  ['正衡律师事务所', '江西正衡律师事务所'],
])('%s and %s are two records, which is told with both cells', async (one, other) => {
  for (const names of [
    [one, other],
    [other, one],
  ]) {
    const result = await importedGrid([HEAD, ...names.map((name) => ['章贡区', name, 5])])
    expect([...firmsIn(result).keys()]).toEqual(names)
    expect(told(result)).toEqual([['named-alike', 'B3', 'B2']])
  }
})

test('so are those of which one is in another table', async () => {
  const result = await importedGrids([
    [HEAD, ['章贡区', '江西已合律师事务所', 5]],
    [
      ['名称', '成立时间', '类别', '是否联合党支部'],
      ['江西己合律师事务所', '2015-07-01', '党支部', '否'],
    ],
  ])
  expect(told(result)).toEqual([
    ['record-made', 'A2', undefined],
    ['named-alike', 'A2', 'B2'],
    ['unplaced', 'A2', undefined],
  ])
})

test.each(['江西正衡律师所', '江西正衡律所', '江西省正衡律师事务所', '江西省正衡律师所'])(
  '%s is the firm that is elsewhere 江西正衡律师事务所, by the mapping',
  async (name) => {
    const one = await importedGrid([HEAD, ['章贡区', '江西正衡律师事务所', 5], ['章贡区', name, 5]])
    expect([...firmsIn(one).keys()]).toEqual(['江西正衡律师事务所'])
    expect(told(one)).toEqual([['named-otherwise', 'B3', 'B2']])
  },
)

test.each([
  ['江西中和律师事务所', '江西中正律师事务所'],
  ['江西正衡律师事务所章贡分所', '江西正衡律师事务所南康分所'],
])('%s and %s are two firms, and nothing is told', async (one, other) => {
  const result = await importedGrid([HEAD, ['章贡区', one, 5], ['章贡区', other, 5]])
  expect(firmsIn(result).size).toBe(2)
  expect(result.notes).toEqual([])
})

test('a member who leaves for a firm elsewhere makes no firm', async () => {
  const register = [HEAD, ['章贡区', '江西正衡律师事务所', 5]]
  const headings = ['姓名', '转接类型', '转出单位', '转入单位', '转出办理时间', '转入办理时间']
  const result = await importedGrids([
    register,
    [
      headings,
      ['张甲', '转出', '江西正衡律师事务所', '广东大成律师事务所', '2026.3.1', ''],
      ['李乙', '', '江西正衡律师事务所', '广东大成律师事务所', '2026.3.1', ''],
      ['王丙', '转入', '广东大成律师事务所', '江西正衡律师事务所', '2026.3.1', ''],
    ],
  ])
  expect([...firmsIn(result).keys()]).toEqual(['江西正衡律师事务所'])
  expect(firmsIn(result).get('江西正衡律师事务所')).toMatchObject({ transfers: [{ startedOn: '2026-03-01' }] })
  expect(told(result)).toEqual([
    ['row-not-read', 'B2', undefined],
    ['row-of-unknown', 'D3', undefined],
  ])
  const alone = await importedGrid([headings, ['张甲', '转出', '', '广东大成律师事务所', '2026.3.1', '']])
  expect(firmsIn(alone).size).toBe(0)
})
