import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import type { RawValues } from './raw-values.ts'

/** The index of a ledger around a stream keeps what checks of streamed records read of it. */
export interface LoadedLedger extends RecordIndex {
  readonly rawValues: RawValues | undefined
  /** The parent of streamed records where no ledger was given around them. */
  readonly supposed?: LedgerRecord | undefined
}
