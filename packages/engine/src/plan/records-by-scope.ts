import { yearOf } from '../values/date.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { Scope } from './scope.ts'

/** Records in the order of the ledger, by scope. */
export class RecordsByScope {
  readonly #lists: Map<Scope, LedgerRecord[]>
  /** The day on which the ledger was drawn up, if it says so. */
  ledgerDay: number | undefined

  constructor(scopes: Iterable<Scope>, around?: RecordsByScope) {
    this.#lists = new Map(around ? around.#lists : [])
    this.ledgerDay = around?.ledgerDay
    for (const scope of scopes) this.#lists.set(scope, [])
  }

  /** The year in which the ledger was drawn up: it says nothing of later ones. Infinite where it names no day. */
  get lastYear(): number {
    return this.ledgerDay === undefined ? Infinity : yearOf(this.ledgerDay)
  }

  of(scope: Scope): readonly LedgerRecord[] {
    return this.#lists.get(scope) ?? NO_RECORDS
  }

  add(record: LedgerRecord): void {
    this.#lists.get(record.scope)?.push(record)
  }

  /** Replaces the list of a scope by an empty one. */
  clear(scope: Scope): void {
    if (this.of(scope).length > 0) this.#lists.set(scope, [])
  }

  [Symbol.iterator](): Iterator<[Scope, readonly LedgerRecord[]]> {
    return this.#lists[Symbol.iterator]()
  }
}

export const NO_RECORDS: readonly LedgerRecord[] = []
