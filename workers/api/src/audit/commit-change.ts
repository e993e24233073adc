import { extend, insertRow, ORIGIN, type AuditEvent, type AuditRow, type Head } from './audit-chain.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { SqlRefusal, type SqlPort, type Statement } from '../storage/sql-port.ts'

/** Whoever writes: their name, which the four eyes are counted by, and how it is known. */
export interface Writer {
  name: string
  via: string
}

/** What a write does, told after reading how things stand. */
export interface Change<T> {
  events: readonly AuditEvent[]
  /** The statements of the write; `auditSeq` is that of its first event. */
  statements: (auditSeq: number, at: string) => readonly Statement[]
  answer: T
}

export interface Committed<T> {
  answer: T
  at: string
  /** The last row that the write added to the log; none where there was nothing to do. */
  audit: AuditRow | undefined
}

const ATTEMPTS = 50

/**
 * One write: reads, decides and stores, as if nobody else were writing. Every write extends the audit log in the
 * same transaction, so a write that was decided on an older state finds the log's head moved; nothing of it is kept
 * and it is decided again.
 */
export async function commit<T>(
  sql: SqlPort,
  by: Writer,
  decide: (at: string) => Promise<Change<T>>,
  after: (answer: T, at: string, auditSeq: number) => readonly Statement[] = () => [],
): Promise<Committed<T>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const head = (await sql.first<Head>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')) ?? ORIGIN
    const at = new Date().toISOString()
    const { events, statements, answer } = await decide(at)
    const rows = extend(head, by, at, events)
    const audit = rows.at(-1)
    if (!audit) return { answer, at, audit }
    try {
      await sql.batch([...rows.map(insertRow), ...statements(head.seq + 1, at), ...after(answer, at, audit.seq)])
      return { answer, at, audit }
    } catch (error) {
      if (!(error instanceof SqlRefusal && error.refusal === 'stale')) throw error
    }
  }
  throw new ProblemError('busy')
}
