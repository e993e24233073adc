import type { RecordsByScope } from '../plan/records-by-scope.ts'
import { recordPointer } from '../plan/ledger-record.ts'
import { recordReference } from '../plan/record-reference.ts'
import { pathOf, pointerOf } from '../json/pointer.ts'
import type { LedgerRecord, RecordReference } from '../plan/ledger-record.ts'
import type { Plan } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'

/** The records of a ledger in which answers go. */
export class Holders {
  readonly #plan: Plan
  readonly #records: RecordsByScope
  readonly #byPointer = new Map<Scope, ReadonlyMap<string, LedgerRecord>>()

  constructor(plan: Plan, records: RecordsByScope) {
    this.#plan = plan
    this.#records = records
  }

  /** The record that holds, or would hold, a fact or a list of records. */
  of(name: string, pointer: string): RecordReference | undefined {
    const list = this.#plan.scopes.get(name)
    const fact = this.#plan.facts.get(name)
    const given = fact?.kind === 'given' ? fact : undefined
    const scope = list?.parent ?? given?.scope
    if (!scope) return undefined
    const path = pathOf(pointer)
    // A list is a property of its holder; the record of a year is one step further down.
    const below = list ? (path.at(-1) === list.list ? 1 : 2) : given!.path.length
    const holder = this.#in(scope).get(pointerOf(path.slice(0, path.length - below)))
    return holder && recordReference(holder)
  }

  /** A ledger has as many questions as records: none is to be looked for among all. */
  #in(scope: Scope): ReadonlyMap<string, LedgerRecord> {
    let records = this.#byPointer.get(scope)
    if (!records) {
      records = new Map(this.#records.of(scope).map((record) => [recordPointer(record), record]))
      this.#byPointer.set(scope, records)
    }
    return records
  }
}
