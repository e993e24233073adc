import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { Status } from '../values/status.ts'
import { isBroken } from '../report/status-words.ts'
import { countsDays } from './past-plan-notes.ts'

/**
 * How many days after its last day something was done, or has still not been done; none where it is not late. A goal
 * that is still aimed at, or what is only usual, is not overdue: days without end are counted of duties alone.
 */
export function daysLate(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  last: number,
  status: Status,
  exception: PlannedException | undefined,
): number | undefined {
  const since = (day: unknown) => (typeof day === 'number' && day > last ? day - last : undefined)
  if (status === 'not_met') {
    const counts = isBroken({ status, force: requirement.force }) && countsDays(requirement, last, context)
    return counts ? since(knownUpTo(context)) : undefined
  }
  if (status === 'met_late') return since(requirement.achievedOn?.run(record, context))
  return since(exception?.on?.run(record, context))
}

/** A ledger of an earlier day does not say how long it was still not done. */
function knownUpTo({ session: { asOf, index } }: EvaluationContext): number {
  return Math.min(asOf, index.records.ledgerDay ?? asOf)
}
