import type { Value } from '../values/value.ts'
import type { EvaluationContext } from './evaluation-context.ts'
import type { Derived } from './fact.ts'

/** What formulas of one record over streamed records came to, by the day as of which they were counted. */
export class StreamTotals {
  readonly #bySlot = new Map<number, Map<number, Value>>()

  has({ slot }: Derived): boolean {
    return this.#bySlot.has(slot)
  }

  get({ slot }: Derived, { session }: EvaluationContext): Value | undefined {
    return this.#bySlot.get(slot)?.get(session.asOf)
  }

  set({ slot }: Derived, { session }: EvaluationContext, value: Value): void {
    const byDay = this.#bySlot.get(slot) ?? new Map<number, Value>()
    this.#bySlot.set(slot, byDay.set(session.asOf, value))
  }
}
