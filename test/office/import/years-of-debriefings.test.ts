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

describe('whether there was one, and when, in two columns', () => {
  const read = async (...rows: string[][]) => {
    const names = rows.map((_, i) => `江西${'甲乙丙'[i]!}衡律师事务所`)
    const result = await importedGrid([
      DAY,
      ['律所名称', '执业律师数', '2025年度是否述职', '2025年度述职时间'],
      ...rows.map((row, i) => [names[i]!, '5', ...row]),
    ])
    const years = names.map((name) => (firmsIn(result).get(name)?.['years'] as Record<string, unknown>)?.['2025'])
    return { years, notes: result.notes.map(({ code, place, other }) => [code, place.cell, other?.cell]) }
  }

  test('are read together', async () => {
    const { years, notes } = await read(['是', '2026.1.15'], ['否', ''], ['是', ''])
    expect(years).toEqual([
      { debriefings: [{ deliveredOn: '2026-01-15' }] },
      { debriefings: [] },
      { debriefings: [expect.anything()] },
    ])
    expect(notes).toEqual([])
  })

  test('are told where they clash, and neither is in the ledger', async () => {
    const { years, notes } = await read(['否', '2026.1.15'], ['是', '2026.1.16'])
    expect(years[0]).toEqual({})
    expect(years[1]).toEqual({ debriefings: [{ deliveredOn: '2026-01-16' }] })
    expect(notes).toEqual([['contradiction', 'C3', 'D3']])
  })
})
