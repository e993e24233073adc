import { ledgerPart } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import type { RowCells } from './row-cells.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { whoIsIn } from './who-is-named.ts'

/** Whether a row of records without names is about several persons, so that nothing tells apart what is whose; it is noted. */
export function isOfSeveralPersons(row: TableRow, scope: Scope, reading: SheetReading, cells: RowCells): boolean {
  const { draft, columns } = reading
  if (columns.some(({ mapped }) => mapped.record === scope.name)) return false
  const column = columns.find(
    ({ mapped }) => mapped.person !== undefined && ledgerPart(draft.plan.scopes, mapped.person)?.scope === scope,
  )
  const who = column && whoIsIn(row, column, reading, cells)
  if (!column || typeof who !== 'object' || !('fault' in who) || who.fault !== 'several-persons') return false
  draft.note('row-of-several', reading.place(row.number, column.at))
  return true
}
