import { ITEM_MARK, POINT_MARK } from './item-marks.ts'
import { locate } from './locate.ts'
import { ENDED, plainText, plainWords } from './passages.ts'

const LISTED = new RegExp(`^(?:${ITEM_MARK}|${POINT_MARK})`, 'u')

/**
 * For each clause of a document, the number of the paragraph of its text in which it begins; undefined where the text
 * does not have it. A line that breaks off within a sentence is layout; a heading, and the items of a list, are of one
 * paragraph with what they stand above or below.
 */
export function paragraphsOf(clauses: readonly string[], text: string): (number | undefined)[] {
  const { words, breaks } = plainText(text)
  const begins = [...breaks].filter(
    (at) => ENDED.test(words.slice(0, at).trimEnd().slice(-LAST)) && !LISTED.test(words.slice(at, at + FIRST)),
  )
  const located = new Map(locate(clauses.map(plainWords), words).map(({ order, at }) => [order, at.from]))
  return clauses.map((_, i) => {
    const from = located.get(i)
    return from === undefined ? undefined : begins.filter((at) => at <= from).length
  })
}

/** Signs in which a sentence ends with all that closes with it, and a line begins with its number. */
const LAST = 4
const FIRST = 10
