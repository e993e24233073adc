import type { Scope } from '../plan/scope.ts'
import type { Value } from '../values/value.ts'
import { NO_RECORDS, type RecordsByScope } from '../plan/records-by-scope.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'

/** Records by the id that they were given. */
export class RecordsById {
  readonly #byScope = new Map<Scope, ReadonlyMap<Value, readonly LedgerRecord[]>>()

  /** Those of some scopes that have ids. */
  constructor(scopes: readonly Scope[], records: RecordsByScope) {
    for (const scope of scopes) this.#byScope.set(scope, byId(records.of(scope), scope.id!.slot))
  }

  /** The records of a scope that have an id; several, where it was given to more than one. */
  find(scope: Scope, id: Value): readonly LedgerRecord[] {
    return this.#byScope.get(scope)?.get(id) ?? NO_RECORDS
  }
}

function byId(records: readonly LedgerRecord[], slot: number): ReadonlyMap<Value, readonly LedgerRecord[]> {
  const known = new Map<Value, LedgerRecord[]>()
  for (const record of records) {
    const id = record.at(slot)
    const before = known.get(id)
    if (before) before.push(record)
    else known.set(id, [record])
  }
  return known
}
