import type { ReadColumn } from '../table/list-columns.ts'
import { isTotal } from '../table/no-name.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'

/** A page may begin with what it belongs to once more; more often than this, it is written in each row. */
const BLANKS_PER_REPEAT = 3
/** Some that are written once have but one row; where these are many, all others were to be written too. */
const WRITTEN_PER_BLANK = 3

/**
 * Whether a column is written once for the rows below. Where others of its rows repeat what stands above them, or are
 * many for each blank, a blank may as well be forgotten, and nothing says to what its row belongs.
 */
export function isWrittenOnce({ at }: ReadColumn, { draft, sheet, found, columns, cells }: SheetReading): boolean {
  const naming = columns.find(({ mapped }) => mapped.record !== undefined && mapped.record === found.table.row)
  if (!naming) return true
  let [above, blanks, repeats, written] = ['', 0, 0, 0]
  for (const row of sheet.rows) {
    if (row.number <= found.head.lastRow || row.hidden) continue
    const [cell, name] = [at, naming.at].map(({ column }) => row.cells.find((one) => one.column === column))
    const text = cell && !cells.isBlank(cell) ? keyOf(cell.text) : ''
    if (!name || cells.isBlank(name) || draft.words.isNoRow(name.text) || isTotal(name.text)) above = ''
    else if (text === '') blanks++
    else {
      if (cell?.mergedInto === undefined) written++
      if (text === above && cell?.mergedInto === undefined) repeats++
      above = text
    }
  }
  return repeats === 0 ? written < blanks * WRITTEN_PER_BLANK : repeats * BLANKS_PER_REPEAT < blanks
}
