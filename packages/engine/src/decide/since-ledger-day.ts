import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
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
  if (!(set & OUTCOMES.not_met) || !isOfEarlierDay(session)) return 0
  const then = decisionOfLedgerDay(requirement, record, { session, year }, (decision) => decision.set)
  if (then === set || then === OUTCOMES.not_met) return 0
  const late = requirement.achievedOn ? OUTCOMES.met_late : 0
  return OUTCOMES.met | late | (then & STILL)
}

/** Whether the ledger describes a day before that of the evaluation. */
export function isOfEarlierDay({ asOf, index }: Session): boolean {
  const { ledgerDay } = index.records
  return ledgerDay !== undefined && ledgerDay < asOf
}

/** Runs something on the decision as of the day of the ledger, which is before `asOf`. */
export function decisionOfLedgerDay<T>(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  { session, year }: Pick<EvaluationContext, 'session' | 'year'>,
  run: (decision: { set: number; answers: readonly Answer[]; context: EvaluationContext }) => T,
): T {
  return session.onEarlierDay(session.index.records.ledgerDay!, () => {
    const context = contextFor(requirement, record, session.context(session.asOf, year))
    const answers: Answer[] = []
    return run({ set: decide(requirement, record, context, runCompiled, answers), answers, context })
  })
}

/** What was so on the day of the ledger and may still be. */
const STILL = OUTCOMES.exempted | OUTCOMES.review | OUTCOMES.not_applicable
