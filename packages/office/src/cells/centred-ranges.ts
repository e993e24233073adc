import { addressOf, type Position } from './address.ts'
import type { MergedRange } from './merged-range.ts'

/** Headings stand in the first rows: below, cells that are aligned so are no more than what they hold. */
export const CENTRED_ROWS = 100

/**
 * The ranges in which a text is centred without being merged (“centre across selection”): a cell that holds something and
 * the empty ones after it, all of which are aligned so.
 */
export function centredRanges(
  aligned: readonly Position[],
  filled: readonly Position[],
  merges: readonly MergedRange[],
): MergedRange[] {
  if (aligned.length === 0) return []
  const full = new Set(filled.map(addressOf))
  const open = aligned.filter((position) => !merges.some((range) => isIn(position, range)))
  const ranges: { from: Position; to: Position }[] = []
  for (const { row, column } of open.sort((one, other) => one.row - other.row || one.column - other.column)) {
    const last = ranges.at(-1)
    if (full.has(addressOf({ row, column }))) ranges.push({ from: { row, column }, to: { row, column } })
    else if (last?.to.row === row && last.to.column === column - 1) last.to = { row, column }
  }
  return ranges.filter(({ from, to }) => from.column < to.column)
}

function isIn({ row, column }: Position, { from, to }: MergedRange): boolean {
  return from.row <= row && row <= to.row && from.column <= column && column <= to.column
}
