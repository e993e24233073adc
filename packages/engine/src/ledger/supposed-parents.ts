import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { RecordsByScope } from '../plan/records-by-scope.ts'
import type { Scope } from '../plan/scope.ts'

type Ledger = { [list: string]: Ledger[] }

/**
 * The ledger around a stream where none was given: a blank record of each scope above the streamed records, so that
 * these belong somewhere. Where one of those scopes is kept by year there is no telling which year, and it stays empty.
 */
export function blankAround(streamed: Scope): Ledger {
  let ledger: Ledger = {}
  for (let scope = streamed.parent; scope?.parent; scope = scope.parent) {
    if (scope.keyed) return {}
    ledger = { [scope.list]: [ledger] }
  }
  return ledger
}

/**
 * Takes the blank records out of an index once they are read: nobody said that they exist, so nothing is found on them
 * and how many there are is unknown. Streamed records still have them as parents.
 */
export function withdrawSupposed(
  parent: LedgerRecord,
  records: RecordsByScope,
  incomplete: Map<Scope, readonly LedgerRecord[]>,
): void {
  for (let record = parent; record.parent; record = record.parent) {
    records.clear(record.scope)
    record.parent.setList(record.scope, undefined)
    incomplete.set(record.scope, [record.parent])
  }
}
