import type { Session } from '../plan/session.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Plan } from '../plan/plan.ts'
import { preparationOf, type Preparation } from '../plan/preparation.ts'
import { RecordsByScope } from '../plan/records-by-scope.ts'
import type { StreamView } from '../plan/stream-view.ts'
import { incompleteScopes } from './incomplete-scopes.ts'
import type { LoadedLedger } from './loaded-ledger.ts'
import { prepareRecords } from './prepare-records.ts'
import { readInto } from './read-ledger.ts'

/** Loads the records of one scope one at a time, each with the records below it, next to the ledger around them. */
export class StreamedRecords {
  readonly #preparation: Preparation
  readonly #around: LoadedLedger
  readonly #session: Session
  readonly #view: StreamView
  /** One list per scope; those of the streamed scope and below start empty for each record. */
  readonly #records: RecordsByScope

  constructor(plan: Plan, around: LoadedLedger, session: Session, view: StreamView) {
    const scopes = [...plan.scopes.values()].filter((scope) => view.isStreamed(scope))
    this.#preparation = preparationOf(plan, scopes, view)
    this.#around = around
    this.#session = session
    this.#view = view
    this.#records = new RecordsByScope(scopes, around.records)
  }

  /** Reads a record and makes it the session's ledger, until the next takes its place. */
  take(parent: LedgerRecord, position: number, raw: unknown): LedgerRecord {
    const around = this.#around
    const { scopes } = this.#preparation
    const records = this.#records
    for (const scope of scopes) records.clear(scope)
    const record = readInto(records, this.#view.scope, parent, position, raw)
    const index: LoadedLedger = {
      root: around.root,
      records,
      ids: around.ids,
      undecided: new Map(around.undecided),
      incomplete: incompleteScopes(scopes, records, this.#session.asOf, around.incomplete),
      conflicts: [],
      view: this.#view,
      rawValues: around.rawValues,
    }
    prepareRecords(this.#preparation, index, this.#session)
    return record
  }
}
