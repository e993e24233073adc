import type { SqlPort } from '../storage/sql-port.ts'
import { EMPTY_HEAD, hashOfEntry, type AuditEntry, type AuditHead } from './audit-chain.ts'
import { auditEntriesAfter } from './read-audit-log.ts'

export interface LogVerification {
  intact: boolean
  /** Number of entries checked. */
  rows: number
  /** The last entry checked. Keep it: a log that was cut short no longer contains it. */
  head: AuditHead
  /** The first entry that is wrong, and how. */
  broken?: Broken
  /** More entries follow: continue after this one. */
  next?: number
}

export type Broken =
  | { seq: number; fault: 'missing' | 'altered' | 'unlinked' }
  /** A record that differs from every entry about it; `seq` is the entry it names. */
  | { seq: number | null; fault: 'unrecorded'; record: string }

/** Entries of one request: hashing them takes some seconds. */
const MAX_ENTRIES = 100_000

/**
 * Looks for entries that were removed, altered or inserted, and for versions, publications and tokens that differ from
 * their entry. Pass an earlier head as `after` and `hash` to notice a log that was cut short.
 */
export async function verifyAuditLog(sql: SqlPort, after: number, hash: string | undefined): Promise<LogVerification> {
  const start =
    after === 0 ? EMPTY_HEAD : await sql.first<AuditHead>('SELECT seq, hash FROM audit WHERE seq = ?1', [after])
  if (!start) return { intact: false, rows: 0, head: EMPTY_HEAD, broken: { seq: after, fault: 'missing' } }
  if (hash !== undefined && start.hash !== hash)
    return { intact: false, rows: 0, head: EMPTY_HEAD, broken: { seq: after, fault: 'altered' } }
  let head = start
  let rows = 0
  for await (const page of auditEntriesAfter(sql, after))
    for (const entry of page) {
      const fault = faultOf(entry, head)
      if (fault) return { intact: false, rows, head, broken: { seq: head.seq + 1, fault } }
      head = { seq: entry.seq, hash: entry.hash }
      if (++rows === MAX_ENTRIES) return { intact: true, rows, head, next: head.seq }
    }
  const unrecorded = await sql.first<{ seq: number | null; record: string }>(UNRECORDED)
  if (unrecorded) return { intact: false, rows, head, broken: { ...unrecorded, fault: 'unrecorded' } }
  return { intact: true, rows, head }
}

/** The first record that differs from every entry about it. A token's roles are canonical JSON. */
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
    AND given.holder = tokens.holder AND given.roles = iif(json_valid(tokens.roles), json(tokens.roles), '') AND given.expires_at IS unixepoch(tokens.expires_at)
  WHERE given.id IS NULL
  UNION ALL
  SELECT NULL, 'token ' || tokens.id FROM tokens JOIN revoked ON revoked.id = tokens.id
  WHERE tokens.revoked_at IS NULL
  UNION ALL
  SELECT NULL, 'token ' || id FROM tokens WHERE revoked_at IS NOT NULL AND id NOT IN (SELECT id FROM revoked)
  LIMIT 1`

function faultOf(entry: AuditEntry, head: AuditHead) {
  if (entry.seq !== head.seq + 1) return 'missing'
  if (entry.previous !== head.hash) return 'unlinked'
  return hashOfEntry(entry) === entry.hash ? undefined : 'altered'
}
