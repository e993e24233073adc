import type { RegisterFile, TableFile, TableRow } from '../schema/table-schema.ts'
import type { ConditionNode, Expression } from './expression.ts'
import type { Given } from './fact.ts'
import type { Scope } from './scope.ts'

/** A row of a statistics form with its names resolved; nothing is counted where the ledger cannot say. */
export interface PlannedRow {
  readonly entry: TableRow
  readonly counted:
    | { readonly scope: Scope; readonly where: ConditionNode | undefined; readonly sum: Expression | undefined }
    | undefined
}

export interface PlannedTable {
  readonly entry: TableFile
  readonly rows: readonly PlannedRow[]
}

export interface PlannedRegister {
  readonly entry: RegisterFile
  readonly duties: readonly {
    readonly requirement: string
    readonly records: Scope
    readonly shows: readonly Given[]
  }[]
}
