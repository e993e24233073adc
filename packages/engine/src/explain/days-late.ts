import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { Status } from '../values/status.ts'
import { countsDays } from './past-plan-notes.ts'

/** How many days after its last day something was done, or has still not been done; none where it is not late. */
export function daysLate(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  last: number,
  status: Status,
  exception: PlannedException | undefined,
): number | undefined {
  const since = (day: unknown) => (typeof day === 'number' && day > last ? day - last : undefined)
  if (status === 'not_met') return countsDays(requirement, last, context) ? since(context.session.asOf) : undefined
  if (status === 'met_late') return since(requirement.achievedOn?.run(record, context))
  return since(exception?.on?.run(record, context))
}
