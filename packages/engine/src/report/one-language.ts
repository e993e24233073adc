import type { Language, Text } from '../text/text.ts'
import { TextReplacer } from '../text/text-replacer.ts'

/** A value in which every text in both languages has become a string in one. */
export type InLanguage<T> = T extends Text
  ? string
  : T extends readonly (infer Item)[]
    ? readonly InLanguage<Item>[]
    : T extends object
      ? { [Key in keyof T]: InLanguage<T[Key]> }
      : T

/** A value as the option `language` has it: in both languages where it is left out. */
export type Worded<T, L extends string | undefined> =
  | (undefined extends L ? T : never)
  | ([Exclude<L, undefined>] extends [never] ? never : InLanguage<T>)

/** Puts values into one language. Frozen parts that they share are translated once, and stay shared and frozen. */
export class OneLanguage {
  readonly #replacer: TextReplacer

  constructor(language: Language) {
    this.#replacer = new TextReplacer((text) => text[language])
  }

  of<T>(value: T): InLanguage<T> {
    return this.#replacer.in(value) as InLanguage<T>
  }
}
