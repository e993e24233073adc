import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Reference } from '../plan/preparation.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import { NO_RECORDS } from '../plan/records-by-scope.ts'
import { isUnknown } from '../values/value.ts'

/**
 * What a streamed record refers to does not hold on to it. Which streamed record is referred to stays open: others may
 * have the same id, and most are not there.
 */
export function linkReference(
  { ids, records, view, incomplete, undecided, conflicts }: RecordIndex,
  { fact, target, place }: Reference,
): void {
  const passing = view?.isStreamed(fact.scope) ?? false
  const leadsToStream = view?.isStreamed(target) ?? false
  const open: LedgerRecord[] = []
  for (const record of records.of(fact.scope)) {
    const value = record.value(fact)
    if (value === null) {
      record.setLink(fact, null)
      continue
    }
    const found = isUnknown(value) ? NO_RECORDS : ids.find(target, value)
    if (found.length === 1) {
      record.setLink(fact, found[0]!)
      if (!passing) found[0]!.referrers[place]!.push(record)
      continue
    }
    open.push(record)
    const mayBeElsewhere = leadsToStream || (found.length === 0 && incomplete.has(target))
    if (!isUnknown(value) && !mayBeElsewhere) conflicts.push({ check: 'reference', record, facts: [fact] })
  }
  if (open.length > 0) undecided.set(fact, open)
}
