import { looksPersonal } from '../../looks-personal.ts'
import { readPerson, type PersonReading } from '../../person/read-person.ts'
import type { RowCells } from './row-cells.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'

/** Who a text in a column of persons names: `nobody` where it says so. */
export function whoIsNamed(
  { at, mapped }: ReadColumn,
  text: string,
  { draft }: SheetReading,
  cells: RowCells,
): PersonReading | 'nobody' {
  if (draft.words.none.has(keyOf(text)) || cells.match(mapped, text)?.meaning === null) return 'nobody'
  const { meanings } = draft.names
  return readPerson(text, [...at.headings, ...mapped.headings], {
    isOther: (letters) => meanings.beginWithListed(letters),
    words: meanings.persons,
  })
}

/** The same of the cell of a row; undefined where there is nothing, or nothing that can be read. */
export function whoIsIn(
  row: TableRow,
  column: ReadColumn,
  reading: SheetReading,
  cells: RowCells,
): PersonReading | 'nobody' | undefined {
  const cell = cells.cell(column, row)
  const isRead = cell && cell.kind !== 'error' && looksPersonal(cell.text) === undefined
  return isRead ? whoIsNamed(column, cell.text, reading, cells) : undefined
}
