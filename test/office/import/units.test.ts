import { describe, expect, it, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'

async function spend(head: string, heading: string, cell: number): Promise<unknown> {
  const result = await importedGrid([
    [`填报日期：2026年6月30日`, head],
    ['县（市、区）', '律师事务所名称', '执业律师数', heading],
    ['章贡区', '江西甲一律师事务所', 12, cell],
  ])
  const years = firmsIn(result).get('江西甲一律师事务所')!['years'] as Record<string, { spend?: unknown }> | undefined
  return years?.['2025']?.spend
}

it.each([
  ['单位：元', '上年度党建经费支出', 15_000, 1_500_000],
  ['金额单位：元', '上年度党建经费支出', 15_000, 1_500_000],
  ['单位：家、人、元', '上年度党建经费支出', 15_000, 1_500_000],
  ['', '上年度党建经费支出（单位：元）', 15_000, 1_500_000],
  ['单位：万元', '上年度党建经费支出（元）', 15_000, 1_500_000],
  ['单位：千元', '上年度党建经费支出', 15, undefined],
  ['', '上年度党建经费支出（千元）', 15, undefined],
  ['', '上年度党建经费支出', 1.5, 1_500_000],
  ['单位：元、万元', '上年度党建经费支出', 15_000, undefined],
  ['单位：万元/元', '上年度党建经费支出', 1.5, undefined],
  ['单位：元或万元', '上年度党建经费支出', 1.5, undefined],
  ['党建经费情况（元）（万元）', '上年度党建经费支出', 1.5, undefined],
  ['单位：元、万元', '上年度党建经费支出（元）', 15_000, 1_500_000],
  ['', '上年度党建经费支出[元]', 800, 80_000],
  ['', '上年度党建经费支出【元】', 800, 80_000],
  ['', '上年度党建经费支出〔单位：元〕', 800, 80_000],
  ['', '上年度党建经费支出（人民币元）', 800, 80_000],
  ['', '上年度党建经费支出（决算）（元）', 800, 80_000],
  ['', '上年度党建经费支出（决算，元）', 800, 80_000],
  ['', '上年度党建经费支出（RMB）', 800, undefined],
  ['', '上年度党建经费支出[千元]', 800, undefined],
  ['金额：元', '上年度党建经费支出', 800, 80_000],
  ['单位元', '上年度党建经费支出', 800, 80_000],
  ['【元】', '上年度党建经费支出', 800, 80_000],
  ['（千元）', '上年度党建经费支出', 800, undefined],
  ['单位：赣州市司法局  （元）', '上年度党建经费支出', 800, 80_000],
])(
  'an amount is in the unit that its heading names, or the form, or the mapping: %s %s',
  async (head, heading, cell, amount) => {
    expect(await spend(head, heading, cell)).toBe(amount)
  },
)

describe('the unit in the title alone', () => {
  test.each([
    ['党建经费使用情况（元）', 15_000, 1_500_000],
    ['党建经费使用情况（单位：元）', 15_000, 1_500_000],
    ['党建经费使用情况（万元）', 1.5, 1_500_000],
  ])('is that of the table: %s', async (title, spent, value) => {
    const result = await importedGrid([[title], ['年度', '律师事务所名称', '支出'], [2025, '甲律师事务所', spent]])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ years: { 2025: { spend: value } } })
  })
})
