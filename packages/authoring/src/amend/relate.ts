import { diffChars } from 'diff'

/** From this share of the shorter of the two on, what a clause and a sentence have in common makes one of the other. */
const RELATED = 0.5

interface Sentence {
  readonly text: string
  readonly of: number[]
}

/** Texts of more signs than this, one times the other, are compared pair by pair: to lay them beside takes too long. */
const LAID_BESIDE = 20_000_000

/**
 * Tells of new sentences which of the clauses they stand in the place of, by the signs that both have in one order; of
 * very many, by the pairs of signs that both have.
 */
export function relate(old: readonly string[], lost: readonly number[], sentences: readonly Sentence[]): void {
  const before = lost.map((order) => old[order]!)
  const after = sentences.map(({ text }) => text)
  const isSmall = lengthOf(before) * lengthOf(after) <= LAID_BESIDE
  const common = isSmall ? commonSigns(before, after) : commonPairs(before, after)
  for (const [i, order] of lost.entries())
    for (const [j, { text, of }] of sentences.entries())
      if (common[i]![j]! >= RELATED * Math.min(before[i]!.length, text.length)) of.push(order)
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}

/** How many signs each text before has in common with each after, where both run on as one text. */
function commonSigns(before: readonly string[], after: readonly string[]): number[][] {
  const common = before.map(() => after.map(() => 0))
  const owners = { before: ownersOf(before), after: ownersOf(after) }
  let [i, j] = [0, 0]
  for (const { added, removed, value } of diffChars(before.join(''), after.join(''))) {
    if (!added && !removed)
      for (let k = 0; k < value.length; k++) common[owners.before[i + k]!]![owners.after[j + k]!]!++
    if (!added) i += value.length
    if (!removed) j += value.length
  }
  return common
}

/** For each sign of texts that run on as one, the text that it is of. */
function ownersOf(texts: readonly string[]): number[] {
  return texts.flatMap((text, i) => Array.from({ length: text.length }, () => i))
}

/** Much the same by pairs of neighbouring signs, which takes no longer for texts that are longer. */
function commonPairs(before: readonly string[], after: readonly string[]): number[][] {
  const [pairs, others] = [before.map(pairsOf), after.map(pairsOf)]
  return before.map((a, i) => after.map((b, j) => shareOf(pairs[i]!, others[j]!) * Math.min(a.length, b.length)))
}

/** The share of pairs of neighbouring signs that two texts have in common, from 0 to 1. */
export function similarity(a: string, b: string): number {
  return a.length < 2 && b.length < 2 ? Number(a === b) : shareOf(pairsOf(a), pairsOf(b))
}

/** How often a text has each pair of neighbouring signs. */
type Pairs = ReadonlyMap<string, number>

function pairsOf(text: string): Pairs {
  const pairs = new Map<string, number>()
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function shareOf(a: Pairs, b: Pairs): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const [pair, count] of few) shared += Math.min(count, many.get(pair) ?? 0)
  return (2 * shared) / Math.max(1, sumOf(a) + sumOf(b))
}

function sumOf(pairs: Pairs): number {
  let sum = 0
  for (const count of pairs.values()) sum += count
  return sum
}
