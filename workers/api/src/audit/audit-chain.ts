import { canonicalJson } from '@tiaoli/engine/plan'
import type { Statement } from '../storage/sql-port.ts'
import { sealsOf, type SealedRecords } from './seals.ts'
import { sha256 } from '../storage/sha256.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Who writes. */
export interface Actor {
  /** Their name in the log, by which the four-eyes rule distinguishes people. */
  name: string
  /** How they are known: `token:<id>`, `access`, or the service itself. */
  via: string
}

/** What happened, in ids, versions, counts and the reason that a person gave. */
export interface AuditEvent {
  action: AuditAction
  pack?: string
  detail: Readonly<Record<string, Json>>
  /** The records that the write leaves; the entry has their seals. */
  records?: SealedRecords
}

export type AuditAction =
  | 'pack.seeded'
  | 'pack.followed'
  | 'draft.created'
  | 'draft.saved'
  | 'draft.submitted'
  | 'draft.approved'
  | 'draft.rejected'
  | 'draft.discarded'
  | 'version.asked'
  | 'version.published'
  | 'token.asked'
  | 'token.created'
  | 'token.revoked'
  | 'key.changed'

/** An entry of the log. `hash` covers all other fields, and `previous` is the hash of the entry before. */
export interface AuditEntry {
  seq: number
  at: string
  actor: string
  via: string
  action: string
  pack: string | null
  /** JSON. */
  detail: string
  previous: string
  hash: string
}

/** The last entry of the log. */
export type AuditHead = Pick<AuditEntry, 'seq' | 'hash'>

/** The head of an empty log. */
export const EMPTY_HEAD: AuditHead = { seq: 0, hash: '' }

/** The entries that record events after the head of the log. */
export function extendAuditChain(
  head: AuditHead,
  { name, via }: Actor,
  at: string,
  events: readonly AuditEvent[],
): AuditEntry[] {
  const entries: AuditEntry[] = []
  let last = head
  for (const { action, pack, detail, records } of events) {
    const unhashed = {
      seq: last.seq + 1,
      at,
      actor: name,
      via,
      action,
      pack: pack ?? null,
      detail: canonicalJson(records ? { ...detail, sealed: sealsOf(records) } : detail),
      previous: last.hash,
    }
    const entry = { ...unhashed, hash: hashOfEntry(unhashed) }
    entries.push(entry)
    last = entry
  }
  return entries
}

export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, actor, via, action, pack, detail, previous } = entry
  return sha256(canonicalJson({ seq, at, actor, via, action, pack, detail, previous }))
}

export function insertAuditEntry({ seq, at, actor, via, action, pack, detail, previous, hash }: AuditEntry): Statement {
  return {
    sql: `INSERT INTO audit (seq, at, actor, via, action, pack, detail, previous, hash)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    params: [seq, at, actor, via, action, pack, detail, previous, hash],
  }
}
