import type { Text } from '@tiaoli/engine'

/** A file of tables, read as it is shown. Plain data: it can be sent to and from a Web Worker. */
export interface Workbook {
  /** The name of the file. */
  readonly name: string
  /** In the order of the file, those without a cell included. */
  readonly sheets: readonly Sheet[]
  /** What of the file was left out. */
  readonly notices: readonly WorkbookNotice[]
}

export interface WorkbookNotice {
  readonly code: 'macros-ignored' | 'external-links-ignored' | 'text-box-ignored' | 'page-header-ignored'
  /** Where it is on one sheet. */
  readonly sheet?: string
  readonly text: Text
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** The rows that have a cell, from the top. */
  readonly rows: readonly Row[]
  /** The hidden columns up to the last that has a cell, from 1. */
  readonly hiddenColumns: readonly number[]
  /** Merged ranges that have a value, such as `B7:B10`. */
  readonly merges: readonly string[]
  /** Ranges over which the text of the first cell is centred, the others being empty, such as `C3:E3`. */
  readonly centred: readonly string[]
}

export interface Row {
  /** From 1, as it is shown beside the row. */
  readonly number: number
  readonly hidden: boolean
  /** The cells that hold something, from the left. */
  readonly cells: readonly Cell[]
}

/** Where a cell is: the name of its sheet, and its address there, such as `J7`. */
export interface CellPlace {
  readonly sheet: string
  readonly address: string
}

export type Cell = CellContent & {
  readonly place: CellPlace
  /** From 1: column A is 1. */
  readonly column: number
  /** What a reader of the sheet sees, letter by letter. */
  readonly text: string
  readonly note?: string
  /** Without the equals sign, as the file has it. */
  readonly formula?: string
  /** The address of the cell whose value is shown here too, since they are merged. */
  readonly mergedInto?: string
}

export type CellContent =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  /** `YYYY-MM-DD`; `YYYY-MM` or `YYYY` where the cell shows no more than that. */
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: CellFault }
  /** Holds nothing but a note, or a formula with an empty text as its result. */
  | { readonly kind: 'empty'; readonly value: null }

export type CellFault =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#GETTING_DATA'
  /** A number that is shown as a date and is no day of the calendar, such as 0. */
  | 'no-day'
  /** A formula whose result the file does not hold. */
  | 'not-calculated'
  /** The text, or part of it, is struck through. */
  | 'struck-through'
