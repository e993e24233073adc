import { LANGUAGES, type Language, type Text } from './text.ts'

/** Words as an author writes them: in one language or more. */
export type WrittenText = { readonly [L in Language]?: string | undefined }

/**
 * Makes a text readable in every language: where one is missing, it has the words of the other. These are no part of
 * its JSON, which holds only what was written. Frozen: reports refer to the pack's own words.
 */
export function completeText<T extends WrittenText>(text: T): T & Text {
  const written = LANGUAGES.find((language) => text[language] !== undefined)
  for (const language of LANGUAGES)
    if (written && text[language] === undefined)
      Object.defineProperty(text, language, { value: text[written], enumerable: false })
  return Object.freeze(text) as T & Text
}

/** A text with its words in some languages alone; in the others it is still readable, by those of the first. */
export function leaving(languages: readonly Language[], { zh, en, ...rest }: Text): Text {
  const text: Text = { zh, en }
  return completeText({ ...Object.fromEntries(languages.map((language) => [language, text[language]])), ...rest })
}

/** Whether a text has words of its own in a language. */
export function isWrittenIn(language: Language, text: Text): boolean {
  return Object.prototype.propertyIsEnumerable.call(text, language)
}

/** Whether a value is a text, in whichever languages it is written. */
export function isCompleteText(value: object): value is Text {
  return 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'
}
