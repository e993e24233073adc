import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import { contextFor, decide, runCompiled, type Answer } from './decide.ts'
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
  const then = session.onEarlierDay(ledgerDay, () => decidedOn(ledgerDay, requirement, record, { session, year }).set)
  if (then === set || then === OUTCOMES.not_met) return 0
  const late = requirement.achievedOn ? OUTCOMES.met_late : 0
  return OUTCOMES.met | late | (then & STILL)
}

/** Runs something on the decision as of the day of the ledger, which is before `asOf`. */
export function withDecisionOfLedgerDay<T>(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  { session, year }: EvaluationContext,
  run: (answers: readonly Answer[], context: EvaluationContext) => T,
): T {
  const day = session.index.records.ledgerDay!
  return session.onEarlierDay(day, () => {
    const { answers, context } = decidedOn(day, requirement, record, { session, year })
    return run(answers, context)
  })
}

function decidedOn(
  day: number,
  requirement: PlannedRequirement,
  record: LedgerRecord,
  { session, year }: Pick<EvaluationContext, 'session' | 'year'>,
): { set: number; answers: readonly Answer[]; context: EvaluationContext } {
  const context = contextFor(requirement, record, session.context(day, year))
  const answers: Answer[] = []
  return { set: decide(requirement, record, context, runCompiled, answers), answers, context }
}

/** What was so on the day of the ledger and may still be. */
const STILL = OUTCOMES.exempted | OUTCOMES.review | OUTCOMES.not_applicable
