import type { SqlPort, Statement } from '../storage/sql-port.ts'

/** The answer to a write, stored with it in one transaction. */
export interface StoredReply {
  /** Digest of the request that it answered. */
  request: string
  status: number
  etag: string | null
  location: string | null
  /** Number of the last entry that the write added to the audit log. */
  auditSeq: number | null
  body: string
}

/** For this long a caller may repeat a write. */
const KEPT_HOURS = 48

export async function findStoredReply(sql: SqlPort, actor: string, key: string): Promise<StoredReply | undefined> {
  return sql.first<StoredReply>(
    `SELECT request, status, etag, location, audit_seq AS auditSeq, body FROM idempotency
     WHERE actor = ?1 AND key = ?2`,
    [actor, key],
  )
}

/** Stores a reply, and deletes those that are too old. */
export function insertStoredReply(
  actor: string,
  key: string,
  { request, status, etag, location, auditSeq, body }: StoredReply,
  at: string,
): Statement[] {
  const oldest = new Date(Date.parse(at) - KEPT_HOURS * 3_600_000).toISOString()
  return [
    { sql: 'DELETE FROM idempotency WHERE at < ?1', params: [oldest] },
    {
      sql: `INSERT INTO idempotency (actor, key, request, status, etag, location, audit_seq, body, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      params: [actor, key, request, status, etag, location, auditSeq, body, at],
    },
  ]
}
