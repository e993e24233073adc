import type { LedgerRecord } from '../plan/ledger-record.ts'
import { yearEnd, yearStart } from '../values/date.ts'
import { PartialDate } from '../values/partial-date.ts'

/** The days that a date known in part can be: one of which no day is given is, in the record of a year, of that year. */
export function daysOfPartialDate(date: PartialDate, record: LedgerRecord): PartialDate {
  const year = date.written === true ? yearAround(record) : undefined
  return year === undefined ? date : new PartialDate(yearStart(year), yearEnd(year), date.certain, date.written)
}

function yearAround(record: LedgerRecord): number | undefined {
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.scope.keyed) return at.position
  return undefined
}
