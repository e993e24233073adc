import { isCompleteText } from './fallback-language.ts'
import type { Text } from './text.ts'

/** Puts something in place of every text in a value. Frozen parts that values share are made once, and stay shared and frozen. */
export class TextReplacer {
  readonly #replace: (text: Text) => unknown
  /** Weak, because in a long stream what findings share changes. */
  readonly #shared = new WeakMap<object, object>()

  constructor(replace: (text: Text) => unknown) {
    this.#replace = replace
  }

  in(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (isCompleteText(value)) return this.#replace(value)
    const known = this.#shared.get(value)
    if (known) return known
    const made = Array.isArray(value)
      ? value.map((item) => this.in(item))
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.in(item)]))
    if (Object.isFrozen(value)) this.#shared.set(value, Object.freeze(made))
    return made
  }
}
