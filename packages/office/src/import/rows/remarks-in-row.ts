import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import { bareName } from '../names/bare-name.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

/** What somebody wrote beside what is asked for: in a cell that no column reads, or in the comment on one. */
export interface Remark {
  readonly text: string
  readonly place: FilePlace
  readonly column: number
  /** The headings over it, from the top; none over a comment. */
  readonly headings: readonly string[]
  /**
   * A comment on a cell, a cell for remarks or without a heading, one under a heading that is not known, or one whose known
   * heading says why it is not read; brackets behind a name, which the mapping may have; and a sentence beside the table
   * that is on the row.
   */
  readonly kind: 'comment' | 'cell' | 'unknown' | 'unused' | 'name' | 'known-name' | 'sentence'
}

/** Who wrote a comment, as spreadsheets begin it. */
const AUTHOR = /^[^\n:：]{1,40}[:：]\s*\n/u

/** Words that something was done, or is to be: what says so answers no heading that is known, and not read. */
const DONE_OR_TO_BE = /已|补[开办建述评报做]|拟|待/u

/** The remarks of a row, from the left. */
export function remarksIn(row: TableRow, reading: SheetReading): Remark[] {
  const { columns, asides, cells, found } = reading
  const read = new Set(columns.flatMap(({ at, mapped }) => (mapped.remark ? [] : [at.column])))
  const matched = new Set([...found.matches.keys()].map(({ column }) => column))
  const known = new Set(asides.flatMap(({ at, mapped }) => (mapped.remark ? [] : [at.column])))
  const kindOf = ({ column, text }: Cell, headings: readonly string[]) =>
    known.has(column) && !DONE_OR_TO_BE.test(text)
      ? 'unused'
      : headings.length === 0 || matched.has(column)
        ? 'cell'
        : 'unknown'
  const { meanings } = reading.draft.names
  const naming = new Set(columns.flatMap(({ at, mapped }) => (mapped.record ? [at.column] : [])))
  const behindName = (cell: Cell) =>
    cell.kind === 'text' && naming.has(cell.column) ? meanings.notesOf(bareName(cell.text)).notes : []
  // What cannot be read may say anything, and so may what a heading asks that is not known.
  const isCell = (cell: Cell, kind: Remark['kind']) =>
    (kind === 'unknown' || cell.kind === 'text' || cell.kind === 'error') &&
    !cells.isBlank(cell) &&
    !read.has(cell.column)
  return [...row.cells.values()].flatMap((cell): Remark[] => {
    const at = {
      place: { ...reading.place(row.number, atColumn(cell)), cell: cell.place.address },
      column: cell.column,
    }
    const headings = found.head.columns.find(({ column }) => column === cell.column)?.headings ?? []
    const kind = kindOf(cell, headings)
    const comment = cell.note?.replace(AUTHOR, '').trim() ?? ''
    return [
      ...(isCell(cell, kind) ? [{ ...at, text: cell.text, headings, kind } as const] : []),
      ...(comment === '' ? [] : [{ ...at, text: comment, headings: [], kind: 'comment' as const }]),
      ...behindName(cell).map(
        ({ text, isKnown }) => ({ ...at, text, headings: [], kind: isKnown ? 'known-name' : 'name' }) as const,
      ),
    ]
  })
}

function atColumn({ column }: Cell): Parameters<SheetReading['place']>[1] {
  return { column, headings: [], address: '', isEmpty: false }
}
