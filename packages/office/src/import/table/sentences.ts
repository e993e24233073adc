import { cellPosition } from '../../cells/address.ts'
import type { FilePlace } from '../../office-error.ts'
import type { Cell, Row } from '../../workbook.ts'
import { keyOf, withoutBrackets } from '../../values/words.ts'
import type { SheetReading } from './sheet-reading.ts'
import type { TableRows } from './table-rows.ts'

/** A sentence above or below a table. */
export interface Sentence {
  readonly clauses: readonly string[]
  readonly place: FilePlace
  /** Whether it is below the headings, or begins as a note does: what else is above them may be a title. */
  readonly isNote: boolean
  /** Whether it is a title between rows of the table, and no note, total or what stands in brackets under a title. */
  readonly isBetween: boolean
  /** The rows that it is over, without these: of a title between rows those to the next, else all. */
  readonly over: { readonly after: number; readonly before: number }
}

const ALL = { after: 0, before: Infinity }

/** The sentences above a table, and those alone in their row, or behind a word for a note, below its headings. */
export function sentencesOf(
  { draft, file, sheet, found }: Omit<SheetReading, 'sentences'>,
  kinds: TableRows,
): Sentence[] {
  const { firstRow, lastRow } = found.head
  const isNoRow = ([first]: readonly Cell[]) => first !== undefined && draft.words.isNoRow(first.text)
  const isSentence = ({ number }: Row, cells: readonly Cell[]) =>
    number < firstRow || (cells.length === 1 && !kinds.namesRecord(cells[0]!)) || isNoRow(cells)
  const rows = sheet.rows
    .filter(({ number }) => number < firstRow || number > lastRow)
    .map((row) => ({ row, cells: textsIn(row) }))
    .filter(({ cells }) => cells.length > 0)
  const fromBelow = [...rows].reverse()
  const last = fromBelow.find(({ row, cells }) => !isSentence(row, cells))?.row.number ?? lastRow
  let next = Infinity
  const upwards = fromBelow
    .filter(({ row, cells }) => isSentence(row, cells))
    .map(({ row: { number }, cells }): Sentence => {
      const isBetween = number > lastRow && number < last && !isNoRow(cells) && !isInBrackets(cells[0]!.text)
      const over = isBetween ? { after: number, before: next } : ALL
      if (isBetween) next = number
      const place = { file, sheet: sheet.name, cell: cells[0]!.place.address }
      return { clauses: clausesOf(cells), place, isNote: number > lastRow || isNoRow(cells), isBetween, over }
    })
  return upwards.reverse()
}

/** The cells of a row with a text of their own, and not one of a title that is laid beside the rows. */
function textsIn({ cells, number }: Row): Cell[] {
  return cells.filter(
    ({ text, mergedInto, place }) =>
      text.trim() !== '' && mergedInto === undefined && cellPosition(place.address)?.row === number,
  )
}

function clausesOf(cells: readonly Cell[]): string[] {
  const lines = cells
    .map(({ text }) => text)
    .join('，')
    .split(/\r?\n/)
  return lines.flatMap((line) => keyOf(line).split(/[。;,]/))
}

function isInBrackets(text: string): boolean {
  return withoutBrackets(text.normalize('NFKC').trim()).trim() === ''
}

export function isOver({ over }: Pick<Sentence, 'over'>, { number }: Pick<Row, 'number'>): boolean {
  return number > over.after && number < over.before
}
