import { keyOf } from '../../values/words.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { RowCells } from './row-cells.ts'
import { waitsFor } from './waits-for.ts'
import { whoIsIn } from './who-is-named.ts'

/**
 * The columns that are not to be read in a row, for they are about somebody of whom it is not known who it is: a post
 * beside 待补选 may be that of the last secretary, or of who stands in. Each is told.
 *
 * @param mistaken the columns of persons that are not read for another reason
 */
export function ofNobodyKnown(
  row: TableRow,
  read: readonly ReadColumn[],
  mistaken: ReadonlySet<ReadColumn>,
  reading: SheetReading,
  cells: RowCells,
): ReadonlySet<ReadColumn> {
  const waiting = new Set<ReadColumn>()
  for (const named of read) {
    const { person } = named.mapped
    if (person === undefined || !(mistaken.has(named) || isOfNobody(named, row, reading, cells))) continue
    for (const column of read) {
      if (column.at === named.at || mistaken.has(column) || waiting.has(column) || !isAbout(column, person)) continue
      waiting.add(column)
      const cell = cells.cell(column, row)
      if (!cell || reading.draft.words.none.has(keyOf(cell.text))) continue
      const place = reading.place(row.number, column.at)
      if (!reading.cells.refuseUnreadable(cell, place))
        reading.draft.note('waits-for-other', place, waitsFor([named.at]))
    }
  }
  return waiting
}

/** Whether a cell of persons has something, and names nobody. Words with a meaning say themselves what is so. */
function isOfNobody(column: ReadColumn, row: TableRow, reading: SheetReading, cells: RowCells): boolean {
  const cell = cells.cell(column, row)
  if (!cell) return false
  const meaning = cells.match(column.mapped, cell.text)?.meaning
  if (typeof meaning === 'object' && meaning !== null) return false
  const who = whoIsIn(row, column, reading, cells)
  return typeof who !== 'object' || !('name' in who)
}

/** Whether a column is about who has an id, and does not name that person. */
export function isAbout({ mapped }: ReadColumn, id: string): boolean {
  const facts = factsGivenBy(mapped)
  const group = id.slice(0, id.lastIndexOf('.') + 1)
  return mapped.person === undefined && facts.length > 0 && facts.every((fact) => fact.startsWith(group))
}
