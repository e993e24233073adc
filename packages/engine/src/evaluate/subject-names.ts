import { closestName } from '../errors/closest-name.ts'
import type { InputProblem } from '../errors/input-error.ts'
import type { Text } from '../text/text.ts'
import { idOf, recordPointer, type LedgerRecord } from '../plan/ledger-record.ts'
import type { Scope } from '../plan/scope.ts'

/** What the option `subjects` names: records, by id or by pointer. */
export class SubjectNames {
  readonly #names: ReadonlySet<string>
  /** Pointers of records are made only where some are asked for. */
  readonly #hasPointers: boolean
  /** Names that no record has so far, each with its place in the option. */
  readonly #unmet: Map<string, number>
  /** The scope of those that only a record which is not asked about has. */
  readonly #elsewhere = new Map<string, Scope>()
  /** The id closest to each of them. */
  readonly #closest = new Map<string, string>()
  #looked = 0

  constructor(names: readonly string[]) {
    this.#names = new Set(names)
    this.#hasPointers = names.some((name) => name === '' || name.startsWith('/'))
    this.#unmet = new Map(names.map((name, i) => [name, i]))
  }

  has(record: LedgerRecord): boolean {
    const id = idOf(record)
    if (id !== undefined && this.#names.has(id)) return true
    return this.#hasPointers && this.#names.has(recordPointer(record))
  }

  /** Whether some names were not met. */
  get areLeft(): boolean {
    return this.#unmet.size > 0
  }

  /** Strikes off the names of some records from those that have to be met. */
  meet(records: readonly LedgerRecord[]): void {
    for (const record of records) {
      const id = idOf(record)
      if (id !== undefined) this.#unmet.delete(id)
      if (this.#hasPointers) this.#unmet.delete(recordPointer(record))
    }
  }

  /** Notes the names of records that are not asked about. */
  meetElsewhere(records: readonly LedgerRecord[]): void {
    for (const record of records)
      for (const name of [idOf(record), this.#hasPointers ? recordPointer(record) : undefined])
        if (name !== undefined && this.#unmet.has(name)) this.#elsewhere.set(name, record.scope)
  }

  /** Looks among some records for the ids that were meant by names not met, the first few of them. */
  suggest(records: readonly LedgerRecord[]): void {
    const names = [...this.#unmet.keys()].slice(0, NAMES_LIMIT)
    for (const record of records) {
      const id = idOf(record)
      if (id === undefined) continue
      if (this.#looked++ >= IDS_LIMIT) return
      for (const name of names) this.#compare(name, id)
    }
  }

  #compare(name: string, id: string): void {
    const before = this.#closest.get(name)
    if (numbersIn(name) !== numbersIn(id)) return
    const closest = closestName(name, before === undefined ? [id] : [before, id])
    if (closest !== undefined) this.#closest.set(name, closest)
  }

  /** The names that no record has. */
  problems(): InputProblem[] {
    return [...this.#unmet].map(([name, i]) => {
      const scope = this.#elsewhere.get(name)
      if (scope) return { code: 'subject-not-in-scopes', pointer: `/subjects/${i}`, message: notInScopes(scope) }
      const suggestion = this.#closest.get(name)
      return {
        code: 'unknown-subject',
        pointer: `/subjects/${i}`,
        message: UNKNOWN,
        ...(suggestion === undefined ? {} : { suggestion }),
      }
    })
  }
}

/** Beyond these, looking for what was meant would take longer than the evaluation. */
const NAMES_LIMIT = 5
const IDS_LIMIT = 20_000

const UNKNOWN = {
  zh: '没有代号或指针与此相符的记录。请查对；代号重复的记录请写指针。',
  en: 'No record has this id or pointer. Check it; where two records share an id, write a pointer.',
}

function notInScopes({ name, label }: Scope): Text {
  return {
    zh: `这条记录属于“${label.zh}”（${name}），不在所选的 scopes 之中。请加上 ${name}，或去掉其中一项。`,
    en: `This record is a ${label.en} (${name}), which is not among the scopes asked for. Add ${name}, or leave one of the two options out.`,
  }
}

/** Ids are mostly serial numbers, and another number is another record, not a slip: only other letters can be one. */
function numbersIn(id: string): string {
  return (id.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+/, '')).join(' ')
}
