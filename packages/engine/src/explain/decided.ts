import type { Answer } from '../decide/decide.ts'
import type { Task } from '../decide/task.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'

/** What was decided of a question, and how it came about. */
export interface Decided extends Task {
  /** The context in which the conditions ran. */
  readonly context: EvaluationContext
  /** The outcomes still possible, as bits. */
  readonly set: number
  readonly answers: readonly Answer[]
}
