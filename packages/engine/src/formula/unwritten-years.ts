import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import type { Scope } from '../plan/scope.ts'
import { yearOf } from '../values/date.ts'
import { Unknown } from '../values/value.ts'
import { YEAR_LIMITS } from '../values/year-limits.ts'

/**
 * The years of a keyed list that the ledger says nothing of, up to that of `asOf` or the period, each as a blank record:
 * what is not written is unknown, not "nothing happened". None where the list is declared complete for all of them or has no records.
 */
export function unwrittenYears(parent: LedgerRecord, scope: Scope, context: EvaluationContext): LedgerRecord[] {
  const { asOf, lastYear } = context.session
  const current = yearOf(asOf)
  if (!scope.keyed || (parent.isComplete(scope) && Math.max(current, context.year) <= lastYear)) return []
  const [first, last] = [
    Math.min(current, context.year || current) - YEAR_LIMITS.unwritten,
    Math.max(current, context.year),
  ]
  const years: LedgerRecord[] = []
  for (let year = first; year <= last; year++)
    if (parent.recordOf(scope, year, lastYear) instanceof Unknown) years.push(blankYear(parent, scope, year))
  return years
}

function blankYear(parent: LedgerRecord, scope: Scope, year: number): LedgerRecord {
  const record = new LedgerRecord(scope, parent, year)
  record.isAdded = true
  if (scope.keyFact) record.values[scope.keyFact.slot] = year
  return record
}
