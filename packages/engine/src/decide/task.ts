import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedRequirement } from '../plan/plan.ts'

/** One question: does this requirement hold for this subject, in this period? */
export interface Task {
  readonly requirement: PlannedRequirement
  readonly record: LedgerRecord
  /** The context of `asOf` and the period; `contextFor` gives the one in which the conditions run. */
  readonly base: EvaluationContext
}
