import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import { contextFor, decide, runCompiled, type Answer } from './decide.ts'
import { isSameOnBothDays } from './same-on-both-days.ts'
import { OUTCOMES } from './outcome.ts'

/** What may have come, since the day of the ledger, of what seems not to be met. */
export interface SinceLedgerDay {
  /** As bits. */
  readonly outcomes: number
  /** Whether a later ledger is to be asked for: not where the same blanks leave both days open in the same way. */
  readonly asksLaterLedger: boolean
}

const NOTHING: SinceLedgerDay = { outcomes: 0, asksLaterLedger: false }

/**
 * A ledger shows that something is not met only if that was so on its own day: what fell due or ran out since may have
 * been done since.
 */
export function sinceLedgerDay(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  base: EvaluationContext,
  context: EvaluationContext,
  set: number,
): SinceLedgerDay {
  const { session } = base
  if (!(set & OUTCOMES.not_met) || !isOfEarlierDay(session)) return NOTHING
  const then = decisionOfLedgerDay(requirement, record, base, (decision) => decision)
  if (then.set === OUTCOMES.not_met) return NOTHING
  const isOpenAlike = then.set === set
  if (isOpenAlike && isDecidedAlike(requirement, record, context, then)) return NOTHING
  const late = requirement.achievedOn ? OUTCOMES.met_late : 0
  return { outcomes: OUTCOMES.met | late | (then.set & STILL), asksLaterLedger: !isOpenAlike }
}

/** Whether a decision comes to the same on the day of the ledger and now, whatever the blanks turn out to be. */
function isDecidedAlike(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  then: LedgerDayDecision,
): boolean {
  const { session } = context
  const now = { asOf: session.asOf, at: context.at }
  const before = { asOf: session.index.records.ledgerDay!, at: then.context.at }
  return then.answers.every(({ step, truth }) =>
    truth === undefined
      ? isSameOnBothDays(step.condition, requirement, session, now, before)
      : step.condition.run(record, context) === truth,
  )
}

/** Whether the ledger describes a day before that of the evaluation. */
export function isOfEarlierDay({ asOf, index }: Session): boolean {
  const { ledgerDay } = index.records
  return ledgerDay !== undefined && ledgerDay < asOf
}

interface LedgerDayDecision {
  readonly set: number
  readonly answers: readonly Answer[]
  readonly context: EvaluationContext
}

/** Runs something on the decision as of the day of the ledger, which is before `asOf`. */
export function decisionOfLedgerDay<T>(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  { session, year }: Pick<EvaluationContext, 'session' | 'year'>,
  run: (decision: LedgerDayDecision) => T,
): T {
  return session.onEarlierDay(session.index.records.ledgerDay!, () => {
    const context = contextFor(requirement, record, session.context(session.asOf, year))
    const answers: Answer[] = []
    return run({ set: decide(requirement, record, context, runCompiled, answers), answers, context })
  })
}

/** What was so on the day of the ledger and may still be. */
const STILL = OUTCOMES.exempted | OUTCOMES.review | OUTCOMES.not_applicable
