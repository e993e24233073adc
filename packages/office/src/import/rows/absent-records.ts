import { ledgerPart, type ImportColumn } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import type { RowCells } from './row-cells.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { whoIsIn } from './who-is-named.ts'

/** The scopes of which a row has no record: `nobody` is said to be there, or it is not known who. */
type AbsentRecords = ReadonlyMap<Scope, 'nobody' | 'not-known'>

export function absentRecords(row: TableRow, reading: SheetReading, cells: RowCells): AbsentRecords {
  const absent = new Map<Scope, 'nobody' | 'not-known'>()
  for (const column of reading.columns) {
    const scope = reading.draft.plan.scopes.get(column.mapped.somebody ?? '')
    const who = scope && whoIsIn(row, column, reading, cells)
    if (!scope || who === undefined || (typeof who === 'object' && 'name' in who)) continue
    absent.set(scope, who === 'nobody' ? 'nobody' : 'not-known')
  }
  return absent
}

/** Why a column is not read: it is about a record that the row does not have. */
export function absenceOf(
  { fact, organization, person }: ImportColumn,
  absent: AbsentRecords,
  { draft }: SheetReading,
): 'nobody' | 'not-known' | undefined {
  const name = fact ?? organization ?? person
  const part = name === undefined ? undefined : ledgerPart(draft.plan.scopes, name)
  return part && absent.get(part.scope)
}
