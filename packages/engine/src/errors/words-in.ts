import type { Language, Text } from './text.ts'

/** The words of a text in each of some languages, after one another; once where they are the same. */
export function wordsIn(languages: readonly Language[], text: Text): string {
  return [...new Set(languages.map((language) => text[language]))].join(' ')
}
