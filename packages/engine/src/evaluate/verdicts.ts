import { referenceTo } from '../ledger/subject.ts'
import type { Frame } from '../model/frame.ts'
import type { PlannedRequirement } from '../model/plan.ts'
import type { SubjectReference, Verdict } from '../report.ts'
import type { Swept } from '../sweep/sweep-records.ts'
import { statusOf } from './decide.ts'
import type { Listing } from './listing.ts'

export function verdictOf(
  { id, pack, firstPeriod }: PlannedRequirement,
  subject: SubjectReference,
  base: Frame,
  set: number,
): Verdict {
  const status = statusOf(set)
  // Two plain literals: spreading an optional period would cost as much as the decision.
  return firstPeriod
    ? { requirement: id, pack, subject, period: base.year, status }
    : { requirement: id, pack, subject, status }
}

/** Lists what was found of records decided together, in their order, and by year; it is counted already. */
export function listSwept(requirement: PlannedRequirement, found: Swept, listing: Listing): void {
  const { subjects, references, bases, sets } = found
  const { id, pack, firstPeriod } = requirement
  if (firstPeriod === undefined) {
    // A loop of its own, with its own literal: a call for each verdict would cost as much as the decision.
    const { bytes } = sets[0]!
    for (let i = 0; i < subjects.length; i++) {
      const set = bytes[i]!
      if (!listing.lists(set)) continue
      const subject = (references[i] ??= referenceTo(subjects[i]!))
      listing.add({ requirement: id, pack, subject, status: statusOf(set) })
    }
    return
  }
  for (let i = 0; i < subjects.length; i++)
    for (let year = 0; year < bases.length; year++) {
      const set = sets[year]!.bytes[i]!
      if (!listing.lists(set)) continue
      const subject = (references[i] ??= referenceTo(subjects[i]!))
      listing.add(verdictOf(requirement, subject, bases[year]!, set))
    }
}
