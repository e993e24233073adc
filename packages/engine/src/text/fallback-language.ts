import { LANGUAGES, type Language, type Text } from './text.ts'

/** Words as an author writes them: in one language or more. */
export type WrittenText = { readonly [L in Language]?: string | undefined }

/**
 * Makes a text readable in every language: where one is missing, it falls back to the other, or else to the first in
 * which it is written. These words are no part of its JSON, which holds only what was written. Frozen: reports refer to
 * the pack's own words.
 */
export function completeText<T extends WrittenText>(text: T): T & Text {
  const written = LANGUAGES.map((language) => text[language]).find((words) => words !== undefined)
  const words = written ?? Object.values(text).find((value) => typeof value === 'string')
  for (const language of LANGUAGES)
    if (words !== undefined && text[language] === undefined)
      Object.defineProperty(text, language, { value: words, enumerable: false })
  return Object.freeze(text) as T & Text
}

/** Whether a text has words of its own in a language. */
export function isWrittenIn(language: Language, text: Text): boolean {
  return Object.prototype.propertyIsEnumerable.call(text, language)
}

/** Whether a value is a text, in whichever languages it is written. */
export function isCompleteText(value: object): value is Text {
  return 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'
}
