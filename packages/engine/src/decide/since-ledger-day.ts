import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import { contextFor, decide, runCompiled } from './decide.ts'
import { OUTCOMES } from './outcome.ts'

/**
 * What may have come, since the day of the ledger, of what seems not to be met; 0 where nothing may. A ledger shows that
 * something is not met only if that was so on its own day: what fell due or ran out since may have been done since.
 */
export function sinceLedgerDay(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  { session, year }: EvaluationContext,
  set: number,
): number {
  const { ledgerDay } = session.index.records
  if (ledgerDay === undefined || ledgerDay >= session.asOf || !(set & OUTCOMES.not_met)) return 0
  const then = session.onEarlierDay(ledgerDay, () =>
    decide(requirement, record, contextFor(requirement, record, session.context(ledgerDay, year)), runCompiled),
  )
  if (then === set || then === OUTCOMES.not_met) return 0
  const late = requirement.achievedOn ? OUTCOMES.met_late : 0
  return OUTCOMES.met | late | (then & STILL)
}

/** What was so on the day of the ledger and may still be. */
const STILL = OUTCOMES.exempted | OUTCOMES.review | OUTCOMES.not_applicable
