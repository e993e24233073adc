import type { ValueType } from '../model/fact.ts'
import { Unknown, UNKNOWN, UNKNOWN_BUT_CERTAIN, type Value } from '../values/value.ts'

/** How much is kept in the explanations of a plan. */
export interface Kept {
  count: number
}

/** Findings of many evaluations refer to it: whoever would change it for one would change it for all, and fails. */
export function shared<Made extends object>(made: Made): Made {
  if (Object.isFrozen(made)) return made
  Object.freeze(made)
  for (const part of Object.values(made)) if (typeof part === 'object' && part !== null) shared(part as object)
  return made
}

/** A list that something was made of, found by going from one item to the next: the same items lead to the same place. */
export class KeptList<Item, Made> {
  /** What was made of the list that ends here. */
  made: Made | undefined
  readonly items: readonly Item[]
  readonly #kept: Kept
  readonly #next = new Map<Item, KeptList<Item, Made>>()

  constructor(kept: Kept, items: readonly Item[] = []) {
    this.#kept = kept
    this.items = items
  }

  /** The list with one more item. */
  and(item: Item): KeptList<Item, Made> {
    let list = this.#next.get(item)
    if (!list) {
      this.#next.set(item, (list = new KeptList(this.#kept, [...this.items, item])))
      this.#kept.count++
    }
    return list
  }
}

/** Names and texts are seldom met again, and not the engine's to keep. */
export function isKept(type: ValueType): boolean {
  return type !== 'id' && type !== 'text' && type !== 'reference'
}

/** What is made of a value is kept under this: intervals are alike where their ends are. */
export function keyOf(value: Value): Value {
  if (!(value instanceof Unknown) || value === UNKNOWN || value === UNKNOWN_BUT_CERTAIN) return value
  return `\0${value.least} ${value.greatest} ${value.certain}`
}
