import { memberFinder } from '../../formula/aggregate.ts'
import type { EvaluationContext } from '../../plan/evaluation-context.ts'
import type { LedgerRecord } from '../../plan/ledger-record.ts'
import type { AggregateExpression } from '../../plan/expression.ts'
import type { PlannedRequirement } from '../../plan/plan.ts'
import { isWithin } from '../../plan/scope.ts'

/** How often one question is asked again at most. */
const TRIALS = 128
/** How many records all trials together may look at. */
const RECORDS = 4000

/** How many trials a question is worth: a formula over records looks at all of them in each. */
export function trialsFor(requirement: PlannedRequirement, record: LedgerRecord, context: EvaluationContext): number {
  let records = 1
  for (const { from, over } of requirement.aggregates) records += countRecords(from, over, record, context)
  return Math.min(TRIALS, Math.floor(RECORDS / records))
}

type Scope = AggregateExpression['over']

/** Those below the record that is asked, where the formula is about them; else all there are. */
function countRecords(from: Scope, over: Scope, record: LedgerRecord, context: EvaluationContext): number {
  if (isWithin(from, record.scope) && over !== record.scope && isWithin(over, record.scope))
    return memberFinder({ from: record.scope, over, by: undefined })(record, context).records.length
  return context.session.index.records.of(over).length
}
