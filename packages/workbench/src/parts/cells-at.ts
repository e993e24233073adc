import type { LedgerCells } from '../engine/calls.ts'
import type { Placed } from '../engine/place-text.ts'

/** A cell of a workbook, with the heading of its column. */
export interface HeadedCell extends Placed {
  readonly heading: string
}

/** The cells from which the values at some places of a ledger are, those of their parts among them. */
export function cellsAt({ columns, cells }: LedgerCells, pointers: readonly string[]): HeadedCell[] {
  const found = cells.filter(([at]) => pointers.some((pointer) => at === pointer || at.startsWith(`${pointer}/`)))
  return found.map(([, column, row, last]) => {
    const { name, ...place } = columns[column]!
    return { ...place, cell: last === undefined ? `${name}${row}` : `${name}${row}:${name}${last}` }
  })
}
