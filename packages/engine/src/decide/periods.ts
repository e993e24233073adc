import type { PlannedRequirement } from '../plan/plan.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { yearOf } from '../values/date.ts'
import { YEAR_LIMITS } from '../values/year-limits.ts'
import { dueDate, type EvaluationContext } from '../plan/evaluation-context.ts'
import type { Session } from '../plan/session.ts'
import { contextFor, decide, exceptionIn, runCompiled, type Answer } from './decide.ts'
import { OUTCOMES } from './outcome.ts'

/** What stays on the list of later years until it is done, as does what an exception leaves to a person. */
const OPEN = OUTCOMES.not_met | OUTCOMES.pending

/**
 * The year holding `asOf`, the earlier ones back to the latest whose due date has passed, and of those before the ones
 * that are still open; oldest first. `admit` is called before each decision whether a year is open, and may refuse it.
 */
export function periodsOf(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  session: Session,
  admit: () => void,
): number[] {
  const current = yearOf(session.asOf)
  const base = session.context(session.asOf, 0)
  const first = requirement.firstPeriod!.run(record, base)
  const years: number[] = []
  let isLatest = true
  for (let year = current; year > current - YEAR_LIMITS.ofDuty; year--) {
    if (typeof first === 'number' && year < first) break
    const context = contextFor(requirement, record, session.context(session.asOf, year))
    if (!isLatest) admit()
    if (isLatest || isOpen(requirement, record, context)) years.unshift(year)
    const due = dueDate(context)
    // Where no due date is known, the last full year is the latest.
    if (typeof due === 'number' ? due < session.asOf : year < current) isLatest = false
  }
  return years
}

function isOpen(requirement: PlannedRequirement, record: LedgerRecord, context: EvaluationContext): boolean {
  const set = decide(requirement, record, context, runCompiled)
  if (set === OUTCOMES.review) return isLeftByException(requirement, record, context)
  return set !== 0 && (set & ~OPEN) === 0
}

/** Not so where the plan is over or part of the ground has ended: that holds of every year, and is told of the latest. */
function isLeftByException(requirement: PlannedRequirement, record: LedgerRecord, context: EvaluationContext): boolean {
  const answers: Answer[] = []
  decide(requirement, record, context, runCompiled, answers)
  return exceptionIn(answers) !== undefined
}
