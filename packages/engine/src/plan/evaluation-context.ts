import type { Expression } from './expression.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { RecordIndex } from './record-index.ts'
import { yearEnd, yearStart } from '../values/date.ts'
import type { Truth } from '../values/truth.ts'
import { isUnknown, type Value } from '../values/value.ts'
import { constantOf, type TimelineEntry } from './timeline.ts'

/** In place of a truth or a value that was not yet asked for in a context. */
export const NOT_COMPUTED = Symbol('not asked')

/** How many days' contexts a session holds on to: a stream may come upon any number of days. */
const CONTEXTS = 1000

/** What one evaluation of one ledger shares: the date, the parameters, and the counters of its caches. */
export class Session {
  /** Days since 1970-01-01. */
  readonly asOf: number
  /** Values of every parameter over time, by the parameter's index. */
  readonly timelines: readonly (readonly TimelineEntry[])[]
  /** Values of parameters that never change, by index; undefined for the others. */
  readonly constants: readonly (Value | undefined)[]
  readonly #blank: readonly (typeof NOT_COMPUTED)[]
  /** The ledger; set once it is read. */
  index!: RecordIndex
  /** Marks cached derived values that hold in every context. */
  stamp = 1
  #lastStamp = 1
  #contexts = new Map<number, Map<number, EvaluationContext>>()
  #unknownDayContexts: EvaluationContext[] = []
  /** Contexts of earlier isolated runs, one map for each that runs within another. */
  readonly #isolated: Map<number, Map<number, EvaluationContext>>[] = []

  /** `hoisted` is how many answers of the plan are the same for every record: see `Plan.hoisted`. */
  constructor(asOf: number, timelines: readonly (readonly TimelineEntry[])[], hoisted: number) {
    this.asOf = asOf
    this.timelines = timelines
    this.constants = timelines.map(constantOf)
    this.#blank = new Array<typeof NOT_COMPUTED>(hoisted).fill(NOT_COMPUTED)
  }

  /** The context of a governing day and a period (0 for no period). */
  context(at: Value, year: number): EvaluationContext {
    if (typeof at !== 'number') return this.#unknownDayContext(at, year)
    let years = this.#contexts.get(at)
    if (!years) this.#contexts.set(at, (years = new Map()))
    let context = years.get(year)
    if (!context) years.set(year, (context = this.#create(at, year)))
    if (context.sessionStamp !== this.stamp) this.#refresh(context)
    return context
  }

  /** The context of a yearly duty in the year of a context: the law of the year's last day, or of `asOf` before that. */
  yearly(base: EvaluationContext): EvaluationContext {
    const context = base.yearly
    if (context?.sessionStamp === this.stamp) return context
    return (base.yearly = this.context(Math.min(this.asOf, base.yearEnd), base.year))
  }

  /** Forgets every value cached for a record: the facts have changed. What asks nothing of a record stays. */
  renew(): void {
    this.stamp = ++this.#lastStamp
    this.#unknownDayContexts = []
    if (this.#contexts.size > CONTEXTS) this.#contexts = new Map()
  }

  /** Runs something on changed facts and goes back to what was cached before, for facts that are changed back. */
  withIsolatedCache<T>(run: () => T): T {
    const { stamp } = this
    const contexts = this.#contexts
    const unknownDayContexts = this.#unknownDayContexts
    this.stamp = ++this.#lastStamp
    // The caller keeps a context, which must not change; contexts of earlier isolated runs are reused.
    this.#contexts = this.#isolated.pop() ?? new Map()
    this.#unknownDayContexts = []
    try {
      return run()
    } finally {
      if (this.#contexts.size <= CONTEXTS) this.#isolated.push(this.#contexts)
      this.stamp = stamp
      this.#contexts = contexts
      this.#unknownDayContexts = unknownDayContexts
    }
  }

  #unknownDayContext(at: Value, year: number): EvaluationContext {
    const same = (context: EvaluationContext) => context.year === year && sameUnknown(context.at, at)
    const known = this.#unknownDayContexts.find(same)
    if (known) return known
    const context = this.#create(at, year)
    if (this.#unknownDayContexts.length < 16) this.#unknownDayContexts.push(context)
    return context
  }

  #refresh(context: EvaluationContext): void {
    context.stamp = ++this.#lastStamp
    context.sessionStamp = this.stamp
  }

  #create(at: Value, year: number): EvaluationContext {
    const stamp = ++this.#lastStamp
    return {
      session: this,
      at,
      year,
      yearStart: year === 0 ? 0 : yearStart(year),
      yearEnd: year === 0 ? 0 : yearEnd(year),
      stamp,
      sessionStamp: this.stamp,
      hoisted: this.#blank.slice(),
      yearly: undefined,
      due: null,
      dueOf: undefined,
      subject: undefined,
    }
  }
}

function sameUnknown(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b
  return isUnknown(a) && isUnknown(b) && a.least === b.least && a.greatest === b.greatest && a.certain === b.certain
}

/** The law and the period under which a condition is evaluated. */
export interface EvaluationContext {
  readonly session: Session
  /** The day whose law governs; unknown, or none, where the fact it is taken from is. */
  readonly at: Value
  readonly year: number
  readonly yearStart: number
  readonly yearEnd: number
  /** Marks cached derived values that hold in this context only. */
  stamp: number
  /** Marks those that hold in every context. */
  sessionStamp: number
  /** Answers that are the same for every record in this context, by the place they were given in the plan. */
  readonly hoisted: (Value | Truth | typeof NOT_COMPUTED)[]
  /** See `Session.yearly`. */
  yearly: EvaluationContext | undefined
  /** The last day, once it was asked for: see `dueDate`. */
  due: Value | typeof NOT_COMPUTED
  /** The last day of the requirement that is being evaluated, if it has one, and the record of which it is asked. */
  dueOf: Expression | undefined
  subject: LedgerRecord | undefined
}

/** The last day of what is being evaluated, null if it has no due date. It is computed when something first asks for it. */
export function dueDate(context: EvaluationContext): Value {
  if (context.due !== NOT_COMPUTED) return context.due
  const { dueOf, subject } = context
  return (context.due = dueOf && subject ? dueOf.run(subject, context) : null)
}
