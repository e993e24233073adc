import type { ValueType } from '../plan/fact.ts'
import { Unknown, UNKNOWN, UNKNOWN_BUT_CERTAIN, type Value } from '../values/value.ts'

/** How much is kept in the explanations of a plan. */
export interface Kept {
  count: number
}

/** So much is kept in one place at most: what is met again has few values, and a stream brings any number of others. */
const PLACE = 256

/** The room for what is kept in one place, such as a condition. */
export class Room {
  readonly #kept: Kept
  readonly #clear: () => void
  #taken = 0

  constructor(kept: Kept, clear: () => void) {
    this.#kept = kept
    this.#clear = clear
  }

  /** Makes room for one more item; a full place is emptied first. */
  take(): void {
    if (this.#taken === PLACE) {
      this.#clear()
      this.#kept.count -= PLACE
      this.#taken = 0
    }
    this.#taken++
    this.#kept.count++
  }
}

/** What was made of something, to be found by it. */
export class KeptMap<Key, Made extends object> {
  readonly #made = new Map<Key, Made>()
  readonly #room: Room

  constructor(kept: Kept) {
    this.#room = new Room(kept, () => this.#made.clear())
  }

  /** What was made of it before, or is now: nobody can change it. */
  of(key: Key, make: () => Made): Made {
    let made = this.#made.get(key)
    if (made === undefined) {
      this.#room.take()
      this.#made.set(key, (made = shared(make())))
    }
    return made
  }
}

/** Frozen, because findings of many evaluations share it. */
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
  readonly #room: Room
  readonly #next = new Map<Item, KeptList<Item, Made>>()

  constructor(room: Room, items: readonly Item[] = []) {
    this.#room = room
    this.items = items
  }

  /** The list with one more item. */
  and(item: Item): KeptList<Item, Made> {
    let list = this.#next.get(item)
    if (!list) {
      this.#room.take()
      this.#next.set(item, (list = new KeptList(this.#room, [...this.items, item])))
    }
    return list
  }
}

/** Amounts, ids and texts are personal and seldom repeat, so they are not kept. */
const NOT_KEPT: ReadonlySet<ValueType> = new Set(['id', 'text', 'reference', 'money', 'share'])

export function isKept(type: ValueType): boolean {
  return !NOT_KEPT.has(type)
}

/** What is made of a value is kept under this: intervals are alike where their ends are. */
export function keyOf(value: Value): Value {
  if (!(value instanceof Unknown) || value === UNKNOWN || value === UNKNOWN_BUT_CERTAIN) return value
  return `\0${value.least} ${value.greatest} ${value.certain}`
}
