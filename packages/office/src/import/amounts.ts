import type { FilePlace } from '../office-error.ts'
import type { DraftLedger } from './draft-ledger.ts'
import { isNearerInOtherUnit } from './nearer-unit.ts'

/** An amount that a cell gives without a unit of its own. */
interface Amount {
  readonly value: number
  /** How many of the smallest unit of the currency the unit of its column is. */
  readonly times: number
  readonly place: FilePlace
}

/** Two others may both be wrong; of three amounts, one can be unlike the others. */
const OTHERS = 2

/** The amounts that were read in the unit of their column: one in another unit is far from all others. */
export class Amounts {
  readonly #byFact = new Map<string, Amount[]>()

  add(fact: string, amount: Amount): void {
    if (amount.value <= 0) return
    this.#byFact.set(fact, [...(this.#byFact.get(fact) ?? []), amount])
  }

  /** Notes each amount that in another unit of the mapping would be nearer to the middle one of its fact. */
  tellUnlike(draft: DraftLedger): void {
    const units = new Set(Object.values(draft.words.units))
    for (const amounts of this.#byFact.values()) {
      if (amounts.length <= OTHERS) continue
      const middle = Math.exp(middleOf(amounts.map(({ value }) => Math.log(value))))
      for (const { value, times, place } of amounts)
        if (isNearerInOtherUnit(value, middle, { times, units })) draft.note('amount-unlike-others', place)
    }
  }
}

function middleOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
