import { describe, expect, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲衡律师事务所'
const DAY = ['填报日期：2026年9月30日']

describe('debriefings of several years, each in a column of its year', () => {
  const of = (...days: string[]) =>
    Object.fromEntries(days.map((deliveredOn, i) => [2026 - days.length + i, { debriefings: [{ deliveredOn }] }]))

  test.each([
    ['of two years', [['律所名称', '2024年述职时间', '2025年述职时间']], of('2025-01-15', '2026-01-16')],
    [
      'below the years',
      [
        ['律所名称', '2024年', '2025年'],
        ['律所名称', '述职时间', '述职时间'],
      ],
      of('2025-01-15', '2026-01-16'),
    ],
    [
      'of three years',
      [['律所名称', '2023年述职时间', '2024年述职时间', '2025年述职时间']],
      of('2024-01-14', '2025-01-15', '2026-01-16'),
    ],
  ])('%s are of these years', async (_, headings, years) => {
    const days = ['2024.1.14', '2025.1.15', '2026.1.16'].slice(-Object.keys(years).length)
    const result = await importedGrid([DAY, ...headings, [NAME, ...days]])
    expect(firmsIn(result).get(NAME)?.['years']).toEqual(years)
    expect(result.notes).toEqual([])
  })

  test('so they are in the register', async () => {
    const result = await importedGrid([
      DAY,
      ['律师事务所名称', '执业律师数', '2024年述职时间', '2025年述职时间'],
      [NAME, '5', '2025.1.15', '2026.1.16'],
    ])
    expect(firmsIn(result).get(NAME)?.['years']).toEqual(of('2025-01-15', '2026-01-16'))
  })
})
