import { describe, expect, test } from 'vitest'
import { readMapping, type ImportResult } from '@tiaoli/office/import'
import { compiledPack, readPack } from '../../load-packs.ts'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const HEADINGS = ['律所名称', '执业律师数', '上年度党建经费支出（万元）']

function form(day: string | undefined, firm: string): Value[][] {
  return [...(day === undefined ? [] : [[`填报日期：${day}`]]), HEADINGS, [firm, 5, 3]]
}

function yearsOf(result: ImportResult, firm: string): unknown {
  return firmsIn(result).get(firm)?.['years']
}

/** Without those that another table should have named the firm before. */
function notesOf({ notes }: ImportResult): string[] {
  return notes.filter(({ code }) => code !== 'record-made').map(briefly)
}

describe('forms of different days', () => {
  test('count the year before, each from its own day, and the day that is taken is told', async () => {
    const result = await importedGrids([form('2025-12-31', '甲律师事务所'), form('2026年3月31日', '乙律师事务所')])
    expect(result.ledger['on']).toBe('2026-03-31')
    expect(yearsOf(result, '甲律师事务所')).toEqual({ 2024: { spend: 3_000_000 } })
    expect(yearsOf(result, '乙律师事务所')).toEqual({ 2025: { spend: 3_000_000 } })
    const notes = result.notes.filter(({ code }) => code.startsWith('head-'))
    expect(notes.map(briefly)).toEqual(['台账 head-day-differs'])
    expect(notes[0]!.text.zh).toMatch(/2025年12月31日.*2026年3月31日/)
  })

  test('do not say which year is meant in a form without a day', async () => {
    const result = await importedGrids([
      form('2025-12-31', '甲律师事务所'),
      form('2026-03-31', '乙律师事务所'),
      form(undefined, '丙律师事务所'),
    ])
    expect(yearsOf(result, '丙律师事务所')).toBeUndefined()
    expect(notesOf(result)).toContain('台账 C2 year-not-known')
  })

  test('count from their own days also where the day of the ledger is given', async () => {
    const forms = [form('2025-12-31', '甲律师事务所'), form(undefined, '乙律师事务所')]
    const result = await importedGrids(forms, { on: '2026-09-30' })
    expect(yearsOf(result, '甲律师事务所')).toEqual({ 2024: { spend: 3_000_000 } })
    expect(yearsOf(result, '乙律师事务所')).toEqual({ 2025: { spend: 3_000_000 } })
    expect(notesOf(result)).toEqual(['台账 head-day-differs'])
  })
})

test('a form with no day of its own has that of the others', async () => {
  const result = await importedGrids([form('2026-03-31', '甲律师事务所'), form(undefined, '乙律师事务所')])
  expect(yearsOf(result, '乙律师事务所')).toEqual({ 2025: { spend: 3_000_000 } })
  expect(notesOf(result)).toEqual([])
})

test('a day that cannot be read is told as such, and counts no years', async () => {
  const result = await importedGrids([form('2026-03-31', '甲律师事务所'), form('年底', '乙律师事务所')])
  expect(yearsOf(result, '乙律师事务所')).toBeUndefined()
  expect(notesOf(result)).toEqual(['台账 head-day', '台账 C3 year-not-known'])
})

describe('a form of an office that the mapping does not know', () => {
  const gridOf = (...attested: string[][]): Value[][] => [
    ['填报单位：某某厅', '填报日期：2026-03-31'],
    ['律师事务所名称', '执业律师数', ...attested.map(([heading = '']) => heading)],
    ['甲律师事务所', 5, ...attested.map(([, value = '']) => value)],
  ]
  const GRID = gridOf()

  test('is told where a column of the table has what somebody attests, and not where none has', async () => {
    expect(notesOf(await importedGrid(gridOf(['专门场所', '有'])))).toEqual(['台账 head-role'])
    expect(notesOf(await importedGrid(GRID))).toEqual([])
  })

  test('an office that stamps the form is the same', async () => {
    const [, ...rows] = gridOf(['专门场所', '有'])
    const grid = [['填报单位：大余县司法局（盖章）', '填报日期：2026-03-31'], ...rows]
    const result = await importedGrid(grid)
    expect(notesOf(result)).toEqual([])
    expect(firmsIn(result).get('甲律师事务所')?.['venue']).toMatchObject({ attestedBy: 'county-bureau' })
  })

  test('is nothing to tell where the pack has none', async () => {
    const { plan } = compiledPack('playground-safety')
    const title = { en: 'Register' }
    const columns = [{ headings: ['Name'], record: 'playground' }]
    const tables = [{ title, has: ['Name'], row: 'playground', columns }]
    const mapping = readMapping(
      JSON.stringify({ id: 'register', title, head: { by: ['From'] }, tables }),
      readPack('playground-safety'),
    )
    const grid = [['From: the clerk'], ['Name'], ['Beach Road Reserve'], ['Mill Lane']]
    expect(notesOf(await importedGrid(grid, { plan, mapping }))).toEqual([])
  })
})

describe('an office of the city', () => {
  test.each([
    ['瑞金市司法局', 'county-bureau'],
    ['龙南市司法局', 'county-bureau'],
    ['于都县司法局', 'county-bureau'],
    ['赣州市司法局', 'city-bureau'],
    ['赣州市律师行业党委', 'city-committee'],
  ])('%s is known', async (office, attestedBy) => {
    const result = await importedGrid([
      [`填报单位：${office}`, '填报日期：2026-03-31'],
      ['律师事务所名称', '执业律师数', '有无专门场所'],
      ['甲律师事务所', 5, '有'],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ venue: { value: true, attestedBy } })
  })
})
