import type { EachEnd, EachOptions, EachResult, Policy } from './policy.ts'
import type { PlacedRecord } from './placed-record.ts'

export interface RecordStreamOptions extends Omit<EachOptions, 'within'> {
  /** Pointer in `context` to where records belong that do not tell it themselves. */
  within?: string
}

/**
 * Evaluates records as they are handed over, for those who have to wait for each: `evaluateEach` pulls its records, and
 * nothing but the one at hand is kept for it to find.
 */
export class RecordStream {
  readonly #results: Generator<EachResult, EachEnd>
  #current: PlacedRecord | undefined

  constructor(policy: Policy, { within, ...options }: RecordStreamOptions) {
    const next = (): IteratorResult<unknown> =>
      this.#current ? { value: this.#current.record, done: false } : { value: undefined, done: true }
    const records: Iterable<unknown> = { [Symbol.iterator]: () => ({ next }) }
    this.#results = policy.evaluateEach(records, { ...options, within: () => this.#current?.within ?? within })
  }

  /** Answers the next record; an `UnreadableRecord` by its problems. The first throws where the options do not fit. */
  answer(record: PlacedRecord): EachResult {
    this.#current = record
    const { value, done } = this.#results.next()
    if (done) throw new TypeError('the stream of records has ended')
    return value
  }

  /** What is told at the end. Throws where the options do not fit and there was no record. */
  end(): EachEnd {
    this.#current = undefined
    const { value, done } = this.#results.next()
    if (!done) throw new TypeError('the stream of records goes on')
    return value
  }
}
