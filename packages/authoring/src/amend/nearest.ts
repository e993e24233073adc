import { subjectOf } from './subject.ts'

/** The clauses that come nearest to a sentence, by the pairs of signs that few clauses have. */
export function nearestTo(sentence: string, texts: readonly string[]): number[] {
  const pairs = [...pairsOf(subjectOf(sentence))]
  if (pairs.length < FEWEST) return []
  const known = texts.map(pairsOf)
  const weights = pairs.map((pair) => {
    const count = known.filter((own) => own.has(pair)).length
    return Math.log((texts.length + 1) / (count + 1))
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = known.map(
    (own) => pairs.reduce((sum, pair, i) => sum + (own.has(pair) ? weights[i]! : 0), 0) / Math.max(1, all),
  )
  const best = Math.max(0, ...shares)
  return best < LEAST ? [] : texts.flatMap((_, i) => (shares[i]! >= best * NEAR ? [i] : []))
}

/** Shares that were tried on notices: less names clauses that have nothing to do with a sentence. */
const LEAST = 0.3
const NEAR = 0.8
/** Pairs of a sentence that says enough. */
const FEWEST = 6

function pairsOf(words: string): Set<string> {
  const signs = words.replaceAll(/[^\p{Script=Han}\p{L}]+/gu, ' ')
  return new Set(
    Array.from({ length: Math.max(0, signs.length - 1) }, (_, i) => signs.slice(i, i + 2)).filter(
      (pair) => !pair.includes(' '),
    ),
  )
}
