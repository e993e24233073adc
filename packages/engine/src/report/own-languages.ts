import { leaving } from '../errors/complete-text.ts'
import { LANGUAGES, type Language } from '../errors/text.ts'
import { TextReplacer } from './text-replacer.ts'

/**
 * Leaves in every text only the languages of a pack: its sentences would else mix words of the engine in one language
 * with words of the pack in another. In the other languages a text is still readable, by the words of the first.
 */
export class OwnLanguages {
  readonly #replacer: TextReplacer | undefined

  constructor(languages: readonly Language[]) {
    const isWhole = LANGUAGES.every((language) => languages.includes(language))
    this.#replacer = isWhole ? undefined : new TextReplacer((text) => leaving(languages, text))
  }

  of<T>(value: T): T {
    return this.#replacer ? (this.#replacer.in(value) as T) : value
  }
}
