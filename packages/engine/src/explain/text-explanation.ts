import type { Text } from '../text/text.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { fillTemplate, type TextTemplate } from '../plan/text-template.ts'
import type { Seen } from '../values/day-ahead.ts'
import { seenOf } from './seen-of.ts'
import { ListMemo } from './memo/list-memo.ts'
import { isMemoizable, memoKey } from './memo/memo-key.ts'
import { MemoRoom, type MemoBudget } from './memo/memo.ts'
import { inWords } from './show.ts'

/** A text of a requirement, with the wordings made of it so far, by the values that they show. */
export class TextExplanation {
  readonly #template: TextTemplate
  readonly #isMemoized: boolean
  #wordings: ListMemo<Seen, Text>

  constructor(template: TextTemplate, budget: MemoBudget) {
    this.#template = template
    this.#isMemoized = template.placeholders.every(
      ({ expression: { kind, type } }) => kind === 'parameter' || isMemoizable(type),
    )
    const room = new MemoRoom(budget, () => (this.#wordings = new ListMemo(room)))
    this.#wordings = new ListMemo(room)
  }

  /** The text as it reads for a record. */
  of(record: LedgerRecord, context: EvaluationContext): Text {
    const { fixed, placeholders } = this.#template
    if (fixed) return fixed
    const values = placeholders.map(({ expression }) => seenOf(expression, record, context))
    if (!this.#isMemoized) return this.#fill(values)
    let wordings = this.#wordings
    for (const value of values) wordings = wordings.and(memoKey(value))
    return (wordings.made ??= this.#fill(values))
  }

  #fill(values: readonly Seen[]): Text {
    const { placeholders } = this.#template
    return fillTemplate(
      this.#template,
      placeholders.map(({ described }, i) => inWords(described, values[i]!)),
    )
  }
}
