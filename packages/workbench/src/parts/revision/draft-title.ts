import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { titleOf } from './title-of.ts'

/** What a draft is called: as its first change was, and of how many it is one. */
export function useDraftTitle({ draft, proposal }: Pick<Revision, 'draft' | 'proposal'>): string | undefined {
  const words = useRevisionWords()
  const summary = draft.value?.summary
  if (summary === undefined || proposal.value.state !== 'ready') return summary
  return titleOf(summary, proposal.value.value, words)
}
