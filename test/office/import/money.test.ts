import { guessMapping } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import { bookOf, written } from '../workbook-file.ts'
import { firmsIn, importedGrid, plan, type Grid } from './imported.ts'

const NAME = '江西青松律师事务所'
const ON = { on: '2026-09-30' }

/** What the years of the firm have, as the pack reads it, and as it is guessed. */
async function yearsIn(grid: Grid) {
  const book = await readWorkbook(written(bookOf(grid)), { name: '表.xlsx' })
  const guessed = await importedGrid(grid, { ...ON, mapping: guessMapping([book], plan) })
  return [await importedGrid(grid, ON), guessed].map((result) => firmsIn(result).get(NAME)?.['years'])
}

test.each([
  [1200.34, 120_034],
  [1000.15, 100_015],
  [1200.345, undefined],
  ['1200.345', undefined],
])('%j 元 is %j 分: less than the smallest unit is not rounded', async (amount, spend) => {
  const result = await importedGrid(
    [
      ['律师事务所名称', '2025年度党建经费支出（元）'],
      [NAME, amount],
    ],
    ON,
  )
  const { years = {} } = firmsIn(result).get(NAME) as { years?: Record<string, { spend?: number }> }
  expect(years['2025']?.spend).toBe(spend)
})

describe('a register of money for Party building', () => {
  test.each([
    [
      'under headings that are years',
      [
        ['', '2024年', '', '2025年', ''],
        ['律师事务所名称', '预算（元）', '支出（元）', '预算（元）', '支出（元）'],
        [NAME, 20000, 18000, 30000, 28000],
      ],
      { 2024: { budget: 2000000, spend: 1800000 }, 2025: { budget: 3000000, spend: 2800000 } },
    ],
    [
      'of the year of its title, in the unit of the form',
      [
        ['党建经费使用情况表（2025年度）', '', ''],
        ['单位：万元', '', ''],
        ['律师事务所名称', '年度预算', '实际支出'],
        [NAME, 2, 1.8],
      ],
      { 2025: { budget: 2000000, spend: 1800000 } },
    ],
    [
      'of years in the names of columns',
      [
        ['律师事务所名称', '2025年度预算（万元）', '2025年度实际支出（万元）', '2026年度预算（万元）'],
        [NAME, 2, 1.8, 3],
      ],
      { 2025: { budget: 2000000, spend: 1800000 }, 2026: { budget: 3000000 } },
    ],
    [
      'of years in a column',
      [
        ['律所', '年度', '预算金额（元）', '支出金额（元）', '返还党费（元）'],
        [NAME, 2024, 20000, 17000, 500],
        [NAME, 2025, 20000, 18000, 600],
      ],
      {
        2024: { budget: 2000000, spend: 1700000, duesReturned: 50000 },
        2025: { budget: 2000000, spend: 1800000, duesReturned: 60000 },
      },
    ],
    [
      'of last year and this one',
      [
        ['律师事务所名称', '上年度支出（元）', '本年度预算（元）'],
        [NAME, 18000, 20000],
      ],
      { 2025: { spend: 1800000 }, 2026: { budget: 2000000 } },
    ],
  ])('is read: %s', async (_, grid, years) => {
    expect(await yearsIn(grid)).toEqual([years, years])
  })

  test('says of which year and unit it is, or leaves it out', async () => {
    expect(
      await yearsIn([
        ['律师事务所名称', '预算', '支出'],
        [NAME, 20000, 18000],
      ]),
    ).toEqual([undefined, undefined])
    expect(
      await yearsIn([
        ['党建经费台账（2026年第三季度）', '', ''],
        ['律师事务所名称', '预算（元）', '支出（元）'],
        [NAME, 20000, 18000],
      ]),
    ).toEqual([undefined, undefined])
  })

  test('says whether money was budgeted or spent, or is told', async () => {
    const { columns, ledger } = await importedGrid(
      [
        ['律师事务所名称', '执业律师数', '上年度党建经费（元）'],
        [NAME, 5, 18000],
      ],
      ON,
    )
    expect(JSON.stringify(ledger)).not.toContain('years')
    expect(columns.at(-1)?.why?.zh).toContain('没有写明是预算还是支出')
  })
})
