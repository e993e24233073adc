import type { Derived } from './fact.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { TimelineEntry } from './timeline.ts'
import { greatestOf, leastOf, type Value } from '../values/value.ts'

/** What derived facts see of a context. Contexts share it whose days no change of a parameter divides, in one period. */
export interface Law {
  /** Marks the derived values that hold under it: see `EvaluationContext.stamp`. */
  stamp: number
  /** The session's stamp for which that one was given. */
  sessionStamp: number
  /** Formulas over records that were computed under it while their records held them for another law. */
  kept: Map<Derived, Map<LedgerRecord, Value>>
}

/** The days on which parameters change. */
export class LawChanges {
  readonly #days: readonly number[]

  constructor(timelines: readonly (readonly TimelineEntry[])[]) {
    const days = timelines.flatMap((timeline) => timeline.flatMap(({ from, to }) => [from, to]))
    this.#days = [...new Set(days)].filter(Number.isFinite).sort((a, b) => a - b)
  }

  /** Equal for days, known or not, on which every parameter has the same value. */
  lawOf(at: Value): string {
    return at === null ? 'none' : `${this.#changesUpTo(leastOf(at))}-${this.#changesUpTo(greatestOf(at))}`
  }

  #changesUpTo(day: number): number {
    const later = this.#days.findIndex((change) => change > day)
    return later === -1 ? this.#days.length : later
  }
}
