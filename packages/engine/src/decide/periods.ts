import type { PlannedRequirement } from '../plan/plan.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { yearOf } from '../values/date.ts'
import { dueDate, type Session } from '../plan/evaluation-context.ts'
import { contextFor } from './decide.ts'

/** How far back a yearly duty is looked for where its first year is not known. */
const YEARS_BACK = 10

/** The year holding `asOf`, and earlier ones back to the latest whose due date has passed; oldest first. */
export function periodsOf(requirement: PlannedRequirement, record: LedgerRecord, session: Session): number[] {
  const current = yearOf(session.asOf)
  const base = session.context(session.asOf, 0)
  const first = requirement.firstPeriod!.run(record, base)
  const years: number[] = []
  for (let year = current; year > current - YEARS_BACK; year--) {
    if (typeof first === 'number' && year < first) break
    years.unshift(year)
    const due = dueDate(contextFor(requirement, record, session.context(session.asOf, year)))
    // Where no due date is known, the last full year is the latest.
    if (typeof due === 'number' ? due < session.asOf : year < current) break
  }
  return years
}
