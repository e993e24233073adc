import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Expression } from '../plan/expression.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import { DayAhead, type Seen } from '../values/day-ahead.ts'

/** The value of an expression, or the later date that the ledger gives where it reads as null. */
export function seenOf(expression: Expression, record: LedgerRecord, context: EvaluationContext): Seen {
  const value = expression.run(record, context)
  if (value !== null || expression.kind !== 'fact' || expression.type !== 'date') return value
  const target = expression.route.follow(record, context)
  const given = target instanceof LedgerRecord ? target.ahead?.get(expression.fact.slot) : undefined
  return given === undefined ? null : new DayAhead(given)
}
