import type { EvaluationError } from '@tiaoli/engine'
import type { ConditionNode, Truth } from '@tiaoli/engine/plan'
import type { Judge, LedgerRecord } from '@tiaoli/engine/runtime'

/** Does this condition hold at this record, in this year (0 where there is no period)? */
export interface ConditionQuestion {
  condition: ConditionNode
  record: LedgerRecord
  year: number
}

/**
 * What was found for each question. The key is the year, not the context: the governing day follows from the record
 * and the year, and a session makes new contexts whenever its caches are renewed.
 */
export class ConditionTruths {
  readonly #found = new Map<ConditionNode, Map<LedgerRecord, Map<number, Truth | EvaluationError>>>()

  set({ condition, record, year }: ConditionQuestion, answer: Truth | EvaluationError): void {
    let records = this.#found.get(condition)
    if (!records) this.#found.set(condition, (records = new Map()))
    let years = records.get(record)
    if (!years) records.set(record, (years = new Map()))
    years.set(year, answer)
  }

  /** Looks the truth of a condition up; throws the error that kept it from being found. */
  readonly judge: Judge = ({ condition }, record, { year }) => {
    const years = this.#found.get(condition)?.get(record)
    if (!years?.has(year)) throw new Error('the report asked for a condition that was not put to json-rules-engine')
    const answer = years.get(year)
    if (typeof answer === 'object') throw answer
    return answer
  }
}
