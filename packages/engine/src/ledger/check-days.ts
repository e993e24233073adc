import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Given } from '../plan/fact.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import { isPartialDate } from '../values/partial-date.ts'
import { leastOf } from '../values/value.ts'
import { daysOfPartialDate } from './days-of-partial-date.ts'

/** A ledger of a day cannot know of anything that happened later. */
export function checkDays(index: RecordIndex, happened: readonly Given[]): void {
  const { ledgerDay } = index.records
  if (ledgerDay === undefined) return
  for (const fact of happened)
    for (const record of index.records.of(fact.scope))
      if (firstDay(record, fact) > ledgerDay) index.conflicts.push({ check: 'ledger-day', record, facts: [fact] })
}

function firstDay(record: LedgerRecord, fact: Given): number {
  const value = record.at(fact.slot)
  return leastOf(isPartialDate(value) ? daysOfPartialDate(value, fact, record) : value)
}
