import type { SignedLog } from '../audit/commit-with-audit.ts'
import { verifyAuditLog, type LogVerification } from '../audit/verify-audit-log.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { checkTexts } from './altered-text.ts'
import { checkSignatures } from './check-signatures.ts'
import { findLostRecord } from './lost-records.ts'
import { sealedRecords } from './sealed-records.ts'

export interface Verification extends Omit<LogVerification, 'broken'> {
  broken?: NonNullable<LogVerification['broken']> | BrokenRecord
  /** More texts follow: continue after this digest. */
  nextText?: string
  /** The key by which the last entry is signed, and the entry with which its use began; absent where nothing is signed. */
  signed?: { kid: string; since: number }
}

/** A record that is not as the log says: without an entry, altered since, or gone. `seq` is the entry about it. */
export interface BrokenRecord {
  seq: number | null
  fault: 'unrecorded' | 'record-altered' | 'lost' | 'text-altered' | 'forged' | 'unsigned'
  record: string
}

/**
 * Looks for entries of the log that were removed, altered or inserted; then, both ways, for records that are not as their
 * entry says, and entries whose record is gone; then for checkpoints that are not signed, or not of their entry; then for
 * texts that are not those of their digest. Pass an earlier head as
 * `after` and `hash` to notice a log that was cut short.
 */
export async function verifyService(
  { sql, signingKey }: SignedLog,
  { after, hash, text }: { after: number; hash?: string | undefined; text: string },
): Promise<Verification> {
  const log = await verifyAuditLog(sql, after, hash)
  if (!log.intact || log.next !== undefined) return log
  const broken = await brokenRecord(sql)
  if (broken) return { ...log, intact: false, broken }
  const { broken: unsigned, signed } = await checkSignatures(sql, signingKey, log.head.seq)
  if (unsigned) return { ...log, intact: false, broken: unsigned }
  const { altered, next } = await checkTexts(sql, text)
  if (altered !== undefined)
    return { ...log, intact: false, broken: { seq: null, fault: 'text-altered', record: `text ${altered}` } }
  return { ...log, ...(signed && { signed }), ...(next !== undefined && { nextText: next }) }
}

async function brokenRecord(sql: SqlPort): Promise<BrokenRecord | undefined> {
  for await (const page of sealedRecords(sql))
    for (const { name, seq, sealed, seal } of page) {
      if (seq === null) return { seq, fault: 'unrecorded', record: name }
      if (sealed !== null && sealed !== seal) return { seq, fault: 'record-altered', record: name }
    }
  const lost = await findLostRecord(sql)
  return lost && { ...lost, fault: 'lost' }
}
