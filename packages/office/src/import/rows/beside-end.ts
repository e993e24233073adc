import { readDate } from '../../values/read-date.ts'
import { keyOf } from '../../values/words.ts'
import type { MayHaveBegun } from '../ledger/ends.ts'
import { isBeganIn } from '../columns/began-in.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

/** When the period of an end may have begun: by the first column called so that says something in the row and is not read for something else. */
export function besideEnd(end: ReadColumn, row: TableRow, reading: SheetReading): MayHaveBegun | undefined {
  const others = reading.columns.filter(({ mapped }) => mapped.fact !== end.mapped.fact)
  const read = new Set(others.map(({ at }) => at))
  const called = reading.found.head.columns.filter((at) => !read.has(at) && isBeganIn(at, end))
  for (const at of called) {
    const cell = row.cells.get(at.column)
    if (!cell || reading.cells.isBlank(cell) || reading.draft.words.none.has(keyOf(cell.text))) continue
    const date = readDate(cell, reading.draft.words.dates)?.value
    const heading = at.headings.at(-1)!
    return date === undefined ? undefined : { date, heading, place: reading.place(row.number, at) }
  }
  return undefined
}
