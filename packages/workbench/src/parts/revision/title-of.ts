import type { RevisionWords } from '../../words/revision/revision-words.ts'

/** How many changes a draft was said to have when it was saved last. */
const SEVERAL = /等\d+项$| and \d+ more$/

/** What a draft is called: as its first change was, and of how many it is one. */
export function titleOf(summary: string, count: number, words: Pick<RevisionWords, 'severalChanges'>): string {
  const first = summary.replace(SEVERAL, '')
  if (count > 1) return words.severalChanges(first, count)
  return count === 1 ? first : summary
}
