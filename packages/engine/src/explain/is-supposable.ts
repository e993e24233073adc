import { dueDate, type EvaluationContext } from '../plan/evaluation-context.ts'
import type { Given } from '../plan/fact.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { yearOf } from '../values/date.ts'
import { isPartialDate } from '../values/partial-date.ts'
import { leastOf } from '../values/value.ts'

/**
 * Whether a fact may be supposed otherwise: only what is the bearer’s and can still change. To suppose that something
 * past was otherwise would ask for the ledger to be rewritten.
 */
export function isSupposable(record: LedgerRecord, fact: Given, context: EvaluationContext): boolean {
  const { session, year } = context
  const { asOf } = session
  if (!fact.isBearers || fact.isKey || isOfEvent(record)) return false
  if (record.conflicts?.has(fact.slot)) return false // what does not agree must be cleared up first
  if (record.ahead?.has(fact.slot)) return false // a day that is to come is not moved forward
  // A finding on a year that is over is about what was so in it, wherever the ledger gives it.
  const isOfPastPeriod = year !== 0 && year < yearOf(asOf)
  if (fact.type !== 'date') return !isOfPastPeriod && !isOfPastYear(record, asOf)
  // What is done for a year after it still can be, up to its last day; from then on it is told as it was.
  return !hasPassed(record, fact, asOf) && (!isOfPastPeriod || leastOf(dueDate(context)) >= asOf)
}

function isOfEvent(record: LedgerRecord): boolean {
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.scope.isEvent) return true
  return false
}

/** What was so in a year that is over was so; what is dated can still be made up for. */
function isOfPastYear(record: LedgerRecord, asOf: number): boolean {
  for (let at: LedgerRecord | undefined = record; at; at = at.parent)
    if (at.scope.keyed && at.position < yearOf(asOf)) return true
  return false
}

function hasPassed(record: LedgerRecord, fact: Given, asOf: number): boolean {
  const value = record.value(fact)
  return isPartialDate(value) ? value.least <= asOf : typeof value === 'number' && value <= asOf
}
