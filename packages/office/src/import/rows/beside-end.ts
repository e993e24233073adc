import type { FilePlace } from '../../office-error.ts'
import { readDate } from '../../values/read-date.ts'
import { wholeNumberIn } from '../../values/read-number.ts'
import { keyOf } from '../../values/words.ts'
import type { BesideEnd } from '../ledger/ends.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

const LONGEST = 10

export function besideEnd(end: ReadColumn, row: TableRow, reading: SheetReading): BesideEnd {
  const { yearsIn = [], beganIn = [] } = end.mapped
  const length = cellBeside(yearsIn, end, row, reading)
  const began = cellBeside(beganIn, end, row, reading)
  const years = length && wholeNumberIn(length.text, ['年'])
  const date = began?.readsAs
  return {
    ...(length && { length: { years: years && years <= LONGEST ? years : undefined, place: length.place } }),
    ...(began && date !== undefined && { began: { date, place: began.place } }),
  }
}

/** The cell of the first column called so that is not read for something else and says something in the row. */
function cellBeside(
  names: readonly string[],
  end: ReadColumn,
  row: TableRow,
  reading: SheetReading,
): { text: string; readsAs: string | undefined; place: FilePlace } | undefined {
  const others = reading.columns.filter(({ mapped }) => mapped.fact !== end.mapped.fact)
  const read = new Set(others.map(({ at }) => at))
  const called = reading.found.head.columns.filter(
    (at) => !read.has(at) && names.some((name) => isCalled(at, name)) && isBeside(at, end.at),
  )
  for (const at of called) {
    const cell = row.cells.get(at.column)
    if (!cell || reading.cells.isBlank(cell) || reading.draft.words.none.has(keyOf(cell.text))) continue
    const readsAs = readDate(cell, reading.draft.words.dates)?.value
    return { text: cell.text, readsAs, place: reading.place(row.number, at) }
  }
  return undefined
}

/** Whether two columns may be about the same: the 任期 of 党建指导员 is not that of a branch. */
function isBeside({ headings }: SheetColumn, end: SheetColumn): boolean {
  return headings.length === 1 || headings[0] === end.headings[0]
}
