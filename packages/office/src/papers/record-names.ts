import type { RecordReference } from '@tiaoli/engine/plan'
import { UnitNames, type NamedLedger } from './unit-names.ts'

/**
 * How lists for the office call the records of a ledger: as papers do, with what tells those of one name apart, but an
 * organization without a name by its id, by which the office finds it.
 */
export function recordNames(source: NamedLedger): (record: RecordReference) => string {
  const units = new UnitNames(source)
  return (record) => {
    const { name, isOrganization, isBlank } = units.unitOf(record)
    return isOrganization && isBlank && record.id !== record.pointer ? record.id : name
  }
}
