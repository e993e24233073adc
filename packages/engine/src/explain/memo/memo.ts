import { deepFreeze } from './deep-freeze.ts'

/** How many items the memos of a plan hold together. */
export interface MemoBudget {
  count: number
}

/** The most that one memo holds: what recurs has few values, and a stream brings any number of others. */
const LIMIT = 256

/** The room that one memo takes of the budget. */
export class MemoRoom {
  readonly #budget: MemoBudget
  readonly #clear: () => void
  #taken = 0

  constructor(budget: MemoBudget, clear: () => void) {
    this.#budget = budget
    this.#clear = clear
  }

  /** Makes room for one more item; a full memo is cleared first. */
  take(): void {
    if (this.#taken === LIMIT) {
      this.#clear()
      this.#budget.count -= LIMIT
      this.#taken = 0
    }
    this.#taken++
    this.#budget.count++
  }
}

/** Results by what they were made of. */
export class Memo<Key, Made extends object> {
  readonly #made = new Map<Key, Made>()
  readonly #room: MemoRoom

  constructor(budget: MemoBudget) {
    this.#room = new MemoRoom(budget, () => this.#made.clear())
  }

  /** The result for a key, made at the first call and frozen. */
  of(key: Key, make: () => Made): Made {
    let made = this.#made.get(key)
    if (made === undefined) {
      this.#room.take()
      this.#made.set(key, (made = deepFreeze(make())))
    }
    return made
  }
}
