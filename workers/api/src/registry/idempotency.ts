import type { SqlPort, Statement } from '../storage/sql-port.ts'

/** The answer that a write gave. */
export interface StoredAnswer {
  request: string
  status: number
  etag: string | null
  body: string
}

/** For this long a caller may send a write again. */
const KEPT_HOURS = 48

export async function findAnswer(sql: SqlPort, actor: string, key: string): Promise<StoredAnswer | undefined> {
  return sql.first<StoredAnswer>('SELECT request, status, etag, body FROM idempotency WHERE actor = ?1 AND key = ?2', [
    actor,
    key,
  ])
}

export function storeAnswer(actor: string, key: string, answer: StoredAnswer, at: string): Statement[] {
  const oldest = new Date(Date.parse(at) - KEPT_HOURS * 3_600_000).toISOString()
  return [
    { sql: 'DELETE FROM idempotency WHERE at < ?1', params: [oldest] },
    {
      sql: `INSERT INTO idempotency (actor, key, request, status, etag, body, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      params: [actor, key, answer.request, answer.status, answer.etag, answer.body, at],
    },
  ]
}
