import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { isPartialDate } from '../values/partial-date.ts'
import type { Given } from '../plan/fact.ts'
import { isUnknown, leastOf } from '../values/value.ts'
import { partialDateSeenFrom } from './partial-date-seen-from.ts'

/** Dates after `asOf` have not happened yet: those of some facts become null, and the record keeps what was given. */
export function hideFutureDates(record: LedgerRecord, facts: readonly Given[], context: EvaluationContext): void {
  const { values } = record
  const { asOf } = context.session
  for (const fact of facts) {
    const { slot } = fact
    const value = values[slot]!
    const seen = isPartialDate(value) ? partialDateSeenFrom(value, fact, record, context) : value
    if ((typeof seen === 'number' || isUnknown(seen)) && leastOf(seen) > asOf) {
      values[slot] = null
      record.ahead = (record.ahead ?? new Map()).set(slot, seen)
    } else if (seen !== value) values[slot] = seen
  }
}
