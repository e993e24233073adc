import type { MemoRoom } from './memo.ts'

/** Results by the lists they were made of, as a tree with an item on each edge: equal lists lead to the same node. */
export class ListMemo<Item, Made> {
  /** What was made of the list that ends here. */
  made: Made | undefined
  readonly items: readonly Item[]
  readonly #room: MemoRoom
  readonly #next = new Map<Item, ListMemo<Item, Made>>()

  constructor(room: MemoRoom, items: readonly Item[] = []) {
    this.#room = room
    this.items = items
  }

  /** The list with one more item. */
  and(item: Item): ListMemo<Item, Made> {
    let list = this.#next.get(item)
    if (!list) {
      this.#room.take()
      this.#next.set(item, (list = new ListMemo(this.#room, [...this.items, item])))
    }
    return list
  }
}
