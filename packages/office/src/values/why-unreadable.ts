import { looksPersonal } from '../looks-personal.ts'
import type { Cell } from '../workbook.ts'

/** Why a cell is not read, whatever it is about; undefined where it may be. */
export function whyUnreadable(cell: Cell): 'cell-error' | 'cell-struck' | 'personal-number' | undefined {
  if (cell.kind === 'error') return faultOf(cell)
  return looksPersonal(cell.text) === undefined ? undefined : 'personal-number'
}

export function faultOf({ value }: Extract<Cell, { kind: 'error' }>): 'cell-error' | 'cell-struck' {
  return value === 'struck-through' ? 'cell-struck' : 'cell-error'
}
