import { canonicalJson } from '@tiaoli/engine'
import type { Statement } from '../storage/sql-port.ts'
import { sha256 } from '../storage/sha256.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What happened, in ids, versions, counts and the reason that a person gave. */
export interface AuditEvent {
  action: AuditAction
  pack?: string
  detail: Readonly<Record<string, Json>>
}

export const AUDIT_ACTIONS = [
  'pack.seeded',
  'pack.followed',
  'draft.created',
  'draft.saved',
  'draft.submitted',
  'draft.approved',
  'draft.rejected',
  'draft.discarded',
  'version.published',
  'token.created',
  'token.revoked',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** A row of the log. `hash` is over all the rest, and `previous` is the hash of the row before it. */
export interface AuditRow {
  seq: number
  at: string
  actor: string
  /** How the actor was known: a token's id, `access`, or the service itself. */
  via: string
  action: string
  pack: string | null
  /** JSON. */
  detail: string
  previous: string
  hash: string
}

export type Head = Pick<AuditRow, 'seq' | 'hash'>

/** Before the first row. */
export const ORIGIN: Head = { seq: 0, hash: '' }

/** The rows that events add to the log after its head. */
export function extend(head: Head, by: { name: string; via: string }, at: string, events: readonly AuditEvent[]) {
  const rows: AuditRow[] = []
  let last: Head = head
  for (const { action, pack, detail } of events) {
    const row = {
      seq: last.seq + 1,
      at,
      actor: by.name,
      via: by.via,
      action,
      pack: pack ?? null,
      detail: canonicalJson(detail),
      previous: last.hash,
    }
    const hashed = { ...row, hash: hashOf(row) }
    rows.push(hashed)
    last = hashed
  }
  return rows
}

/** What a row's hash must be. */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor, via, action, pack, detail, previous } = row
  return sha256(canonicalJson({ seq, at, actor, via, action, pack, detail, previous }))
}

export function insertRow(row: AuditRow): Statement {
  return {
    sql: `INSERT INTO audit (seq, at, actor, via, action, pack, detail, previous, hash)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    params: [row.seq, row.at, row.actor, row.via, row.action, row.pack, row.detail, row.previous, row.hash],
  }
}
