import type { FormattedNumber } from './number-formats.ts'

/** A column of a table. */
export interface Column {
  readonly heading: string
  /** In characters of a Latin digit; a Chinese one takes two. */
  readonly width: number
  readonly centered?: boolean
  /** Not shown: for programs that read the table again. */
  readonly hidden?: boolean
  /** What programs call the column, in a hidden row above the headings. */
  readonly key?: string
  /** What is typed here stays a text, so that 2014-09 does not become a day. */
  readonly keepsText?: boolean
  /** The cells with what can be chosen from a list, such as `Lists!$A$3:$A$9`; other values may be typed as well. */
  readonly choices?: string
  /** Shown beside a cell while it is chosen. */
  readonly hint?: string
}

export type CellValue = string | number | FormattedNumber | undefined

/** A sheet with one table: a title and lines about it, a row of headings, rows, and lines below. */
export interface TableSheet {
  readonly name: string
  readonly title: string
  readonly lines: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Whether a blank cell, by its row and column from 0, is coloured to be filled in. */
  readonly isAsked?: (row: number, column: number) => boolean
  readonly foot?: readonly string[]
  readonly hidden?: boolean
  /** Rows below the last, to be filled in. */
  readonly blankRows?: number
  /** Columns on the left that stay in view. */
  readonly frozenColumns?: number
  /** How wide title and lines are at most, of a table that is wider than a screen. In digits, as widths of columns. */
  readonly headWidth?: number
  /** Whether rows can be chosen by what stands in a column. */
  readonly canFilter?: boolean
}
