import { idOf, recordName, recordPointer, type LedgerRecord, type RecordReference } from './ledger-record.ts'

/** How reports refer to a record: one object for all findings on it. */
export function recordReference(record: LedgerRecord): RecordReference {
  return (record.reference ??= Object.freeze({
    scope: record.scope.name,
    id: recordName(record),
    ...(record.name === undefined ? {} : { name: record.name }),
    ...(record.name === undefined && idOf(record) === undefined ? placeOf(record) : {}),
    pointer: recordPointer(record),
  }))
}

/** What people need to know a record by that has neither id nor name. The whole ledger needs no other. */
function placeOf({ scope, parent, values }: LedgerRecord): Pick<RecordReference, 'knownAs' | 'within'> {
  const ids = scope.naming.map(({ slot }) => values[slot]).filter((value) => typeof value === 'string')
  return {
    ...(ids.length === 0 ? {} : { knownAs: ids }),
    ...(parent?.parent === undefined ? {} : { within: recordReference(parent) }),
  }
}
