import { ledgerPart } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import { wayUp } from '../../way-up.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

/** Leaves open, for every record that a row names which is not read, the lists that the table fills. */
export function leaveListsOpen(row: TableRow, reading: SheetReading): void {
  const { draft, columns } = reading
  const isFilled = columns.some(
    ({ at, mapped }) =>
      mapped.record === undefined && !mapped.remark && !reading.cells.isBlank(row.cells.get(at.column)),
  )
  if (!isFilled) return
  const lists = listsOf(reading)
  for (const { at, mapped } of columns) {
    const scope = draft.plan.scopes.get(mapped.record ?? '')
    const cell = row.cells.get(at.column)
    if (scope && cell && !reading.cells.isBlank(cell)) draft.unread.add(scope, cell.text, lists)
  }
}

/** The lists that the table fills, but those of the records that it names: which there are is not said by one row. */
function listsOf({ draft, columns, found }: SheetReading): ReadonlySet<Scope> {
  const { scopes } = draft.plan
  const named = new Set(columns.flatMap(({ mapped }) => scopes.get(mapped.record ?? '') ?? []))
  const names = columns.flatMap(({ mapped }) => (mapped.record === undefined ? factsGivenBy(mapped) : []))
  const filled = names.flatMap((name) => ledgerPart(scopes, name)?.scope ?? [])
  const all = [scopes.get(found.table.row ?? '') ?? [], ...filled].flat().flatMap((scope) => wayUp(scope))
  return new Set(all.filter((scope) => !named.has(scope)))
}
