import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, type Grid } from './imported.ts'

const FIRST: Grid = [
  ['赣州市律师行业党建工作台账'],
  ['填报日期：2026年9月30日'],
  ['序号', '律师事务所名称', '党员总数', '主任'],
  [1, '江西甲衡律师事务所', 5, '王建国'],
  [2, '江西乙正律师事务所', 4, '李朋'],
]
const HEAD = ['序号', '联合党支部名称', '成立时间', '书记', '成员单位', '覆盖律所数']
const SECOND: Grid = [HEAD, [1, '章贡区第一联合党支部', '2019.3', '赵云', '江西丙维律师事务所、江西丁和律师事务所', 2]]
const TITLE = ['联合党支部']

describe('of two tables above each other the first is read, and the second told, where', () => {
  test.each<[string, Grid]>([
    ['a title begins the second', [TITLE]],
    ['a total and an empty row are between them', [['合计', '', 9], [], TITLE]],
    ['a note is between them', [['合计', '', 9], ['注：李朋为预备党员'], [], ['二、联合党支部']]],
    ['nothing but an empty row is', [[]]],
    ['nothing is', []],
  ])('%s', async (_, between) => {
    const result = await importedGrid([...FIRST, ...between, ...SECOND])
    expect([...firmsIn(result).keys()]).toEqual(['江西甲衡律师事务所', '江西乙正律师事务所'])
    const headings = result.columns.map(({ heading }) => heading).join(' ')
    expect(headings).not.toMatch(/江西|李朋|合计/)
    const row = FIRST.length + between.length + 1
    expect(result.notes.map(briefly)).toContain(`台账 A${String(row)} other-table`)
  })
})

test('headings of months and years are no rows of data', async () => {
  const head: Grid = [
    ['律师事务所名称', '执业律师数', '党建经费支出（万元）', '', ''],
    ['', '', 2024, 2025, ''],
  ]
  const result = await importedGrid([['填报日期：2026年9月30日'], ...head, ['江西甲衡律师事务所', 5, 1, 2]])
  expect(firmsIn(result).get('江西甲衡律师事务所')).toMatchObject({ lawyers: 5, years: { 2025: { spend: 2_000_000 } } })
})
