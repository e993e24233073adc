import { MAX_ANSWER_CHARACTERS } from '../limits/finding-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { tooMuchToAnswer } from '../problem/too-much-to-answer.ts'

/**
 * Refuses findings that are too long to be sent together: how long one is, the words of its pack and the ids of the ledger
 * say. They are written out one by one, so that no more is held than may be sent.
 */
export function limitAnswer(findings: readonly object[]): void {
  let left = MAX_ANSWER_CHARACTERS
  for (const finding of findings) {
    left -= JSON.stringify(finding).length
    if (left < 0)
      throw new ProblemError('answer-too-large', [{ pointer: '', code: CODE, detail: tooMuchToAnswer(CODE)! }])
  }
}

const CODE = 'too-many-characters'
