import type { Proposal } from '../../engine/revision-calls.ts'
import type { RevisionWords } from '../../words/revision/revision-words.ts'

/** How many changes a draft was said to have when it was saved last, in Chinese or how many besides the first in English. */
const SEVERAL = /等(?<all>\d+)项$| and (?<others>\d+) more$/

/**
 * What a draft is called: as its first change was, and of how many it is one. Of what its author has called it, nothing
 * is left out: only what says as many changes as it has was written when it was saved.
 */
export function titleOf(
  summary: string,
  { count, saved }: Pick<Proposal, 'count' | 'saved'>,
  words: Pick<RevisionWords, 'severalChanges'>,
): string {
  const { all, others } = SEVERAL.exec(summary)?.groups ?? {}
  const isWritten = saved > 1 && (Number(all) === saved || Number(others) === saved - 1)
  const first = isWritten ? summary.replace(SEVERAL, '') : summary
  return count > 1 ? words.severalChanges(first, count) : count === 1 ? first : summary
}
