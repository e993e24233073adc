import type { Row } from '../../workbook.ts'

/** The last column in which rows have a cell. A call of `Math.max` takes no more arguments than fit on the stack. */
export function lastColumnOf(rows: readonly Row[]): number {
  let last = 0
  for (const { cells } of rows) for (const { column } of cells) last = Math.max(last, column)
  return last
}
