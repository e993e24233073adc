import type { InputProblem } from '@tiaoli/engine'
import type { ProblemPlace } from './problem-error.ts'
import { tooMuchToAnswer } from './too-much-to-answer.ts'

/** What the engine refuses in a text or a ledger, as places of a problem. */
export function placesOfProblems(problems: readonly InputProblem[]): ProblemPlace[] {
  return problems.map(({ message, ...rest }) => ({ ...rest, detail: tooMuchToAnswer(rest.code) ?? message }))
}
