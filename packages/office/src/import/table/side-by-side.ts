import type { Cell, Row, Sheet } from '../../workbook.ts'
import { cellPosition } from '../../cells/address.ts'
import { headingKey, keyOf } from '../../values/words.ts'

/** The tables that stand beside each other in a sheet, each as a sheet of its own; the sheet alone where it is one table. */
export function sideBySide(sheet: Sheet, isTable: (part: Sheet) => boolean): readonly Sheet[] {
  for (const column of cutsIn(sheet)) {
    const [left, right] = [part(sheet, 1, column - 1), part(sheet, column, Infinity)]
    if (!isTable(left) || !isTable(right) || haveSameRows(left, right)) continue
    return [left, ...sideBySide(right, isTable)]
  }
  return [sheet]
}

/** How far down the headings of tables may be. */
const BEGINS_BY = 15

/** At how many places in a sheet it is asked whether a table begins there. */
const MOST_CUTS = 12

/**
 * Where a table may begin to the right of another: with a heading behind an empty column, or where the first headings
 * stand again.
 */
function cutsIn({ rows }: Sheet): number[] {
  const upper = rows.slice(0, BEGINS_BY + 1)
  const isFilled = ({ kind, mergedInto }: Cell) => kind !== 'empty' && mergedInto === undefined
  const headed = new Set(upper.flatMap(({ cells }) => cells.flatMap((cell) => (isFilled(cell) ? cell.column : []))))
  const used = new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ kind, column }) => (kind === 'empty' ? [] : column))),
  )
  const first = Math.min(...used)
  const behindEmpty = [...headed].filter((column) => column > first && !used.has(column - 1))
  const again = rows.slice(0, BEGINS_BY).flatMap(({ cells }) => {
    const filled = cells.filter(({ kind }) => kind !== 'empty')
    const keys = filled.map(({ text }) => headingKey(text))
    const next = keys.indexOf(keys[0] ?? '', 1)
    return next > 1 && keys[0] !== keys[1] && keys[1] === keys[next + 1] ? filled[next]!.column : []
  })
  return [...new Set([...behindEmpty, ...again])].sort((a, b) => a - b).slice(0, MOST_CUTS)
}

/** The columns of a sheet from one to another. What stands over several is of the part in which it begins. */
function part(sheet: Sheet, from: number, to: number): Sheet {
  const isIn = (column: number) => column >= from && column <= to
  const isRangeIn = (range: string) => range.split(':').every((address) => isIn(cellPosition(address)?.column ?? 0))
  const rows = sheet.rows.flatMap((row): Row[] => {
    const cells = row.cells.filter(({ column }) => isIn(column))
    return cells.length > 0 ? [{ ...row, cells }] : []
  })
  return { ...sheet, rows, merges: sheet.merges.filter(isRangeIn), centred: sheet.centred.filter(isRangeIn) }
}

/** Whether two parts begin with the same in every row, as a wide table does that repeats its names. */
function haveSameRows(left: Sheet, right: Sheet): boolean {
  const beginnings = [left, right].map(({ rows }) =>
    rows.map(({ number, cells }) => `${String(number)} ${keyOf(cells[0]?.text ?? '')}`),
  )
  const [one = [], other = []] = beginnings
  return other.every((text) => one.includes(text))
}
