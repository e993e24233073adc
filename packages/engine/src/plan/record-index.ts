import type { Bound } from './bounds.ts'
import type { Given } from './fact.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { Scope } from './scope.ts'
import type { RecordsByScope } from './records-by-scope.ts'
import type { StreamView } from './stream-view.ts'
import type { Value } from '../values/value.ts'

/** A consistency check that failed, or a bound, reference, id or day that does not hold. */
export interface Conflict {
  /** The check's id; `bound`, `reference`, `duplicate` or `ledger-day` for what the catalogue itself declares. */
  check: string
  record: LedgerRecord
  facts: Given[]
  /** The bound that is broken. */
  bound?: Bound
}

/** The records of a ledger with what leads from one to another. */
export interface RecordIndex {
  readonly root: LedgerRecord
  readonly records: RecordsByScope
  readonly ids: {
    /** The records of a scope that have an id; several, where it was given to more than one. */
    find(scope: Scope, id: Value): readonly LedgerRecord[]
  }
  /** By reference fact: the records of which it is not known where they belong. */
  readonly undecided: Map<Given, LedgerRecord[]>
  /** By scope: the records whose list of it was not given. A scope below such a list is incomplete too. */
  readonly incomplete: ReadonlyMap<Scope, readonly LedgerRecord[]>
  readonly conflicts: Conflict[]
  /** Where records of a scope come one at a time: what can be decided then. */
  readonly view: StreamView | undefined
}
