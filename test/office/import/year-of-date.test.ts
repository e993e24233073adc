import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const NAME = '江西甲衡律师事务所'
const DAY: Value[] = ['填报日期：2026年9月30日']

async function underHeading(heading: string, day: string) {
  const result = await importedGrid([DAY, ['律师事务所名称', '执业律师数', heading], [NAME, 5, day]])
  return { years: firmsIn(result).get(NAME)?.['years'], notes: result.notes.map(briefly) }
}

describe('a day that does not fit the year of its column', () => {
  test.each([
    ['上年度述职', '2025.1.15'],
    ['上年度述职', '2025年3月'],
    ['上年度述职', '2024.12.20'],
    ['2024年述职时间', '2026.1.15'],
    ['2025年民主评议党员', '2025.2.1'],
  ])('%s, %s is told and left open', async (heading, day) => {
    expect(await underHeading(heading, day)).toEqual({ years: undefined, notes: ['台账 C3 year-not-that-of-date'] })
  })

  test('so it is in a list of that year', async () => {
    const list = [['2025年度党组织书记述职评议情况表'], ['支部名称', '述职时间'], [`${NAME}党支部`, '2025年1月15日']]
    const result = await importedGrids([[DAY, ['律师事务所名称', '执业律师数'], [NAME, 5]], list])
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('years')
    expect(result.notes.map(briefly)).toEqual(['台账 B3 year-not-that-of-date'])
  })

  test.each([
    ['上年度述职', '2026.1.15', 2025],
    ['上年度述职', '2025.12.20', 2025],
    ['上年度述职', '2025年', 2025],
    ['2024年述职时间', '2025.1.15', 2024],
  ])('%s, %s fits', async (heading, day, year) => {
    const { years, notes } = await underHeading(heading, day)
    expect(years).toHaveProperty(String(year))
    expect(notes).toEqual([])
  })
})
