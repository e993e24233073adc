import type { Session } from '../plan/session.ts'
import type { StreamView } from '../plan/stream-view.ts'
import type { Value } from '../values/value.ts'
import type { RecordsByScope } from '../plan/records-by-scope.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'

/**
 * Checks read facts as they were given. Those of a streamed record come when the facts of the ledger around it are
 * settled already, so what these were is kept where such checks read it.
 */
export class RawValues {
  readonly #view: StreamView
  readonly #values = new Map<LedgerRecord, readonly Value[]>()

  /** Of the ledger around, before anything in it is settled. */
  constructor(records: RecordsByScope, view: StreamView) {
    this.#view = view
    for (const scope of view.checkedAgainst)
      for (const record of records.of(scope)) this.#values.set(record, record.values.slice(0, scope.given.length))
  }

  /** Once all is settled: what has not changed need not be kept. */
  forgetUnchanged(): void {
    for (const [record, given] of this.#values)
      if (given.every((value, slot) => value === record.values[slot])) this.#values.delete(record)
  }

  /** Puts back what was given into all that streamed records see around them, while their checks run. */
  during(records: RecordsByScope, session: Session, run: () => void): void {
    const seen = this.#values.size === 0 ? [] : [...seenFrom(records, this.#view)]
    const changed = seen.filter((record) => this.#values.has(record))
    if (changed.length === 0) return run()
    const settled = changed.map((record) => record.values.slice(0, record.scope.given.length))
    for (const record of changed) put(record, this.#values.get(record)!)
    session.renew() // facts derived for the previous record used narrowed values
    try {
      run()
    } finally {
      for (const [i, record] of changed.entries()) put(record, settled[i]!)
    }
  }
}

function put({ values }: LedgerRecord, given: readonly Value[]): void {
  for (const [slot, value] of given.entries()) values[slot] = value
}

/** The records above streamed ones, those that these refer to, and the records above those. */
function seenFrom(records: RecordsByScope, view: StreamView): ReadonlySet<LedgerRecord> {
  const seen = new Set<LedgerRecord>()
  const lookUp = (from: LedgerRecord | undefined) => {
    for (let at = from; at && !seen.has(at); at = at.parent) seen.add(at)
  }
  for (const [scope, subjects] of records)
    if (view.isStreamed(scope))
      for (const { parent, links } of subjects)
        for (const next of [parent, ...links])
          if (next instanceof LedgerRecord && !view.isStreamed(next.scope)) lookUp(next)
  return seen
}
