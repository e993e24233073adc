import type { ImportColumn, ImportFile, ImportTable } from '@tiaoli/engine/plan'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import type { ColumnMeaning } from './column-choices.ts'

/** What a person says of a column: what it gives, or that it gives nothing. */
export interface ColumnCorrection {
  /** The table that it is in, by its order in the mapping. */
  readonly table: number
  /** Its headings from the top. */
  readonly headings: readonly string[]
  readonly gives: readonly ColumnMeaning[]
  /** A name by which other columns of the table speak of it. */
  readonly called?: string
}

/** A mapping that reads columns as a person says, and everything else as before. */
export function correctMapping(mapping: ImportFile, corrections: readonly ColumnCorrection[]): ImportFile {
  const tables = mapping.tables.map((table, i) =>
    corrections.filter((correction) => correction.table === i).reduce(correctTable, table),
  )
  return { ...mapping, tables }
}

function correctTable(table: ImportTable, { headings, gives, called }: ColumnCorrection): ImportTable {
  const heading = headings.at(-1)
  if (heading === undefined) return table
  const column: SheetColumn = { column: 0, headings, address: '' }
  const before = table.columns ?? []
  const columns = before.flatMap((one): ImportColumn[] => {
    if (!one.headings.some((name) => isCalled(column, name, one.under))) return [one]
    const others = one.headings.filter((name) => !isCalled(column, name, one.under))
    return others.length > 0 ? [{ ...one, headings: others }] : []
  })
  const [under] = headings.length > 1 ? headings : []
  const names = called === undefined || called === heading ? [heading] : [heading, called]
  const named = { headings: names, ...(under === undefined ? {} : { under }) }
  const own = gives.length > 0 ? gives.map((meaning) => ({ ...named, ...meaning })) : [{ ...named, unused: NOT_USED }]
  // The table is still known by this column, whatever it was called in the mapping.
  const nameNow = (name: string) => {
    const said = before.find((one) => one.headings.includes(name))
    return said?.headings.some((other) => isCalled(column, other, said.under)) ? heading : name
  }
  const has = table.has.map((name) => (typeof name === 'string' ? nameNow(name) : name.map(nameNow)))
  return { ...table, has, columns: [...own, ...columns] }
}

const NOT_USED = { zh: '选定不用。', en: 'Chosen not to be used.' }
