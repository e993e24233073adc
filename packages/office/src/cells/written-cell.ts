import type { CellContent } from '../workbook.ts'
import { datePartsOf, dayOfSerial, type DateParts } from './shown-date.ts'
import { addressOf, type Position } from './address.ts'

/** A cell that holds something, before merged ranges show it elsewhere. */
export interface WrittenCell extends Position {
  readonly content: CellContent
  readonly text: string
  readonly note?: string
  readonly formula?: string
}

/** How many characters of `YYYY-MM-DD` a cell shows. */
const SHOWN: Partial<Record<DateParts, number>> = { day: 10, month: 7, year: 4 }

/** A number as its format shows it: a date is known as far as it is shown, and no further. */
export function contentOfNumber(value: number, text: string, format: string, starts1904: boolean): CellContent {
  const parts = datePartsOf(format)
  if (parts === 'none' || parts === 'time') return { kind: 'number', value }
  const day = dayOfSerial(value, starts1904)
  if (day === undefined) return { kind: 'error', value: 'no-day' }
  const shown = SHOWN[parts]
  // The program added the year in which it was typed: what the writer meant is what is shown.
  return shown === undefined ? { kind: 'text', value: text } : { kind: 'date', value: day.slice(0, shown) }
}

/** What is struck through counts no more: such cells have that fault, with the text that is shown. */
export function withStruck(cells: readonly WrittenCell[], struck: ReadonlySet<string>): readonly WrittenCell[] {
  if (struck.size === 0) return cells
  return cells.map((cell) =>
    cell.content.kind !== 'empty' && struck.has(addressOf(cell)) ? { ...cell, content: STRUCK } : cell,
  )
}

/** A text that is struck through, as a whole or in part. */
export const STRUCK: CellContent = { kind: 'error', value: 'struck-through' }
