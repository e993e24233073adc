import { readFileSync } from 'node:fs'
import { utils } from '@e965/xlsx'
import type { PackSource } from '@tiaoli/engine'
import { readWorkbook, type Workbook } from '@tiaoli/office'
import { importWorkbooks, type ImportNote, type ImportOptions, type ImportResult } from '@tiaoli/office/import'
import { readPack } from '../../../scripts/read-pack.ts'
import { compiledPack } from '../../load-packs.ts'
import { bookOf, written, type Value } from '../workbook-file.ts'

export type Grid = readonly (readonly Value[])[]

export const city = compiledPack('ganzhou-2018-32')
export const { plan } = city

export const REGISTER = 'A-律师行业党建工作台账-2026三季度.xlsx'
export const ROSTER = 'B-党员花名册-GBK.csv'

export function fileOf(name: string): Promise<Workbook> {
  return readWorkbook(readFileSync(`test/office/files/${name}`), { name })
}

export async function importedFiles(
  names: readonly string[],
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  return importWorkbooks(await Promise.all(names.map(fileOf)), { plan, ...options })
}

/** A table of one sheet, imported. */
export async function importedGrid(
  grid: readonly (readonly Value[])[],
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  return importedGrids([grid], options)
}

/** Tables, each of one sheet of a file of its own, imported together. */
export async function importedGrids(
  grids: readonly (readonly (readonly Value[])[])[],
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  const books = grids.map((grid) => readWorkbook(written(bookOf(grid)), { name: '表.xlsx' }))
  return importWorkbooks(await Promise.all(books), { plan, ...options })
}

/** Tables in sheets of one file, imported together. */
export async function importedSheets(
  sheets: Readonly<Record<string, Grid>>,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  const book = utils.book_new()
  for (const [name, grid] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(grid.map((row) => [...row])), name)
  return importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan, ...options })
}

/** A pack as if it had no mappings. */
export function withoutMappings(id: string): PackSource {
  const { files, ...source } = readPack(id)
  const others = Object.entries(files).filter(([file]) => !file.startsWith('imports/'))
  return { ...source, files: Object.fromEntries(others) }
}

/** A note by its place and code. */
export function briefly({ place, code, proposal }: ImportNote): string {
  return [place.sheet, place.cell, code, proposal].filter((part) => part !== undefined).join(' ')
}

interface Firm {
  readonly name?: string
  readonly [fact: string]: unknown
}

/** The firms of a ledger by their names. */
export function firmsIn({ ledger }: ImportResult): Map<string, Firm> {
  const counties = (ledger['counties'] ?? []) as { firms?: Firm[] }[]
  return new Map(counties.flatMap(({ firms = [] }) => firms).map((firm, i) => [firm.name ?? `#${String(i)}`, firm]))
}
