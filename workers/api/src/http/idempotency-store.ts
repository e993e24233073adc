import type { SqlPort, Statement } from '../storage/sql-port.ts'

/** The answer that a write gave. */
export interface StoredAnswer {
  request: string
  status: number
  etag: string | null
  location: string | null
  /** Number of the last row that the write added to the audit log. */
  auditSeq: number | null
  body: string
}

/** For this long a caller may send a write again. */
const KEPT_HOURS = 48

export async function findAnswer(sql: SqlPort, actor: string, key: string): Promise<StoredAnswer | undefined> {
  return sql.first<StoredAnswer>(
    `SELECT request, status, etag, location, audit_seq AS auditSeq, body FROM idempotency
     WHERE actor = ?1 AND key = ?2`,
    [actor, key],
  )
}

export function storeAnswer(
  actor: string,
  key: string,
  { request, status, etag, location, auditSeq, body }: StoredAnswer,
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
