import type { Session } from '../../plan/session.ts'
import type { LedgerRecord } from '../../plan/ledger-record.ts'
import type { Given } from '../../plan/fact.ts'
import { isCertain, isUnknown, type Value } from '../../values/value.ts'
import { each, kindsOf, openGroups, asEvaluated, type Part } from './parts.ts'
import type { Place } from './unknown-leaves.ts'

/** A fact that is not known, with what is assumed of it for the time being. */
export interface Variable extends Place {
  readonly groups: readonly (readonly Given[])[]
  /** As the ledger would give it; checks read it so. */
  given: Value
}

/** The unknown facts of a search, and what is assumed of them in the records themselves. */
export class Variables {
  readonly all: Variable[] = []
  readonly #session: Session
  readonly #bySubject = new Map<LedgerRecord, Map<Given, Variable>>()
  /** Texts and codes that facts are compared with, and as many others as there are facts to hold them. */
  readonly #texts = new Set<Value>()

  constructor(session: Session) {
    this.#session = session
  }

  of({ record, fact }: Place): Variable {
    let facts = this.#bySubject.get(record)
    if (!facts) this.#bySubject.set(record, (facts = new Map()))
    let variable = facts.get(fact)
    if (!variable) {
      const place = { record, fact }
      variable = { ...place, groups: openGroups(place), given: record.value(fact) }
      facts.set(fact, variable)
      this.all.push(variable)
      if (isText(fact)) this.#texts.add(`?${this.#texts.size}`) // no code in a ledger is written so
    }
    return variable
  }

  /** Remembers texts that an open comparison tells apart. */
  tell(values: Iterable<Value>): void {
    for (const value of values) if (typeof value === 'string') this.#texts.add(value)
  }

  /** What a fact can still be, in the coarsest parts that say more than is assumed; none where only order tells more. */
  partsOf(variable: Variable): Part[] | undefined {
    const { record, fact, given, groups } = variable
    if (!isCertain(given)) {
      const mayBeNone = groups.filter((facts) => facts.every((other) => !isCertain(this.#given(record, other))))
      const kinds = kindsOf(fact, given, mayBeNone, this.#session)
      if (kinds.length !== 1) return kinds // one kind says no more than that it is not none
    }
    if (fact.type === 'boolean') return each([true, false])
    if (fact.type === 'enum') return each(fact.values!.keys())
    return isText(fact) ? each(this.#texts) : undefined
  }

  /** Assumes a part of a fact while something runs. */
  assume<T>(variable: Variable, { given, gone }: Part, run: () => T): T {
    const { record, fact } = variable
    const before = [fact, ...gone].map((other) => [other, this.#given(record, other)] as const)
    this.#set(record, fact, given)
    for (const other of gone) this.#set(record, other, null)
    try {
      return run()
    } finally {
      for (const [other, value] of before) this.#set(record, other, value)
    }
  }

  /** Puts facts as the ledger would give them into the records while something runs: so checks see them. */
  asGiven<T>(run: () => T): T {
    const evaluatedOtherwise = this.all.filter(({ record, fact, given }) => record.values[fact.slot] !== given)
    if (evaluatedOtherwise.length === 0) return run()
    for (const { record, fact, given } of evaluatedOtherwise) record.values[fact.slot] = given
    this.#session.renew()
    try {
      return run()
    } finally {
      for (const { record, fact, given } of evaluatedOtherwise) this.#set(record, fact, given)
      this.#session.renew()
    }
  }

  #given(record: LedgerRecord, fact: Given): Value {
    return this.#bySubject.get(record)?.get(fact)?.given ?? record.value(fact)
  }

  #set(record: LedgerRecord, fact: Given, given: Value): void {
    const variable = this.#bySubject.get(record)?.get(fact)
    if (variable) variable.given = given
    record.values[fact.slot] = asEvaluated(fact, given, this.#session.asOf)
  }
}

export function isText({ type }: Given): boolean {
  return type === 'id' || type === 'text'
}

export function isOpen({ given }: Variable): boolean {
  return isUnknown(given)
}
