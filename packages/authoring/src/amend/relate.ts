import { commonOrder } from './common-order.ts'
import { gramsOf, wordsOf } from './words-of.ts'

/** From this share of the shorter of the two on, what a clause and a sentence have in common makes one of the other. */
const RELATED = 0.5

interface Sentence {
  readonly text: string
  readonly of: number[]
}

/** Texts of more signs than this, one times the other, are compared pair by pair: to lay them beside takes too long. */
const LAID_BESIDE = 20_000_000

/**
 * Tells of new sentences which of the clauses they stand in the place of, by the words that both have in one order, sign
 * by sign in Chinese; of very many, by what they have in common in any order.
 */
export function relate(old: readonly string[], lost: readonly number[], sentences: readonly Sentence[]): void {
  const before = lost.map((order) => old[order]!)
  const after = sentences.map(({ text }) => text)
  const isSmall = lengthOf(before) * lengthOf(after) <= LAID_BESIDE
  const common = isSmall ? commonWords(before, after) : commonGrams(before, after)
  const lengths = { before: before.map(signsIn), after: after.map(signsIn) }
  for (const [i, order] of lost.entries())
    for (const [j, { of }] of sentences.entries())
      if (common[i]![j]! >= RELATED * Math.min(lengths.before[i]!, lengths.after[j]!)) of.push(order)
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}

function signsIn(text: string): number {
  return lengthOf(wordsOf(text))
}

/** How many signs the words have that each text before has in common with each after, where both run on as one text. */
function commonWords(before: readonly string[], after: readonly string[]): number[][] {
  const common = before.map(() => after.map(() => 0))
  const words = { before: before.map(wordsOf), after: after.map(wordsOf) }
  const owners = { before: ownersOf(words.before), after: ownersOf(words.after) }
  const all = words.before.flat()
  for (const [i, j] of commonOrder(all, words.after.flat()))
    common[owners.before[i]!]![owners.after[j]!]! += all[i]!.length
  return common
}

/** For each word of texts that run on as one, the text that it is of. */
function ownersOf(texts: readonly (readonly string[])[]): number[] {
  return texts.flatMap((words, i) => words.map(() => i))
}

/** Much the same by what has no order, which takes no longer for texts that are longer. */
function commonGrams(before: readonly string[], after: readonly string[]): number[][] {
  const [grams, others] = [before.map(countsOf), after.map(countsOf)]
  const lengths = { before: before.map(signsIn), after: after.map(signsIn) }
  return before.map((_, i) =>
    after.map((__, j) => shareOf(grams[i]!, others[j]!) * Math.min(lengths.before[i]!, lengths.after[j]!)),
  )
}

/** The share of what two texts are compared by that both have, from 0 to 1. */
export function similarity(a: string, b: string): number {
  return similarTo(b)(a)
}

/** The same of one text with many. */
export function similarTo(b: string): (a: string) => number {
  const other = countsOf(b)
  return (a) => {
    const own = countsOf(a)
    return own.size === 0 && other.size === 0 ? Number(a === b) : shareOf(own, other)
  }
}

/** How often a text has each of what it is compared by. */
type Counts = ReadonlyMap<string, number>

function countsOf(text: string): Counts {
  const counts = new Map<string, number>()
  for (const gram of gramsOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}

function shareOf(a: Counts, b: Counts): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const [gram, count] of few) shared += Math.min(count, many.get(gram) ?? 0)
  return (2 * shared) / Math.max(1, sumOf(a) + sumOf(b))
}

function sumOf(counts: Counts): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}
