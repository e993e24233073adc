import type { Language, Text } from '../errors/text.ts'

/** A value in which every text in both languages has become a string in one. */
export type InLanguage<T> = T extends Text
  ? string
  : T extends readonly (infer Item)[]
    ? readonly InLanguage<Item>[]
    : T extends object
      ? { [Key in keyof T]: InLanguage<T[Key]> }
      : T

/** A value as the option `language` has it: in both languages where it is left out. */
export type Worded<T, L extends Language | undefined> =
  | (undefined extends L ? T : never)
  | ([Exclude<L, undefined>] extends [never] ? never : InLanguage<T>)

/** Puts values into one language. Frozen parts that they share are translated once, and stay shared and frozen. */
export class Wording {
  readonly #language: Language
  /** Weak, because in a long stream what findings share changes. */
  readonly #shared = new WeakMap<object, object>()

  constructor(language: Language) {
    this.#language = language
  }

  of<T>(value: T): InLanguage<T> {
    return this.#in(value) as InLanguage<T>
  }

  #in(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (isText(value)) return value[this.#language]
    const known = this.#shared.get(value)
    if (known) return known
    const worded = Array.isArray(value)
      ? value.map((item) => this.#in(item))
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#in(item)]))
    if (Object.isFrozen(value)) this.#shared.set(value, Object.freeze(worded))
    return worded
  }
}

function isText(value: object): value is Text {
  return 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'
}
