import type { SqlPort } from '../storage/sql-port.ts'
import { hashOf, ORIGIN, type AuditRow, type Head } from './audit-chain.ts'

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
  broken?: Broken
  /** Rows follow that were not looked at: go on from here. */
  next?: number
}

export type Broken =
  | { seq: number; fault: 'missing' | 'altered' | 'unlinked' }
  /** A record that is not as any row says it was made; `seq` is the row it names. */
  | { seq: number | null; fault: 'unrecorded'; record: string }

/** Rows of one request: hashing them takes some seconds. */
const MOST = 100_000

/**
 * Looks for a row that was removed, altered or slipped in, and for a version, publication or token that is not as its row
 * says. A log cut short at its end is found by whoever kept an earlier `head` and begins there.
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
  const unrecorded = await sql.first<{ seq: number | null; record: string }>(UNRECORDED)
  if (unrecorded) return { intact: false, rows, head, broken: { ...unrecorded, fault: 'unrecorded' } }
  return { intact: true, rows, head }
}

/** The first record of which the log does not tell, as it is, how it was made. A token's roles are canonical JSON. */
const UNRECORDED = `
  WITH given AS (
    SELECT detail ->> 'token' AS id, detail ->> 'holder' AS holder, json(detail -> 'roles') AS roles,
      unixepoch(detail ->> 'expiresAt') AS expires_at
    FROM audit WHERE action = 'token.created'
  ), revoked AS (SELECT detail ->> 'token' AS id FROM audit WHERE action = 'token.revoked')
  SELECT audit_seq AS seq, 'version ' || version || ' of ' || pack AS record FROM versions AS made
  WHERE NOT EXISTS (
    SELECT 1 FROM audit WHERE audit.seq = made.audit_seq AND audit.pack = made.pack
      AND action IN ('draft.approved', 'pack.seeded', 'pack.followed')
      AND detail ->> 'version' = made.version AND detail ->> 'sha256' = made.sha256
  )
  UNION ALL
  SELECT audit_seq, 'publication ' || seq || ' of ' || pack FROM publications AS made
  WHERE NOT EXISTS (
    SELECT 1 FROM audit WHERE audit.seq = made.audit_seq AND audit.pack = made.pack AND audit.actor = made.actor
      AND action IN ('version.published', 'pack.seeded', 'pack.followed')
      AND detail ->> 'version' = made.version AND detail ->> 'seq' = made.seq
  )
  UNION ALL
  SELECT NULL, 'token ' || tokens.id FROM tokens LEFT JOIN given ON given.id = tokens.id
    AND given.holder = tokens.holder AND given.roles = json(tokens.roles) AND given.expires_at IS unixepoch(tokens.expires_at)
  WHERE given.id IS NULL
  UNION ALL
  SELECT NULL, 'token ' || tokens.id FROM tokens JOIN revoked ON revoked.id = tokens.id
  WHERE tokens.revoked_at IS NULL
  LIMIT 1`

function faultOf(row: AuditRow, head: Head) {
  if (row.seq !== head.seq + 1) return 'missing'
  if (row.previous !== head.hash) return 'unlinked'
  return hashOf(row) === row.hash ? undefined : 'altered'
}
