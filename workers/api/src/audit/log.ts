import type { SqlPort } from '../storage/sql-port.ts'
import { hashOf, ORIGIN, type AuditRow, type Head } from './chain.ts'

/** Rows before a number, the newest first; of one pack where one is named. */
export async function readLog(
  sql: SqlPort,
  { before, limit, pack }: { before: number | undefined; limit: number; pack: string | undefined },
): Promise<AuditRow[]> {
  return sql.all<AuditRow>(
    `SELECT * FROM audit WHERE seq < ?1 AND (?2 IS NULL OR pack = ?2) ORDER BY seq DESC LIMIT ?3`,
    [before ?? Number.MAX_SAFE_INTEGER, pack ?? null, limit],
  )
}

const PAGE = 1000

/** The whole log from a row on, in pages, in the order in which it was written. */
export async function* logFrom(sql: SqlPort, after: number): AsyncGenerator<AuditRow[]> {
  let last = after
  for (;;) {
    const rows = await sql.all<AuditRow>('SELECT * FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2', [last, PAGE])
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    last = rows.at(-1)!.seq
  }
}

export interface Verification {
  intact: boolean
  /** Rows looked at. */
  rows: number
  /** The last row that was looked at: keep it, and a shortened log will not go unnoticed. */
  head: Head
  /** The first row that does not fit, and how. */
  broken?: { seq: number; fault: 'missing' | 'altered' | 'unlinked' | 'unrecorded' }
  /** Rows follow that were not looked at: go on from here. */
  next?: number
}

/** Rows of one request: hashing them takes some seconds. */
const MOST = 100_000

/**
 * Looks for a row that was removed, altered or slipped in, and for a version or publication without its row. A log cut
 * short at its end is found by whoever kept an earlier `head` and begins there.
 */
export async function verifyLog(sql: SqlPort, after: number, hash: string | undefined): Promise<Verification> {
  const start = after === 0 ? ORIGIN : await sql.first<Head>('SELECT seq, hash FROM audit WHERE seq = ?1', [after])
  if (!start) return { intact: false, rows: 0, head: ORIGIN, broken: { seq: after, fault: 'missing' } }
  if (hash !== undefined && start.hash !== hash)
    return { intact: false, rows: 0, head: ORIGIN, broken: { seq: after, fault: 'altered' } }
  let head = start
  let rows = 0
  for await (const page of logFrom(sql, after))
    for (const row of page) {
      const fault = faultOf(row, head)
      if (fault) return { intact: false, rows, head, broken: { seq: head.seq + 1, fault } }
      head = { seq: row.seq, hash: row.hash }
      if (++rows === MOST) return { intact: true, rows, head, next: head.seq }
    }
  const unrecorded = await sql.first<{ seq: number }>(
    `SELECT audit_seq AS seq FROM (
       SELECT audit_seq, pack FROM versions UNION ALL SELECT audit_seq, pack FROM publications
     ) AS made
     WHERE NOT EXISTS (SELECT 1 FROM audit WHERE audit.seq = made.audit_seq AND audit.pack = made.pack)
     ORDER BY audit_seq LIMIT 1`,
  )
  if (unrecorded) return { intact: false, rows, head, broken: { seq: unrecorded.seq, fault: 'unrecorded' } }
  return { intact: true, rows, head }
}

function faultOf(row: AuditRow, head: Head) {
  if (row.seq !== head.seq + 1) return 'missing'
  if (row.previous !== head.hash) return 'unlinked'
  return hashOf(row) === row.hash ? undefined : 'altered'
}
