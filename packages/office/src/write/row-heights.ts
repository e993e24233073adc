import type { CellValue, Column } from './table-sheet.ts'

/** Of a line in a cell, in points. */
export const LINE = 15
/** Excel makes no row higher. */
const HEIGHT_LIMIT = 409

/** Of headings in more than one line. */
export function headHeight(columns: readonly Column[]): number | undefined {
  const height = heightOf(
    columns.map(({ heading }) => heading),
    columns,
  )
  return height > LINE + 4 ? height : undefined
}

/** Not all programs find the height of a row by themselves. */
export function heightOf(values: readonly CellValue[], columns: readonly Column[]): number {
  const lines = columns.map(({ width, hidden }, i) => (hidden ? 1 : linesIn(shownIn(values[i]), width - 1)))
  return Math.min(HEIGHT_LIMIT, Math.max(...lines) * LINE + 4)
}

/** What a reader sees in a cell. */
function shownIn(value: CellValue): string {
  return typeof value === 'object' ? value.shown : String(value ?? '')
}

/** How many lines a text takes in so many digits. */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0)
}

/** Of a text in digits: what is not ASCII takes two. */
function widthOf(text: string): number {
  return text.replaceAll(/[^ -~]/gu, '00').length
}
