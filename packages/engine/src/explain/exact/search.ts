import { contextFor, decide, runCompiled, type Answer } from '../../decide/decide.ts'
import { INCOMPLETE, OUTCOMES } from '../../decide/outcome.ts'
import type { EvaluationContext } from '../../plan/evaluation-context.ts'
import type { Session } from '../../plan/session.ts'
import type { LedgerRecord } from '../../plan/ledger-record.ts'
import type { ConditionNode } from '../../plan/expression.ts'
import type { Given } from '../../plan/fact.ts'
import type { Plan, PlannedRequirement } from '../../plan/plan.ts'
import { everythingIn } from '../../plan/walk.ts'
import { allOf, type Truth } from '../../values/truth.ts'
import { greatestOf, leastOf } from '../../values/value.ts'
import { constraintsOn, mustBeUnique, type Constraint } from '../../plan/constraints.ts'
import { cutAt, cutFrom, halves, openGroups, samples, type Part } from './parts.ts'
import { NOT_ENUMERABLE, placesOf, unknownLeaves, type UnknownLeaf, type Side } from './unknown-leaves.ts'
import { isOpen, Variables, type Variable } from './variables.ts'

/** More facts than these are too many to try. */
const FACTS = 8
const CONSTRAINTS = 32
/** So many open comparisons take as long as another trial. */
const LEAVES = 100

/** What can be said where each fact is assumed to lie in a part of what it can be. */
export interface Cell {
  /** Outcomes that may be found in it, as bits; a superset. */
  outcomes: number
  /** Whether facts may be so at all: false where a check or a bound excludes it. */
  agrees: Truth
  /** What keeps it open. */
  leaves: readonly UnknownLeaf[]
}

/** One question, asked again and again under other assumptions, aside from what the session knows. */
export class Search {
  readonly variables: Variables
  readonly #requirement: PlannedRequirement
  readonly #subject: LedgerRecord
  readonly #year: number
  readonly #session: Session
  readonly #constraints: Constraint[] = []
  #isShared = false
  #budget: number

  /** Throws `NOT_ENUMERABLE` where the unknown facts are too many, or not facts alone. */
  constructor(
    plan: Plan,
    requirement: PlannedRequirement,
    record: LedgerRecord,
    base: EvaluationContext,
    budget: number,
  ) {
    this.#requirement = requirement
    this.#subject = record
    this.#year = base.year
    this.#session = base.session
    this.#budget = budget
    this.variables = new Variables(base.session)
    this.#collect(plan)
  }

  /** Every fact that the question depends on, and those that checks and bounds tie to them. */
  #collect(plan: Plan): void {
    const { all } = this.variables
    this.#add(this.#decide().leaves)
    for (const [i, { record, fact }] of all.entries()) {
      if (i >= FACTS || mustBeUnique(plan, fact)) throw NOT_ENUMERABLE
      for (const other of new Set([fact, ...openGroups({ record, fact }).flat()])) this.#constrain(plan, record, other)
      if (this.#constraints.length > CONSTRAINTS) throw NOT_ENUMERABLE
    }
  }

  #constrain(plan: Plan, subject: LedgerRecord, fact: Given): void {
    for (const constraint of constraintsOn(plan, subject, fact, this.#session) ?? never()) {
      const { node, record } = constraint
      if (this.#constraints.some((known) => known.node === node && known.record === record)) continue
      if (readsAhead(node, record, this.#session)) never() // what it says of them as they were given is not at hand
      // What is decided already stays so: it holds, or failed and made its facts unknown.
      if (node.run(record, this.#now()) !== undefined) continue
      this.#constraints.push(constraint)
      this.variables.of({ record: subject, fact })
      this.#add(this.#leavesOf([constraint]))
    }
  }

  #add(leaves: readonly UnknownLeaf[]): void {
    for (const { left, right } of leaves)
      for (const side of [left, right]) {
        for (const place of placesOf(side)) {
          const before = this.variables.all.length
          this.variables.of(place)
          if (this.variables.all.length === before) this.#isShared = true
        }
        if (side.kind === 'known') this.variables.tell(side.values)
      }
  }

  /** Whether a fact is in more than one comparison: only then can one make another idle. */
  get isTangled(): boolean {
    return this.#constraints.length > 0 || this.#isShared
  }

  /** What can be said under what is assumed now. Throws `NOT_ENUMERABLE` once too much has been asked. */
  look(): Cell {
    if (this.#budget-- <= 0) throw NOT_ENUMERABLE
    this.#session.renew()
    const { agrees, tied } = this.#agreement()
    if (agrees === false) return { outcomes: 0, agrees, leaves: [] }
    const { outcomes, leaves } = this.#decide()
    this.#budget -= Math.floor(leaves.length / LEAVES)
    return { outcomes, agrees, leaves: [...leaves, ...tied] }
  }

  #agreement(): { agrees: Truth; tied: readonly UnknownLeaf[] } {
    if (this.#constraints.length === 0) return { agrees: true, tied: [] }
    return this.variables.asGiven(() => {
      const now = this.#now()
      const agrees = allOf(this.#constraints, ({ node, record }) => node.run(record, now))
      return { agrees, tied: agrees === undefined ? this.#leavesOf(this.#constraints) : [] }
    })
  }

  #leavesOf(constraints: readonly Constraint[]): readonly UnknownLeaf[] {
    const now = this.#now()
    return unknownLeaves({ requirement: this.#requirement, record: this.#subject, base: now }, constraints, now)
  }

  #decide(): { outcomes: number; leaves: readonly UnknownLeaf[] } {
    const requirement = this.#requirement
    const record = this.#subject
    const base = this.#session.context(this.#session.asOf, this.#year)
    const context = contextFor(requirement, record, base)
    const answers: Answer[] = []
    const set = decide(requirement, record, context, runCompiled, answers)
    const outcomes = set === 0 ? OUTCOMES.not_applicable : set & ~INCOMPLETE
    if (isSingle(outcomes)) return { outcomes, leaves: [] }
    const asked = answers.map(({ step }) => ({ node: step.condition, record }))
    return { outcomes, leaves: unknownLeaves({ requirement, record, base }, asked, context) }
  }

  #now(): EvaluationContext {
    return this.#session.context(this.#session.asOf, 0)
  }

  /** A fact to look closer at, other than those that are left alone, and the parts to look at it in. */
  split(leaves: readonly UnknownLeaf[], apart: (variable: Variable) => boolean): Split | undefined {
    const open = leaves.map(({ left, right }) => ({
      left,
      right,
      variables: [...placesOf(left), ...placesOf(right)].map((place) => this.variables.of(place)).filter(isOpen),
    }))
    let half: Split | undefined
    let sampled: Split | undefined
    let isOrderAll = true
    for (const { left, right, variables } of open)
      for (const variable of variables) {
        const isAlone = left.kind !== 'formula' && right.kind !== 'formula'
        const other = left.kind === 'place' && this.variables.of(left.place) === variable ? right : left
        if (!isAlone || other.kind === 'known' || apart(variable)) isOrderAll = false
        if (apart(variable)) continue
        const parts = this.variables.partsOf(variable) ?? (isAlone ? this.#cut(variable, other) : [])
        if (parts.length > 1) return { variable, parts }
        if (!isAlone) half ??= { variable, parts: halves(variable.given) }
        else sampled ??= { variable, parts: samples(variable.given, this.variables.all.length) }
      }
    // Facts that are compared with nothing but each other: their order is all that counts.
    return half ?? (isOrderAll ? sampled : undefined)
  }

  #cut({ given }: Variable, other: Side): Part[] {
    if (other.kind === 'known') return cutAt(given, numbersIn(other.values))
    const [place] = placesOf(other)
    const { given: against } = this.variables.of(place!)
    return cutFrom(given, [leastOf(against), greatestOf(against) + 1])
  }
}

export interface Split {
  variable: Variable
  parts: readonly Part[]
}

export function isSingle(outcomes: number): boolean {
  return (outcomes & (outcomes - 1)) === 0
}

function numbersIn(values: readonly unknown[]): number[] {
  return values.filter((value) => typeof value === 'number')
}

/** Checks read future dates as they were given; everything else reads them as null. */
function readsAhead(node: ConditionNode, record: LedgerRecord, { index }: Session): boolean {
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.ahead) return true
  return [...everythingIn([node])].some(
    (part) => part.kind === 'aggregate' && index.records.of(part.over).some(({ ahead }) => ahead),
  )
}

function never(): never {
  throw NOT_ENUMERABLE
}
