import { LANGUAGES } from '../text/text.ts'
import { shownText, type Reading } from '../text/reading.ts'
import { TextReplacer } from '../text/text-replacer.ts'

/**
 * Leaves in every text only the languages in which a pack is read: its sentences would else mix words of the engine in
 * one language with words of the pack in another. In Chinese and English a text is still readable, by the words of the
 * first.
 */
export class OwnLanguages {
  readonly #replacer: TextReplacer | undefined

  constructor(reading: Reading) {
    const isWhole = LANGUAGES.every((language) => reading.some(({ tag }) => tag === language))
    this.#replacer = isWhole ? undefined : new TextReplacer((text) => shownText(reading, text))
  }

  of<T>(value: T): T {
    return this.#replacer ? (this.#replacer.in(value) as T) : value
  }
}
