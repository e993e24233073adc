import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateName, ConditionNode, Expression } from '../plan/expression.ts'
import { and, not, or, type Truth } from '../values/truth.ts'
import { between, greatestOf, isCertain, isUnknown, leastOf, UNKNOWN_BUT_CERTAIN, type Value } from '../values/value.ts'
import { IntervalSum } from '../values/interval-sum.ts'

/** What is asked of each record. */
export interface Asked {
  where?: ConditionNode | undefined
  /** For `every`. */
  holds?: ConditionNode | undefined
  /** For `sum`, `least` and `greatest`. */
  of?: Expression | undefined
}

/**
 * A formula over records, one record at a time, so that records need not be held together:
 * `add` returns true once no further record can change the result.
 */
export interface Fold {
  add(record: LedgerRecord, context: EvaluationContext): boolean
  /** `undecided` more records may belong; where the list is `incomplete`, any number may. */
  finish(undecided: number, incomplete: boolean): Value
}

export const FOLDS: Record<AggregateName, (asked: Asked) => Fold> = {
  some: (asked) => new Some(asked),
  every: (asked) => new Every(asked),
  count: (asked) => new Count(asked),
  sum: (asked) => new Sum(asked),
  least: (asked) => new Extreme(asked, 'least'),
  greatest: (asked) => new Extreme(asked, 'greatest'),
}

function belongs(record: LedgerRecord, context: EvaluationContext, { where }: Asked): Truth {
  return where === undefined ? true : where.run(record, context)
}

class Some implements Fold {
  readonly #asked: Asked
  #truth: Truth = false

  constructor(asked: Asked) {
    this.#asked = asked
  }

  add(record: LedgerRecord, context: EvaluationContext): boolean {
    this.#truth = or(this.#truth, belongs(record, context, this.#asked))
    return this.#truth === true
  }

  finish(undecided: number, incomplete: boolean): Value {
    return or(this.#truth, undecided > 0 || incomplete ? undefined : false) ?? UNKNOWN_BUT_CERTAIN
  }
}

class Every implements Fold {
  readonly #asked: Asked
  #truth: Truth = true

  constructor(asked: Asked) {
    this.#asked = asked
  }

  add(record: LedgerRecord, context: EvaluationContext): boolean {
    const counts = belongs(record, context, this.#asked)
    if (counts === false) return false
    this.#truth = and(this.#truth, or(not(counts), this.#asked.holds!.run(record, context)))
    return this.#truth === false
  }

  finish(undecided: number, incomplete: boolean): Value {
    return and(this.#truth, undecided > 0 || incomplete ? undefined : true) ?? UNKNOWN_BUT_CERTAIN
  }
}

class Count implements Fold {
  readonly #asked: Asked
  #sure = 0
  #maybe = 0

  constructor(asked: Asked) {
    this.#asked = asked
  }

  add(record: LedgerRecord, context: EvaluationContext): boolean {
    const truth = belongs(record, context, this.#asked)
    if (truth === true) this.#sure++
    else if (truth === undefined) this.#maybe++
    return false
  }

  finish(undecided: number, incomplete: boolean): Value {
    return between(this.#sure, incomplete ? Infinity : this.#sure + this.#maybe + undecided, true)
  }
}

class Sum implements Fold {
  readonly #asked: Asked
  readonly #sum = new IntervalSum()

  constructor(asked: Asked) {
    this.#asked = asked
  }

  add(record: LedgerRecord, context: EvaluationContext): boolean {
    const truth = belongs(record, context, this.#asked)
    if (truth === false) return false
    const value = this.#asked.of!.run(record, context)
    if (value === null) return false
    const sure = truth === true && isCertain(value)
    if (sure) this.#sum.add(leastOf(value), greatestOf(value))
    else this.#sum.add(Math.min(0, leastOf(value)), Math.max(0, greatestOf(value)))
    return false
  }

  finish(undecided: number, incomplete: boolean): Value {
    if (undecided === 0 && !incomplete) return this.#sum.value(true)
    // Records that may yet belong cannot lower a sum of amounts that are never negative.
    return this.#sum.value(true, lowestPossible(this.#asked.of!) >= 0 ? 0 : -Infinity, Infinity)
  }
}

/** The least a given fact can be by its declared minimum. */
function lowestPossible(of: Expression): number {
  if (of.kind !== 'fact' || of.fact.kind !== 'given') return -Infinity
  const { min } = of.fact
  return min?.kind === 'constant' && typeof min.value === 'number' ? min.value : -Infinity
}

class Extreme implements Fold {
  readonly #asked: Asked
  readonly #name: 'least' | 'greatest'
  readonly #pick: (a: number, b: number) => number
  /** As far as any record may push the result. */
  #reach: number
  /** As far as the certain records do push it. */
  #bound: number
  #any = false
  #certain = false
  #open = false

  constructor(asked: Asked, name: 'least' | 'greatest') {
    this.#asked = asked
    this.#name = name
    this.#pick = name === 'least' ? Math.min : Math.max
    this.#reach = this.#bound = name === 'least' ? Infinity : -Infinity
  }

  add(record: LedgerRecord, context: EvaluationContext): boolean {
    const truth = belongs(record, context, this.#asked)
    if (truth === false) return false
    const value = this.#asked.of!.run(record, context)
    if (value === null) return false
    const [near, far] =
      this.#name === 'least' ? [leastOf(value), greatestOf(value)] : [greatestOf(value), leastOf(value)]
    this.#any = true
    this.#reach = this.#pick(this.#reach, near)
    if (truth === true && isCertain(value)) {
      this.#certain = true
      this.#bound = this.#pick(this.#bound, far)
    } else this.#open = true
    if (isUnknown(value)) this.#open = true
    return false
  }

  finish(undecided: number, incomplete: boolean): Value {
    const mayGrow = undecided > 0 || incomplete
    if (!this.#any && !mayGrow) return null
    if (!this.#open && !mayGrow) return this.#reach
    const limit = this.#name === 'least' ? -Infinity : Infinity
    const reach = mayGrow ? limit : this.#reach
    return this.#name === 'least'
      ? between(reach, this.#bound, this.#certain)
      : between(this.#bound, reach, this.#certain)
  }
}
