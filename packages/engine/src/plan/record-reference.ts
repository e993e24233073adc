import {
  idOf,
  recordName,
  recordPointer,
  type LedgerRecord,
  type NamedRecord,
  type RecordReference,
} from './ledger-record.ts'

/** How reports refer to a record: one object for all findings on it. */
export function recordReference(record: LedgerRecord): RecordReference {
  const isNamed = record.name !== undefined || idOf(record) !== undefined
  return (record.reference ??= Object.freeze(isNamed ? named(record) : { ...named(record), ...placeOf(record) }))
}

function named(record: LedgerRecord): NamedRecord {
  return {
    scope: record.scope.name,
    id: recordName(record),
    ...(record.name === undefined ? {} : { name: record.name }),
    pointer: recordPointer(record),
  }
}

/** What people need to know a record by that has neither id nor name. */
function placeOf({ scope, parent, values }: LedgerRecord): Pick<RecordReference, 'knownAs' | 'within'> {
  const knownAs = scope.naming.map(({ slot }) => values[slot]).filter((value) => typeof value === 'string')
  const within: NamedRecord[] = []
  for (let above = parent; above?.parent; above = above.parent) within.unshift(Object.freeze(named(above)))
  return { ...(knownAs.length > 0 ? { knownAs } : {}), ...(within.length > 0 ? { within } : {}) }
}
