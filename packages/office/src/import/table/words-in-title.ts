import { keyOf } from '../../values/words.ts'

/** No title is longer. */
const LONGEST = 100
/** What makes no difference to what a title is about; among words without an alphabet, so do its letters: Sheet1, A-党员名册. */
const PLAIN = /[\d\p{P}\p{S}]/u
const PLAIN_IN_CHINESE = /[\d\p{P}\p{S}\p{Script=Latin}]/u

/** Whether a text is made of these words, one behind the other, and of numbers and signs. */
export function consistsOf(text: string, words: readonly string[]): boolean {
  const key = keyOf(text)
  if (key.length > LONGEST) return false
  const known = words.map(keyOf).filter((word) => word !== '')
  const plain = plainAmong(known)
  const reached = new Set([0])
  for (let at = 0; at < key.length; at++) {
    if (!reached.has(at)) continue
    if (plain.test(key[at]!)) reached.add(at + 1)
    for (const word of known) if (key.startsWith(word, at)) reached.add(at + word.length)
  }
  return reached.has(key.length)
}

/** Whether nothing stands before a place in a text, or one of these words, a number or a sign. */
export function isBehind(text: string, at: number, words: readonly string[]): boolean {
  const before = text.slice(0, at)
  const known = words.map(keyOf)
  return before === '' || plainAmong(known).test(before.at(-1)!) || known.some((word) => before.endsWith(word))
}

function plainAmong(words: readonly string[]): RegExp {
  return words.some((word) => /\p{Script=Han}/u.test(word)) ? PLAIN_IN_CHINESE : PLAIN
}
