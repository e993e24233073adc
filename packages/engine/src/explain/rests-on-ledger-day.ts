import { memberFinder } from '../formula/aggregate.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { AggregateExpression, LeafNode } from '../plan/expression.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import { partsOf, type Node } from '../plan/walk.ts'
import { isPartialDate } from '../values/partial-date.ts'
import type { Value } from '../values/value.ts'

/**
 * Whether a leaf rests on what a ledger of another day does not have: a date that is none or of which no day is given, a
 * record that is not there or not in a list. That is so on the day of the ledger, and later it may be otherwise.
 */
export function restsOnLedgerDay(
  leaf: LeafNode,
  record: LedgerRecord,
  ledgerDay: number,
  context: EvaluationContext,
): boolean {
  const isPast = ledgerDay < context.session.asOf
  return partsOf(leaf).some((side) => lacks(side, record, isPast, context))
}

/** On a day before that of the ledger something may be lacking because it is still to come, with a day of its own. */
function lacks(side: Node, from: LedgerRecord, isPast: boolean, context: EvaluationContext): boolean {
  if (side.kind !== 'fact') return false
  const record = side.route.follow(from, context)
  if (!(record instanceof LedgerRecord)) return isPast && record === null
  const { fact } = side
  const value = side.run(from, context)
  if (fact.kind === 'derived' && fact.formula.kind === 'aggregate')
    return isEmpty(fact.formula, record, context) || (isPast && restsOnAll(fact.formula, value))
  if (fact.type !== 'date') return false
  if (fact.kind === 'derived') return isPast && value === null
  return isPartialDate(value) ? value.written === true : value === null && !record.ahead?.has(fact.slot)
}

/** Of records that are streamed past one above them, nothing is left in its list. */
function isEmpty(formula: AggregateExpression, holder: LedgerRecord, context: EvaluationContext): boolean {
  const { view } = context.session.index
  if (view?.isStreamed(formula.over) && !view.isStreamed(holder.scope)) return false
  return memberFinder(formula)(holder, context).records.length === 0
}

/** Whether no single record decides: one more record might. */
function restsOnAll({ name }: AggregateExpression, value: Value): boolean {
  if (name === 'some') return value === false
  if (name === 'every') return value === true
  return value === (name === 'count' ? 0 : null)
}
