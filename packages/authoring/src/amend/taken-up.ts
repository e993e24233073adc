import type { AlignedClause } from './align-text.ts'
import { gramsOf } from './words-of.ts'

/** The share of the words of a clause that new words for another have when they say it too. */
const TAKEN_UP = 0.6

/** Clauses laid beside one new text: what would be left out, but is said by the new words of another, is merged with it. */
export function withTakenUp(old: readonly string[], aligned: readonly AlignedClause[]): readonly AlignedClause[] {
  const result = [...aligned]
  for (const [i, { fate }] of aligned.entries()) {
    if (fate !== 'dropped') continue
    const by = aligned.findIndex(
      (other) => other.fate !== 'kept' && other.fate !== 'dropped' && isSaidIn(old[i]!, wordsOf(other)),
    )
    if (by < 0) continue
    const merged = { fate: 'merged', passages: aligned[by]!.passages } as const
    result[i] = merged
    result[by] = merged
  }
  return result
}

function wordsOf({ passages }: AlignedClause): string {
  return passages.map(({ text }) => text).join('')
}

function isSaidIn(clause: string, words: string): boolean {
  const grams = [...gramsOf(clause)]
  const said = new Set(gramsOf(words))
  return grams.length > 0 && grams.filter((gram) => said.has(gram)).length >= grams.length * TAKEN_UP
}
