import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { ConditionNode } from '../plan/expression.ts'
import type { PlannedRequirement } from '../plan/plan.ts'

/** The conditions of a requirement that `decide` comes to, where it is in force or may be. */
export function* conditionsAsked(
  { inForce, applies, requires, late, unless, past }: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
): Generator<ConditionNode> {
  if (inForce) yield inForce
  if (applies) yield applies
  if (!requires) return
  yield requires
  const holds = requires.run(record, context)
  if (late && holds !== false) yield late
  if (holds === true) return
  for (const { when } of unless) {
    yield when
    if (when.run(record, context) === true) return
  }
  if (past) yield past
}
