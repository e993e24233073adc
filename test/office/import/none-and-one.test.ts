import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'

const ON = { on: '2026-09-30' }
const PINE = '江西青松律师事务所'
const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数', '组建形式']

describe('that a firm has no organization in one table and one in another', () => {
  const tableOf = (form: string) => [HEAD, ['章贡区', PINE, 5, form]]

  test('leaves open whether it has one, though neither names it', async () => {
    for (const forms of [
      ['未建', '单独'],
      ['单独', '未建'],
    ]) {
      const result = await importedGrids(forms.map(tableOf), ON)
      expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
      expect(firmsIn(result).get(PINE)).toMatchObject({ jointBranch: null })
      expect(result.notes.map(briefly)).toEqual(['台账 D2 contradiction'])
      expect(result.notes[0]?.other).toMatchObject({ cell: 'D2' })
    }
  })

  test('leaves open whether it is in a joint branch', async () => {
    const result = await importedGrids(['未建', '联合'].map(tableOf), ON)
    expect(firmsIn(result).get(PINE)).toMatchObject({ organization: null })
    expect(firmsIn(result).get(PINE)).not.toHaveProperty('jointBranch')
  })

  test('leaves out what a third says of it, which is told', async () => {
    const named = [
      [...HEAD, '党组织名称', '党组织成立时间'],
      ['章贡区', PINE, 5, '单独', `${PINE}党支部`, '2015-03-12'],
    ]
    const result = await importedGrids([tableOf('未建'), tableOf('单独'), named], ON)
    expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
    expect(result.notes.map(briefly)).toEqual([
      '台账 D2 contradiction',
      '台账 E2 contradiction',
      '台账 F2 contradiction',
    ])
  })
})

test('a form without a name says that there is an organization, and nothing else of it', async () => {
  const result = await importedGrid([HEAD, ['章贡区', PINE, 5, '单独']], ON)
  expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
  expect(result.notes).toEqual([])
})

describe('that a firm has no organization in a row that says something of one', () => {
  const COLUMNS = ['党组织名称', '党组织成立时间', '支委人数', '书记姓名']

  test('leaves open whether it has one, and each cell is told with that', async () => {
    const filled = [`${PINE}党支部`, '2015-03-12', 3, '王小明']
    for (const [i, value] of filled.entries()) {
      const cells = filled.map((_, n) => (n === i ? value : ''))
      const result = await importedGrid(
        [
          [...HEAD, ...COLUMNS],
          ['章贡区', PINE, 5, '未建', ...cells],
        ],
        ON,
      )
      expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
      expect(firmsIn(result).get(PINE)).not.toHaveProperty('jointBranch')
      expect(result.notes.map(briefly)).toEqual([`台账 ${'EFGH'[i]!}2 contradiction`])
      expect(result.notes[0]?.other).toMatchObject({ cell: 'D2' })
    }
  })

  test('is the same where the column of names says so', async () => {
    const result = await importedGrid(
      [
        ['县（市、区）', '律师事务所名称', '执业律师数', ...COLUMNS],
        ['章贡区', PINE, 5, '无', '2015-03-12', 3, '王小明'],
      ],
      ON,
    )
    expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
    expect(result.notes.map(briefly)).toEqual([
      '台账 E2 contradiction',
      '台账 F2 contradiction',
      '台账 G2 contradiction',
    ])
  })

  test('stays where they say that there is nothing', async () => {
    for (const cells of [
      ['无', '/', 0, '无'],
      ['', '', '', ''],
      ['筹建中', '', '', ''],
    ]) {
      const result = await importedGrid(
        [
          [...HEAD, ...COLUMNS],
          ['章贡区', PINE, 5, '未建', ...cells],
        ],
        ON,
      )
      expect(firmsIn(result).get(PINE)).toMatchObject({ organization: null, jointBranch: null })
    }
  })
})
