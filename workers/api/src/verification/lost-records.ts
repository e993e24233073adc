import type { SqlPort } from '../storage/sql-port.ts'

export interface LostRecord {
  /** The entry about it. */
  readonly seq: number
  /** As it is called: version 2 of ganzhou-2018-32. */
  readonly record: string
}

/** The first entry about a record that is not there, or is not as the entry says. */
export async function findLostRecord(sql: SqlPort): Promise<LostRecord | undefined> {
  return sql.first<LostRecord>(LOST)
}

const LOST = `
  SELECT seq, 'version ' || (detail ->> 'version') || ' of ' || pack AS record FROM audit
  WHERE action IN ('draft.approved', 'pack.seeded', 'pack.followed') AND NOT EXISTS (
    SELECT 1 FROM versions AS made
    WHERE made.pack = audit.pack AND made.version = audit.detail ->> 'version' AND made.audit_seq = audit.seq
  )
  UNION ALL
  SELECT seq, 'publication ' || (detail ->> 'seq') || ' of ' || pack FROM audit
  WHERE detail ->> 'seq' IS NOT NULL AND action IN ('version.published', 'pack.seeded', 'pack.followed') AND NOT EXISTS (
    SELECT 1 FROM publications AS made
    WHERE made.pack = audit.pack AND made.seq = audit.detail ->> 'seq' AND made.audit_seq = audit.seq
  )
  UNION ALL
  SELECT seq, 'token ' || (detail ->> 'token') FROM audit
  WHERE action = 'token.created' AND NOT EXISTS (SELECT 1 FROM tokens WHERE tokens.id = audit.detail ->> 'token')
  UNION ALL
  SELECT seq, 'token ' || (detail ->> 'token') FROM audit
  WHERE action = 'token.revoked' AND NOT EXISTS (
    SELECT 1 FROM tokens WHERE tokens.id = audit.detail ->> 'token' AND tokens.revoked_at = audit.at
  )
  UNION ALL
  SELECT seq, 'draft ' || (detail ->> 'draft') || ' of ' || pack FROM audit
  WHERE action = 'draft.created' AND NOT EXISTS (
    SELECT 1 FROM drafts WHERE drafts.id = audit.detail ->> 'draft' AND drafts.pack = audit.pack
  )
  LIMIT 1`
