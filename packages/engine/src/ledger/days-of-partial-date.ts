import type { Given } from '../plan/fact.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { yearEnd, yearStart } from '../values/date.ts'
import { PartialDate } from '../values/partial-date.ts'

/**
 * The days that a date known in part can be: one of which no day is given is, in the record of a year, of that year, or
 * of the next where the fact says so.
 */
export function daysOfPartialDate(date: PartialDate, { intoNextYear }: Given, record: LedgerRecord): PartialDate {
  const year = date.written === true ? yearAround(record) : undefined
  if (year === undefined) return date
  return new PartialDate(yearStart(year), yearEnd(intoNextYear ? year + 1 : year), date.certain, date.written)
}

function yearAround(record: LedgerRecord): number | undefined {
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.scope.keyed) return at.position
  return undefined
}
