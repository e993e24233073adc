import type { Answer } from '../decide/decide.ts'
import type { SinceLedgerDay } from '../decide/since-ledger-day.ts'
import type { Task } from '../decide/task.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'

/** A question with the outcomes decided for it and the answers that led there. */
export interface Decision extends Task {
  /** The context in which the conditions ran. */
  readonly context: EvaluationContext
  /** The outcomes still possible, as bits. */
  readonly set: number
  readonly since: SinceLedgerDay
  readonly answers: readonly Answer[]
}
