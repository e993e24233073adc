import type { Reading } from './reading.ts'
import type { Text } from './text.ts'

/** The words of a text in each language in which a pack is read, after one another; once where they are the same. */
export function wordsIn(reading: Reading, text: Text): string {
  return [...new Set(reading.map(({ sentences }) => text[sentences]))].join(' ')
}
