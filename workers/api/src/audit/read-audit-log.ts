import type { SqlPort } from '../storage/sql-port.ts'
import type { AuditEntry } from './audit-chain.ts'

/** Entries before a number, the newest first; of one pack where one is named. */
export async function listAuditEntries(
  sql: SqlPort,
  { before, limit, pack }: { before: number | undefined; limit: number; pack: string | undefined },
): Promise<AuditEntry[]> {
  return sql.all<AuditEntry>(
    `SELECT * FROM audit WHERE seq < ?1 AND (?2 IS NULL OR pack = ?2) ORDER BY seq DESC LIMIT ?3`,
    [before ?? Number.MAX_SAFE_INTEGER, pack ?? null, limit],
  )
}

const PAGE_SIZE = 1000

/** The whole log after an entry, in pages, in the order of writing. */
export async function* auditEntriesAfter(sql: SqlPort, after: number): AsyncGenerator<AuditEntry[]> {
  let last = after
  for (;;) {
    const entries = await sql.all<AuditEntry>('SELECT * FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2', [
      last,
      PAGE_SIZE,
    ])
    if (entries.length > 0) yield entries
    if (entries.length < PAGE_SIZE) return
    last = entries.at(-1)!.seq
  }
}
