import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedFigure } from '../plan/plan.ts'
import type { Figure } from '../report/report.ts'
import { isUnknown, type Value } from '../values/value.ts'
import { valueIn, type Seen } from '../values/day-ahead.ts'
import { seenOf } from './seen-of.ts'
import { Memo, type MemoBudget } from './memo/memo.ts'
import { isMemoizable, memoKey } from './memo/memo-key.ts'
import { inWords, show } from './show.ts'

/** A figure of a requirement, with the explanations made of it so far, by its value. */
export class FigureExplanation {
  readonly #figure: PlannedFigure
  readonly #figures: Memo<Value, Figure>

  constructor(figure: PlannedFigure, budget: MemoBudget) {
    this.#figure = figure
    this.#figures = new Memo(budget)
  }

  /** The figure of a record. */
  of(record: LedgerRecord, context: EvaluationContext): Figure {
    const { expression } = this.#figure
    const seen = seenOf(expression, record, context)
    return isMemoizable(expression.type) ? this.#figures.of(memoKey(seen), () => this.#make(seen)) : this.#make(seen)
  }

  #make(seen: Seen): Figure {
    const value = valueIn(seen)
    const { name, described, expression } = this.#figure
    return {
      name,
      label: described.label,
      ...(described.unit ? { unit: described.unit } : {}),
      ...(isUnknown(value) ? {} : { value: show(expression.type, value)! }),
      text: inWords(described, seen),
    }
  }
}
