import type { Span } from './passages.ts'

/** Where a part of a sentence ends: 小句. In a list of English numbers a comma does not end one. */
const MARK = /[，；。！？]|;|,(?= )(?! \d)/gu

/** The parts of a sentence between its commas and stops, with the mark that ends each. */
export function halvesOf(words: string): Span[] {
  const ends = [...words.matchAll(MARK)].map(({ index }) => index + 1)
  let from = 0
  return [...new Set([...ends, words.length])].flatMap((to) => {
    const half = { from, to }
    from = to
    return words.slice(half.from, half.to).trim() === '' ? [] : [half]
  })
}

/** Whether two parts of a text have a sign in common. */
export function isMet(a: Span, b: Span): boolean {
  return a.from < b.to && a.to > b.from
}
