import { QUIET, togetherOf, type Cell, type Group, type Picture } from '../../engine/picture.ts'

/** Pixels, as the style sheet has them. */
export const NAME_WIDTH = 150
/** A mark with what is met beside it, and what each digit of its number adds. */
const MARK_WIDTH = 26
const MARK_DIGIT = 6
/** The room around a number at the end of a row, and a digit of it. */
const NUMBER_ROOM = 20
const NUMBER_DIGIT = 8

/** How wide columns have to be so that no number in them is cut; folded groups are counted as one row. */
export function widthsOf(
  { themes }: Picture,
  groups: readonly Group[],
  isFoldable: boolean,
): { theme: number; number: number } {
  const rows = groups.flatMap((group) =>
    isFoldable ? togetherOf(group, themes.length) : [...(group.own ? [group.own] : []), ...group.rows],
  )
  const most = (counts: readonly (number | undefined)[]) => counts.reduce<number>((a, b = 0) => Math.max(a, b), 0)
  const inCells = most(rows.flatMap(({ cells }) => most(cells.map(shownIn))))
  const inTotals = most(rows.flatMap(({ counts }) => [counts.not_met, counts.unknown]))
  return {
    theme: MARK_WIDTH + (inCells > 1 ? digitsIn(inCells) * MARK_DIGIT : 0),
    number: NUMBER_ROOM + Math.max(2, digitsIn(inTotals)) * NUMBER_DIGIT,
  }
}

function shownIn(cell: Cell | undefined): number | undefined {
  return cell && !QUIET.has(cell.mark) ? cell.count : undefined
}

function digitsIn(number: number): number {
  return String(number).length
}
