import type { RecordIndex } from './record-index.ts'
import { yearEnd, yearStart } from '../values/date.ts'
import { isUnknown, type Value } from '../values/value.ts'
import { NOT_COMPUTED, type EvaluationContext } from './evaluation-context.ts'
import { LawChanges, type Law } from './law.ts'
import { constantOf, type TimelineEntry } from './timeline.ts'

/** How many days' contexts a session holds on to: a stream may come upon any number of days. */
const CONTEXTS = 1000

/** Contexts by governing day and year, and the laws that they share. */
class Contexts {
  byDay = new Map<number, Map<number, EvaluationContext>>()
  readonly laws = new Map<string, Law>()
}

/** What one evaluation of one ledger shares: the date, the parameters, and the counters of its caches. */
export class Session {
  /** Days since 1970-01-01. */
  asOf: number
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
  readonly #changes: LawChanges
  #contexts = new Contexts()
  #unknownDayContexts: EvaluationContext[] = []
  /** Contexts of earlier isolated runs, for each that runs within another. */
  readonly #isolated: Contexts[] = []
  /** What runs as of an earlier day has contexts and a stamp of its own, for as long as the facts are the same. */
  #earlier = { contexts: new Contexts(), stamp: 0, of: 0 }

  /** `hoisted` is how many answers of the plan are the same for every record: see `Plan.hoisted`. */
  constructor(asOf: number, timelines: readonly (readonly TimelineEntry[])[], hoisted: number) {
    this.asOf = asOf
    this.timelines = timelines
    this.constants = timelines.map(constantOf)
    this.#changes = new LawChanges(timelines)
    this.#blank = new Array<typeof NOT_COMPUTED>(hoisted).fill(NOT_COMPUTED)
  }

  get lastYear(): number {
    return this.index.records.lastYear
  }

  /** The context of a governing day and a period (0 for no period). */
  context(at: Value, year: number): EvaluationContext {
    if (typeof at !== 'number') return this.#unknownDayContext(at, year)
    const { byDay } = this.#contexts
    let years = byDay.get(at)
    if (!years) byDay.set(at, (years = new Map()))
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
    if (this.#contexts.byDay.size > CONTEXTS) this.#contexts.byDay = new Map()
  }

  /** Runs something on changed facts and goes back to what was cached before, for facts that are changed back. */
  withIsolatedCache<T>(run: () => T): T {
    const { stamp } = this
    const contexts = this.#contexts
    const unknownDayContexts = this.#unknownDayContexts
    this.stamp = ++this.#lastStamp
    // The caller keeps a context, which must not change; contexts of earlier isolated runs are reused.
    this.#contexts = this.#isolated.pop() ?? new Contexts()
    this.#unknownDayContexts = []
    try {
      return run()
    } finally {
      if (this.#contexts.byDay.size <= CONTEXTS) this.#isolated.push(this.#contexts)
      this.stamp = stamp
      this.#contexts = contexts
      this.#unknownDayContexts = unknownDayContexts
    }
  }

  /** Runs something as of an earlier day, on the same facts. */
  onEarlierDay<T>(day: number, run: () => T): T {
    const { asOf, stamp } = this
    const contexts = this.#contexts
    const unknownDayContexts = this.#unknownDayContexts
    if (this.#earlier.of !== stamp) this.#earlier = { contexts: new Contexts(), stamp: ++this.#lastStamp, of: stamp }
    this.asOf = day
    this.stamp = this.#earlier.stamp
    this.#contexts = this.#earlier.contexts
    this.#unknownDayContexts = []
    try {
      return run()
    } finally {
      this.asOf = asOf
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
    context.stamp = this.#stampUnder(context.law)
    context.sessionStamp = this.stamp
  }

  /** The law under which a day and a year are judged. */
  #lawOf(at: Value, year: number): Law {
    const { laws } = this.#contexts
    const name = `${this.#changes.lawOf(at)} ${year}`
    let law = laws.get(name)
    if (!law) laws.set(name, (law = { stamp: 0, sessionStamp: 0, kept: new Map() }))
    return law
  }

  /** The stamp of a law, renewed where facts have changed since it was given. */
  #stampUnder(law: Law): number {
    if (law.sessionStamp === this.stamp) return law.stamp
    if (law.kept.size > 0) law.kept = new Map()
    law.sessionStamp = this.stamp
    return (law.stamp = ++this.#lastStamp)
  }

  #create(at: Value, year: number): EvaluationContext {
    const law = this.#lawOf(at, year)
    return {
      session: this,
      at,
      year,
      yearStart: year === 0 ? 0 : yearStart(year),
      yearEnd: year === 0 ? 0 : yearEnd(year),
      law,
      stamp: this.#stampUnder(law),
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
