import { ENDED } from './passages.ts'
import { similarity } from './relate.ts'

/** Clauses that stand one behind the other, and the share of their words that a text has. */
export interface RunLike {
  readonly run: readonly number[]
  readonly share: number
}

/** A text so many times as long as another has too little in common with it. */
const LENGTHS = 6

/**
 * Of some clauses, those to which a text comes nearest: one by itself, or all of one or more sentences; of several that
 * are as near, the fewest. Nothing where the text is like none of them.
 *
 * @param isWhole Whether a part of a sentence cannot be meant.
 */
export function runLike(
  text: string,
  clauses: readonly number[],
  texts: readonly string[],
  isWhole: boolean,
): RunLike | undefined {
  let best: RunLike | undefined
  const runs = [...(isWhole ? [] : clauses.map((i) => [i])), ...sentencesIn(clauses, texts)]
  for (const run of runs.sort((a, b) => a.length - b.length)) {
    const words = run.map((i) => texts[i]!).join('')
    if (words.length > LENGTHS * text.length || text.length > LENGTHS * words.length) continue
    const share = similarity(words, text)
    if (share > (best?.share ?? 0)) best = { run, share }
  }
  return best
}

/** The clauses of each sentence, and of each that goes on with others. */
function sentencesIn(clauses: readonly number[], texts: readonly string[]): number[][] {
  const isNext = (k: number) => clauses[k] === clauses[k - 1]! + 1
  const isBeginning = (k: number) => k === 0 || !isNext(k) || ENDED.test(texts[clauses[k - 1]!]!)
  const runs: number[][] = []
  for (const [k] of clauses.entries()) {
    if (!isBeginning(k)) continue
    for (let end = k; end < clauses.length && (end === k || isNext(end)); end++)
      if (ENDED.test(texts[clauses[end]!]!)) runs.push(clauses.slice(k, end + 1))
  }
  return runs
}
