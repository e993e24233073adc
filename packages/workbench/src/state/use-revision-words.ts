import { revisionWordsIn, type RevisionWords } from '../words/revision/revision-words.ts'
import { useWork } from './use-work.ts'

/** The words of the screens of changes and approvals, which come with these screens. */
export function useRevisionWords(): RevisionWords {
  return revisionWordsIn(useWork().language.value)
}
