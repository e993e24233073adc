import { looksPersonal } from '../../looks-personal.ts'
import { remembered } from '../../remembered.ts'

/** Words that make no difference to what is meant. */
const PLAIN: ReadonlySet<string> = new Set(
  'a an and any at by for has have if in into is it its of on or that the their there these this to was were when where whether which who with date day days time number no count total amount sum value name'.split(
    ' ',
  ),
)
const DATE = /\b(?:date|day|when)\b|\bon$/
const NUMBER = /\b(?:number|no|count|total)\b|#/
const ENDINGS = /(?:ations?|ions?|ings?|ances?|ed|er|es|s|e)$/
/** The beginning of a word that has to be left. */
const SHORTEST_STEM = 4

/** A text in words of an alphabet, small, without brackets. */
const spoken = remembered((text) =>
  text
    .normalize('NFKC')
    .replaceAll(/[([{][^()[\]{}]*[)\]}]/g, ' ')
    .replaceAll(/[’']s\b/g, '')
    .toLowerCase()
    .trim(),
)

const wordsIn = remembered((text) => spoken(text).split(/[^\p{L}\p{N}]+/u))

/** The words of a heading or a label that say what is meant. */
export function sayingWords(text: string, others: Iterable<string> = []): string[] {
  if (looksPersonal(text) !== undefined) return []
  const left = new Set([...others].flatMap((other) => wordsIn(other)))
  const words = wordsIn(text)
  return [...new Set(words.filter((word) => word !== '' && !PLAIN.has(word) && !left.has(word)).map(stemOf))]
}

/** Whether a heading asks for a day, or for a number. */
export function kindAsked(heading: string): 'date' | 'number' | undefined {
  const text = spoken(heading)
  if (DATE.test(text)) return 'date'
  return NUMBER.test(text) ? 'number' : undefined
}

/** Registered is register, and that regist, as of registration. */
function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '')
  if (stem.length < SHORTEST_STEM) return word
  const shorter = stem.replace(ENDINGS, '')
  return shorter.length < SHORTEST_BEGINNING ? stem : shorter
}

/** Which part of the words of two texts they have in common: opening and opened are one word. */
export function sharedWords(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const common = one.filter((word) => other.some((next) => areAlike(word, next))).length
  return Math.min(1, (2 * common) / (one.length + other.length))
}

/** How many letters the longer of two stems may have behind the shorter: regist and registr. */
const BEHIND = 2
const SHORTEST_BEGINNING = 5

function areAlike(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= SHORTEST_BEGINNING && long.startsWith(short) && long.length - short.length <= BEHIND
}
