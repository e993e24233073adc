import { withoutYears } from './heading-year.ts'
import type { SheetColumn } from './sheet-column.ts'

const PLAIN = new WeakMap<SheetColumn, SheetColumn>()

/** A column without the year that its headings name: the same for every table that is looked for. */
export function withoutYear(column: SheetColumn): SheetColumn {
  const known = PLAIN.get(column)
  if (known) return known
  const plain = { ...column, headings: withoutYears(column.headings) }
  PLAIN.set(column, plain)
  return plain
}
