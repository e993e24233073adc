import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { yearEnd, yearStart } from '../values/date.ts'
import { PartialDate } from '../values/partial-date.ts'

/**
 * A date known in part, on the day of evaluation. A ledger holds what had happened by its own day, so of a month or a
 * year around that day only the days up to it are possible. A date of which no day is given had come by the day of the
 * ledger, or if the ledger has no day by the day of evaluation, and in the record of a year within that year.
 */
export function partialDateSeenFrom(date: PartialDate, record: LedgerRecord, context: EvaluationContext): PartialDate {
  const { asOf, index } = context.session
  const { ledgerDay } = index.records
  const { written } = date
  if (written === true) {
    const year = yearAround(record)
    const least = year === undefined ? date.least : yearStart(year)
    const last = Math.min(year === undefined ? date.greatest : yearEnd(year), ledgerDay ?? asOf)
    const greatest = Math.max(least, last)
    return new PartialDate(least, greatest, greatest <= asOf, written)
  }
  const happened = ledgerDay === undefined || ledgerDay < date.least ? date : date.upTo(ledgerDay)
  return happened.least <= asOf && happened.greatest > asOf ? happened.mayLieAhead() : happened
}

function yearAround(record: LedgerRecord): number | undefined {
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.scope.keyed) return at.position
  return undefined
}
