import { describe, expect, test } from 'vitest'
import type { ImportResult } from '@tiaoli/office/import'
import { briefly, firmsIn, importedGrids, importedSheets, type Grid } from './imported.ts'

const [A, B] = ['江西甲合律师事务所', '江西乙合律师事务所']
const [MARCH, SEPTEMBER] = ['填报日期：2026-03-31', '填报日期：2026-09-30']

const codesIn = ({ notes }: ImportResult) => notes.map(briefly).filter((note) => !note.includes('head-day'))

describe('two sheets of one form', () => {
  const HEAD = ['律师事务所名称', '执业律师数', '指导员姓名', '指导员选派时间', '上年度党建经费支出', '上年度述职']
  const older = [[MARCH], HEAD, [A, 5, '高飞', '2024-03', 3, '2025-12-12'], [B, 3, '', '', '', '']]
  const newer = [[SEPTEMBER], HEAD, [A, 7, '陈新', '2026-05', 4, '']]

  test.each<[string, () => Promise<ImportResult>]>([
    ['sheets', () => importedSheets({ 表一: older, 表二: newer })],
    ['sheets, the newer one first', () => importedSheets({ 表一: newer, 表二: older })],
    ['files', () => importedGrids([older, newer])],
  ])('of different days: the newer row counts, and the other tells only what it does not (%s)', async (_, imported) => {
    const result = await imported()
    expect(firmsIn(result).get(A)).toMatchObject({
      lawyers: 7,
      instructors: [{ from: '2026-05', to: null }],
      years: { '2025': { spend: 4_000_000, debriefings: [{ deliveredOn: '2025-12-12' }] } },
    })
    expect(firmsIn(result).get(B)).toMatchObject({ lawyers: 3 })
    const [told, ...others] = result.notes.filter(({ code }) => code === 'row-earlier')
    expect(told).toMatchObject({ severity: 'info', place: { cell: 'A3' }, other: { cell: 'A3' } })
    expect(others).toEqual([])
    expect(result.notes.map(({ code }) => code)).not.toContain('contradiction')
  })

  test('of years of which each tells: both are read', async () => {
    const before = [['填报日期：2025-12-31'], HEAD, [A, 5, '', '', 3, '2025-01-12']]
    const result = await importedGrids([before, newer])
    expect(firmsIn(result).get(A)).toMatchObject({
      lawyers: 7,
      years: {
        '2024': { spend: 3_000_000, debriefings: [{ deliveredOn: '2025-01-12' }] },
        '2025': { spend: 4_000_000 },
      },
    })
  })

  test.each([[''], [SEPTEMBER]])(
    'of which no day says which is newer leave open what they differ in: %j',
    async (day) => {
      const table = (lawyers: number) => [[day], ['律师事务所名称', '执业律师数', '党员总数'], [A, lawyers, 4]]
      const result = await importedSheets({ 表一: table(5), 表二: table(7) })
      expect(firmsIn(result).get(A)).toMatchObject({ members: { all: 4 } })
      expect(firmsIn(result).get(A)).not.toHaveProperty('lawyers')
      expect(codesIn(result)).toEqual(['表二 B3 contradiction'])
    },
  )
})

describe('a debriefing that two rows tell of', () => {
  const BRANCH = `${A}党支部`
  const debriefings = (...rows: string[][]) => [['2025年度党组织书记述职评议情况表'], ['支部名称', '述职时间'], ...rows]
  const inRegister = (cell: string) => [[MARCH], ['律师事务所名称', '执业律师数', '上年度述职'], [A, 5, cell]]
  const yearsIn = (result: ImportResult) => firmsIn(result).get(A)?.['years']

  test.each<[string, Record<string, Grid>]>([
    ['rows', { 表一: debriefings([BRANCH, '2025-12-15'], [BRANCH, '2025-12-15']) }],
    ['sheets', { 表一: debriefings([BRANCH, '2025-12-15']), 表二: debriefings([BRANCH, '2025年12月']) }],
    ['forms', { 台账: inRegister('√'), 表二: debriefings([BRANCH, '2025-12-15']) }],
  ])('is one where the %s agree', async (_, sheets) => {
    const result = await importedSheets(sheets)
    expect(yearsIn(result)).toEqual({ '2025': { debriefings: [{ deliveredOn: '2025-12-15' }] } })
  })

  test('has no day, which is told, where they do not', async () => {
    const result = await importedSheets({
      表一: debriefings([BRANCH, '2025-12-15']),
      表二: debriefings([BRANCH, '2025-12-16']),
    })
    expect(yearsIn(result)).toEqual({ '2025': { debriefings: [{}] } })
    expect(codesIn(result)).toEqual(['表二 B3 contradiction'])
  })

  test('is left open, which is told, where one says that there was none', async () => {
    const result = await importedSheets({ 台账: inRegister('×'), 表二: debriefings([BRANCH, '2025-12-15']) })
    expect(yearsIn(result)).toEqual({ '2025': {} })
    expect(codesIn(result)).toEqual(['台账 C3 contradiction'])
  })

  test('is of the year that the form names, on whatever day it was', async () => {
    const result = await importedSheets({ '2025年': [[MARCH], ['支部名称', '述职时间'], [BRANCH, '2026-01-15']] })
    expect(yearsIn(result)).toEqual({ '2025': { debriefings: [{ deliveredOn: '2026-01-15' }] } })
    for (const heading of ['上年度述职', '上年度述职时间', '2025年度书记述职时间']) {
      const register = await importedSheets({
        台账: [[MARCH], ['律师事务所名称', '执业律师数', heading], [A, 5, '2026-01-15']],
      })
      expect(yearsIn(register)).toEqual({ '2025': { debriefings: [{ deliveredOn: '2026-01-15' }] } })
    }
  })

  test('is of last year under a heading that says so, in a table of debriefings', async () => {
    const result = await importedSheets({
      台账: [[MARCH], ['律师事务所名称', '执业律师数'], [A, 5]],
      述职: [[MARCH], ['支部名称', '上年度述职时间'], [BRANCH, '2026-01-15']],
    })
    expect(yearsIn(result)).toEqual({ '2025': { debriefings: [{ deliveredOn: '2026-01-15' }] } })
  })
})
