import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import { wayUp } from '../../way-up.ts'
import type { Cell } from '../../workbook.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

/** The cells of a row that may be about its record: an end in a column of what it has is not the end of the record. */
export function cellsOfRecord(row: TableRow, scope: Scope, { columns, draft }: SheetReading): Cell[] {
  const { scopes } = draft.plan
  const others = new Set(columns.filter(({ mapped }) => isOfOther(mapped, scope, scopes)).map(({ at }) => at.column))
  return [...row.cells.values()].filter(({ column }) => !others.has(column))
}

/** Whether a column is about a group of facts of a record, or about another record. */
function isOfOther(mapped: ImportColumn, scope: Scope, scopes: Plan['scopes']): boolean {
  if (mapped.remark || wayUp(scope).some(({ name }) => name === mapped.record)) return false
  const names = factsGivenBy(mapped)
  const isOwn = (name: string) => {
    const part = ledgerPart(scopes, name)
    return part?.kind === 'fact' && part.scope === scope && part.path.length === 1 && part.fact.to === undefined
  }
  return names.length > 0 && !names.some(isOwn)
}
