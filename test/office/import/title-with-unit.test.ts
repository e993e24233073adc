import { expect, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲律师事务所'

test.each([
  '2025年度律所党建经费情况表（单位：万元）',
  '2025年律所党建经费情况表 (单位:万元)',
  '2025年度律所党建经费情况表',
])('the year in a title is read beside the unit in its brackets: %s', async (title) => {
  const result = await importedGrid([
    [title],
    ['序号', '律师事务所名称', '党建经费预算（万元）', '党建经费支出（万元）'],
    [1, NAME, 5, 4.8],
  ])
  expect(firmsIn(result).get(NAME)).toHaveProperty('years.2025.spend', 4_800_000)
})
