import type { LedgerRecord } from '../plan/ledger-record.ts'

/** Dates after `asOf` have not happened yet: those in some slots become null, and the record keeps what was given. */
export function hideFutureDates(record: LedgerRecord, slots: readonly number[], asOf: number): void {
  const { values } = record
  for (const slot of slots) {
    const value = values[slot]!
    if (typeof value !== 'number' || value <= asOf) continue
    values[slot] = null
    record.ahead = (record.ahead ?? new Map()).set(slot, value)
  }
}
