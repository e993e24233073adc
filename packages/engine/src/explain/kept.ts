/** How much is kept in the explanations of a plan. */
export interface Kept {
  count: number
}

/** A list that something was made of, found by going from one item to the next: the same items lead to the same place. */
export class KeptList<Item, Made> {
  /** What was made of the list that ends here. */
  made: Made | undefined
  readonly #kept: Kept
  readonly #before: readonly Item[]
  readonly #next = new Map<Item, KeptList<Item, Made>>()

  constructor(kept: Kept, items: readonly Item[] = []) {
    this.#kept = kept
    this.#before = items
  }

  get items(): readonly Item[] {
    return this.#before
  }

  /** The list with one more item. */
  and(item: Item): KeptList<Item, Made> {
    let list = this.#next.get(item)
    if (!list) {
      this.#next.set(item, (list = new KeptList(this.#kept, [...this.#before, item])))
      this.#kept.count++
    }
    return list
  }
}
