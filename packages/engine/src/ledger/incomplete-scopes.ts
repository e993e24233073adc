import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import { NO_RECORDS, type RecordsByScope } from '../plan/records-by-scope.ts'
import type { Scope } from '../plan/scope.ts'

/** The incomplete ones of some scopes, added to those known around them; parents come before children. */
export function incompleteScopes(
  scopes: readonly Scope[],
  records: RecordsByScope,
  around: RecordIndex['incomplete'] = new Map(),
): RecordIndex['incomplete'] {
  let incomplete: Map<Scope, readonly LedgerRecord[]> | undefined
  for (const scope of scopes)
    for (const child of scope.children) {
      const lacking = lackingList(records.of(scope), child.childIndex)
      if (lacking.length > 0 || incomplete?.has(scope)) (incomplete ??= new Map(around)).set(child, lacking)
    }
  return incomplete ?? around
}

function lackingList(records: readonly LedgerRecord[], childIndex: number): readonly LedgerRecord[] {
  let lacking: LedgerRecord[] | undefined
  for (const record of records) if (record.children[childIndex] === undefined) (lacking ??= []).push(record)
  return lacking ?? NO_RECORDS
}
