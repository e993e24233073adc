import { canonicalJson } from '@tiaoli/engine/plan'
import { sha256 } from '../storage/sha256.ts'

/** The records of which an entry of the log keeps a seal. */
export type RecordKind = 'version' | 'publication' | 'token' | 'draft'

/** Records whole, as the write of an entry leaves them. */
export type SealedRecords = Readonly<Partial<Record<RecordKind, object>>>

/** The SHA-256 of a record by which a later change of any part of it shows. */
export function sealOf(record: object): string {
  return sha256(canonicalJson(JSON.parse(JSON.stringify(record))))
}

/** What the log keeps of records. */
export function sealsOf(records: SealedRecords): Record<string, string> {
  return Object.fromEntries(Object.entries(records).map(([kind, record]) => [kind, sealOf(record)]))
}
