import type { Frame } from '../evaluate/frame.ts'
import type { Subject } from '../ledger/subject.ts'

/** Remembers what was made for a record in a frame: many requirements ask the same of one record. */
export class Memo<Key extends object, Value> {
  readonly #made = new WeakMap<Subject, Map<Key, { stamp: number; value: Value }>>()

  get(key: Key, subject: Subject, { stamp }: Frame, make: () => Value): Value {
    let entries = this.#made.get(subject)
    if (!entries) this.#made.set(subject, (entries = new Map()))
    const known = entries.get(key)
    if (known?.stamp === stamp) return known.value
    const value = make()
    entries.set(key, { stamp, value })
    return value
  }
}
