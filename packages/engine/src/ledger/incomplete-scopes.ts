import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import { NO_RECORDS, type RecordsByScope } from '../plan/records-by-scope.ts'
import type { Scope } from '../plan/scope.ts'
import { yearOf } from '../values/date.ts'

/** The incomplete ones of some scopes on a day, added to those known around them; parents come before children. */
export function incompleteScopes(
  scopes: readonly Scope[],
  records: RecordsByScope,
  asOf: number,
  around: RecordIndex['incomplete'] = new Map(),
): RecordIndex['incomplete'] {
  const isBehind = records.lastYear < yearOf(asOf)
  let incomplete: Map<Scope, readonly LedgerRecord[]> | undefined
  for (const scope of scopes)
    for (const child of scope.children) {
      const lacking = lackingList(records.of(scope), child, isBehind)
      if (lacking.length > 0 || incomplete?.has(scope)) (incomplete ??= new Map(around)).set(child, lacking)
    }
  return incomplete ?? around
}

/**
 * The records whose list is not given, is declared partial, or does not say of every year what happened: none does in a
 * ledger that `isBehind` and knows nothing of the last ones.
 */
function lackingList(records: readonly LedgerRecord[], child: Scope, isBehind: boolean): readonly LedgerRecord[] {
  let lacking: LedgerRecord[] | undefined
  for (const record of records)
    if (!record.isListed(child) || (child.keyed && (isBehind || !record.isComplete(child))))
      (lacking ??= []).push(record)
  return lacking ?? NO_RECORDS
}
