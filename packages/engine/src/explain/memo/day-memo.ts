import { deepFreeze } from './deep-freeze.ts'

/** The most days that are kept for one key: a year of daily reports. */
const DAYS = 400

/** Results by what they are about and the governing day, which may be open. */
export class DayMemo<Key, Made extends object> {
  readonly #byKey = new Map<Key, Map<number | undefined, Made>>()

  /** The result for a key and a day, made at the first call and frozen. */
  of(key: Key, day: number | undefined, make: () => Made): Made {
    let days = this.#byKey.get(key)
    if (!days) this.#byKey.set(key, (days = new Map()))
    let made = days.get(day)
    if (!made) {
      if (days.size >= DAYS) days.clear()
      days.set(day, (made = deepFreeze(make())))
    }
    return made
  }
}
