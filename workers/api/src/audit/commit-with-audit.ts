import { DomainError } from '../errors/domain-error.ts'
import type { SigningKey } from '@tiaoli/signing'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import { SqlRefusal } from '../storage/sql-refusal.ts'
import {
  EMPTY_HEAD,
  extendAuditChain,
  insertAuditEntry,
  type Actor,
  type AuditEntry,
  type AuditEvent,
  type AuditHead,
} from './audit-chain.ts'
import { insertCheckpoint, signCheckpoint } from './checkpoints.ts'

/** A write as it was decided on what the database holds. */
export interface AuditedWrite<T> {
  /** What the log records; empty where nothing is to be written. */
  events: readonly AuditEvent[]
  /** The statements of the write; `auditSeq` is the number of its first entry. */
  statements: (auditSeq: number, at: string) => readonly Statement[]
  result: T
}

export interface Committed<T> {
  result: T
  at: string
  /** The last entry that the write added to the log; undefined where nothing was written. */
  entry: AuditEntry | undefined
}

/** Where the log is, and the key with which the last entry of a write is signed. */
export interface SignedLog {
  sql: SqlPort
  signingKey?: SigningKey | undefined
}

const MAX_ATTEMPTS = 50

/**
 * Reads, decides and writes as if nobody else were writing. Every write extends the audit log in the same transaction:
 * where another writer was faster the head of the log has moved, nothing is stored, and the change is decided again.
 * Whether the token is still valid is checked in that transaction too, by a trigger on the log: 0005_ended_tokens.sql.
 * `alsoWrite` adds statements that depend on the result.
 */
export async function commitWithAudit<T>(
  { sql, signingKey }: SignedLog,
  actor: Actor,
  decide: (at: string) => Promise<AuditedWrite<T>>,
  alsoWrite: (result: T, at: string, auditSeq: number) => readonly Statement[] = () => [],
): Promise<Committed<T>> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const head = (await sql.first<AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')) ?? EMPTY_HEAD
    const at = new Date().toISOString()
    const { events, statements, result } = await decide(at)
    const entries = extendAuditChain(head, actor, at, events)
    const entry = entries.at(-1)
    if (!entry) return { result, at, entry }
    const checkpoint = signingKey && (await signCheckpoint(signingKey, entry))
    try {
      await sql.batch([
        ...entries.map(insertAuditEntry),
        ...(checkpoint ? [insertCheckpoint(checkpoint)] : []),
        ...statements(head.seq + 1, at),
        ...alsoWrite(result, at, entry.seq),
      ])
      return { result, at, entry }
    } catch (error) {
      if (!(error instanceof SqlRefusal && error.reason === 'stale')) throw error
    }
  }
  throw new DomainError('busy')
}
