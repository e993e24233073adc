import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import type { RecordReference } from '../plan/ledger-record.ts'
import type { Verdict } from '../report/report.ts'
import { statusOf } from '../decide/outcome.ts'

export function makeVerdict(
  { id, pack, firstPeriod }: PlannedRequirement,
  subject: RecordReference,
  base: EvaluationContext,
  set: number,
): Verdict {
  const status = statusOf(set)
  // Two plain literals: spreading an optional period would cost as much as the decision.
  return firstPeriod
    ? { requirement: id, pack, subject, period: base.year, status }
    : { requirement: id, pack, subject, status }
}
