import { verifyAuditLog, type LogVerification } from '../audit/verify-audit-log.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { checkTexts } from './altered-text.ts'
import { findLostRecord } from './lost-records.ts'
import { sealedRecords } from './sealed-records.ts'

export interface Verification extends Omit<LogVerification, 'broken'> {
  broken?: NonNullable<LogVerification['broken']> | BrokenRecord
  /** More texts follow: continue after this digest. */
  nextText?: string
}

/** A record that is not as the log says: without an entry, altered since, or gone. `seq` is the entry about it. */
export interface BrokenRecord {
  seq: number | null
  fault: 'unrecorded' | 'record-altered' | 'lost' | 'text-altered'
  record: string
}

/**
 * Looks for entries of the log that were removed, altered or inserted; then, both ways, for records that are not as their
 * entry says, and entries whose record is gone; then for texts that are not those of their digest. Pass an earlier head as
 * `after` and `hash` to notice a log that was cut short.
 */
export async function verifyService(
  sql: SqlPort,
  { after, hash, text }: { after: number; hash?: string | undefined; text: string },
): Promise<Verification> {
  const log = await verifyAuditLog(sql, after, hash)
  if (!log.intact || log.next !== undefined) return log
  const broken = await brokenRecord(sql)
  if (broken) return { ...log, intact: false, broken }
  const { altered, next } = await checkTexts(sql, text)
  if (altered !== undefined)
    return { ...log, intact: false, broken: { seq: null, fault: 'text-altered', record: `text ${altered}` } }
  return next === undefined ? log : { ...log, nextText: next }
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
