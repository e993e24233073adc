import { addressOf, type Position } from './address.ts'

/** Cells that are shown as one, with the value of the first. */
export interface MergedRange {
  readonly from: Position
  readonly to: Position
}

/** B7:B10 */
export function rangeText({ from, to }: MergedRange): string {
  return `${addressOf(from)}:${addressOf(to)}`
}

/** The part of a range within the used cells. */
export function withinUsed({ from, to }: MergedRange, last: Position): MergedRange {
  return { from, to: { row: Math.min(to.row, last.row), column: Math.min(to.column, last.column) } }
}

export function sizeOf({ from, to }: MergedRange): number {
  return Math.max(0, to.row - from.row + 1) * Math.max(0, to.column - from.column + 1)
}
