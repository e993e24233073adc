import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Given } from '../plan/fact.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { PartialDate } from '../values/partial-date.ts'
import { daysOfPartialDate } from './days-of-partial-date.ts'

/**
 * A date known in part, on the day of evaluation. A ledger holds what had happened by its own day, so of a month or a
 * year around that day only the days up to it are possible, unless the fact may be written down before it comes. A date of which no day is given had come by the day of the
 * ledger, or if the ledger has no day by the day of evaluation, unless the year in whose record it stands came later.
 */
export function partialDateSeenFrom(
  date: PartialDate,
  fact: Given,
  record: LedgerRecord,
  context: EvaluationContext,
): PartialDate {
  const { asOf, index } = context.session
  const { ledgerDay } = index.records
  const days = daysOfPartialDate(date, fact, record)
  const by = date.written === true ? (ledgerDay ?? asOf) : fact.planned ? undefined : ledgerDay
  const happened = by === undefined || by < days.least ? days : days.upTo(by)
  return happened.least <= asOf && happened.greatest > asOf ? happened.mayLieAhead() : happened
}
