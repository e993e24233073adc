import { EvaluationError } from '../errors/evaluation-error.ts'
import { between, type Unknown } from './value.ts'

/** A sum of amounts that are known, or known to lie between two: exact, whatever order they come in. */
export class IntervalSum {
  readonly #least = new ExactSum()
  readonly #greatest = new ExactSum()

  add(least: number, greatest: number): void {
    this.#least.add(least)
    this.#greatest.add(greatest)
  }

  /**
   * The sum where every amount is known, else what it lies between: open where that passes what can be computed. Throws
   * `EvaluationError` where there certainly is a sum and it certainly passes that. What else may have to be added lies
   * between `lowest` and `highest`.
   */
  value(certain: boolean, lowest = 0, highest = 0): number | Unknown {
    const least = this.#least.value + lowest
    const greatest = this.#greatest.value + highest
    if (certain && (least > Number.MAX_SAFE_INTEGER || greatest < Number.MIN_SAFE_INTEGER))
      throw new EvaluationError('number-too-large')
    return between(
      Number.isSafeInteger(least) ? least : -Infinity,
      Number.isSafeInteger(greatest) ? greatest : Infinity,
      certain,
    )
  }
}

/** A sum of integers, or of ends of intervals, which may be open. */
class ExactSum {
  #sum = 0
  /** What would have made the sum inexact. */
  #rest = 0n

  add(amount: number): void {
    const sum = this.#sum + amount
    if (Number.isSafeInteger(sum) || !Number.isFinite(sum)) this.#sum = sum
    else {
      this.#rest += BigInt(this.#sum)
      this.#sum = amount
    }
  }

  /** No safe integer where the sum passes what can be computed. */
  get value(): number {
    return this.#rest === 0n || !Number.isFinite(this.#sum) ? this.#sum : Number(this.#rest + BigInt(this.#sum))
  }
}
