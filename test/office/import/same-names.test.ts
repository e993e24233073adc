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
