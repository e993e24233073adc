import type { InputProblem } from '../errors/input-error.ts'
import type { Session } from '../plan/session.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Conflict, RecordIndex } from '../plan/record-index.ts'
import type { Scope } from '../plan/scope.ts'
import type { Settings } from './options.ts'
import { SubjectNames } from './subject-names.ts'

/** The records that an evaluation asks about: those that the options `scopes` and `subjects` leave of the ledger. */
export class AskedRecords {
  readonly #session: Session
  readonly #scopes: ReadonlySet<string> | undefined
  readonly #names: SubjectNames | undefined
  /** What was selected of an index, by scope. */
  #selected = new Map<Scope, readonly LedgerRecord[]>()
  #selectedFrom: RecordIndex | undefined

  constructor(session: Session, { scopes, subjects }: Settings) {
    this.#session = session
    this.#scopes = scopes
    this.#names = subjects && new SubjectNames(subjects)
  }

  /** Those of a scope, in the order of the ledger. */
  of(scope: Scope): readonly LedgerRecord[] {
    const { index } = this.#session
    const names = this.#names
    if (!this.isAsked(scope)) return []
    const records = index.records.of(scope)
    if (!names) return records
    if (this.#selectedFrom !== index) {
      this.#selectedFrom = index
      this.#selected = new Map()
    }
    let selected = this.#selected.get(scope)
    if (!selected) this.#selected.set(scope, (selected = records.filter((record) => names.has(record))))
    return selected
  }

  isAsked(scope: Scope): boolean {
    return this.#scopes?.has(scope.name) ?? true
  }

  /** Strikes off the names that records of some scopes have. */
  meet(scopes: Iterable<Scope>): void {
    if (!this.#names?.areLeft) return
    const all = [...scopes]
    const recordsOf = (scope: Scope) => this.#session.index.records.of(scope)
    const asked = all.filter((scope) => this.isAsked(scope)).map(recordsOf)
    for (const list of asked) this.#names.meet(list)
    if (!this.#names.areLeft) return
    for (const scope of all) if (!this.isAsked(scope)) this.#names.meetElsewhere(recordsOf(scope))
    for (const list of asked) this.#names.suggest(list)
  }

  /** What is wrong with the names that no record has. */
  get unknown(): InputProblem[] {
    return this.#names?.problems() ?? []
  }

  /** The contradictions in the records asked about, above them and below. */
  conflicts(scopes: Iterable<Scope>): readonly Conflict[] {
    const { conflicts } = this.#session.index
    if (!this.#names) return conflicts
    const asked = new Set([...scopes].flatMap((scope) => this.of(scope)))
    const above = new Set([...asked].flatMap(wayUp))
    return conflicts.filter(({ record }) => above.has(record) || wayUp(record).some((at) => asked.has(at)))
  }
}

/** A record and those above it. */
function wayUp(record: LedgerRecord): LedgerRecord[] {
  const way: LedgerRecord[] = []
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) way.push(at)
  return way
}
