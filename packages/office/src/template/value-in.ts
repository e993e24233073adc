import { getAt } from '@tiaoli/engine/plan'
import type { UnitNames } from '../papers/unit-names.ts'
import type { Scope } from '../scope.ts'
import type { CellValue } from '../write/table-sheet.ts'
import { writtenValue, type CellForm } from './cell-values.ts'
import { nameInList, nameWithOthers, rowsAbove, type LedgerRow } from './ledger-records.ts'
import { LISTED, type TemplateColumn } from './template-columns.ts'

/** What the ledger says of a row in a column, as it is written in the cell. */
export function valueIn(column: TemplateColumn, row: LedgerRow, units: UnitNames): CellValue {
  switch (column.kind) {
    case 'place':
      return row.place
    case 'above':
      return nameInListOf(row, column.scope)
    case 'above-name': {
      const above = rowsAbove(row).find(({ scope }) => scope === column.scope)
      return above && nameWithOthers(above, units)
    }
    case 'year':
      return row.step
    case 'none':
      return row.json ? undefined : writtenValue(column.form, null)
    case 'list':
      return listWord(column.form, row.json?.[column.scope.list])
    default:
      return row.json ? writtenValue(column.form, getAt(row.json, column.path)) : undefined
  }
}

function nameInListOf(row: LedgerRow, scope: Scope): string | undefined {
  const above = rowsAbove(row).find((other) => other.scope === scope)
  return above && nameInList(above)
}

/** Whether a list has records, or certainly none. */
function listWord({ words }: CellForm, list: unknown): string | undefined {
  if (list === undefined) return undefined
  const isEmpty = list === null || Object.keys(list).length === 0
  const written = JSON.stringify(list)
  return [...words].find(([, meaning]) => (isEmpty ? JSON.stringify(meaning) === written : meaning === LISTED))?.[0]
}
