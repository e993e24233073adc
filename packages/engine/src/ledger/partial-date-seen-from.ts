import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { yearEnd, yearStart } from '../values/date.ts'
import { PartialDate } from '../values/partial-date.ts'

/**
 * A date known in part, on the day of evaluation. One of which no day is given had come by the day of the ledger, or if
 * the ledger has no day by the day of evaluation, and in the record of a year within that year.
 */
export function partialDateSeenFrom(
  date: PartialDate,
  record: LedgerRecord,
  { session }: EvaluationContext,
): PartialDate {
  const { asOf, index } = session
  if (date.written !== true) return date.least <= asOf && date.greatest > asOf ? date.mayLieAhead() : date
  const year = yearAround(record)
  const least = year === undefined ? date.least : yearStart(year)
  const last = Math.min(year === undefined ? date.greatest : yearEnd(year), index.records.ledgerDay ?? asOf)
  const greatest = Math.max(least, last)
  return new PartialDate(least, greatest, greatest <= asOf, true)
}

function yearAround(record: LedgerRecord): number | undefined {
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.scope.keyed) return at.position
  return undefined
}
