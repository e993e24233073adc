import type { Citation, Text } from '@tiaoli/engine'
import type { Words } from '../../words/words.ts'

/** Where a citation stands, as one line: the document with the place in it. */
export function sourceName(
  { document, place, title, article }: Citation,
  words: Words,
  text: (words: Text) => string,
): string {
  const called = document?.title ?? title
  const source = called && words.titled(text(called))
  return [source, place && text(place), article && text(article)].filter(Boolean).join(' ')
}
