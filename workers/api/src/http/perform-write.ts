import type { Context } from 'hono'
import { commitWithAudit, type AuditedWrite } from '../audit/commit-with-audit.ts'
import { sendCheckpoint } from '../audit/send-checkpoint.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { SqlRefusal } from '../storage/sql-refusal.ts'
import type { AppEnv } from './app-env.ts'
import { insertStoredReply } from './idempotency-store.ts'
import { notAuthenticated } from './require-permission.ts'
import { namedHeaders } from './response-headers.ts'

/** What a write answers. */
export interface Reply<B> {
  status: 200 | 201
  body: B
  etag?: string
  location?: string
  /** The body for a repeated request, where the body itself holds a secret. */
  repeatedBody?: object
}

/**
 * Commits one write of the caller, and stores the reply with it for a caller who repeats the request. A token that has
 * ended meanwhile is refused by the database: see `commitWithAudit`. Where checkpoints have to be kept outside, nothing
 * is written while the last one is not, unless `waitsForPlace` is false.
 */
export async function performWrite<B>(
  c: Context<AppEnv>,
  decide: (at: string) => Promise<AuditedWrite<Reply<B>>>,
  { waitsForPlace = true }: { waitsForPlace?: boolean } = {},
): Promise<Reply<B>> {
  const caller = c.get('caller')
  const ports = c.get('ports')
  const { sql, checkpointPlace: place } = ports
  if (waitsForPlace && place?.isRequired && !(await sendCheckpoint(sql, place))) throw notSent()
  const idempotent = c.get('idempotentRequest')
  const storeReply = (reply: Reply<B>, at: string, auditSeq: number) => {
    if (!idempotent) return []
    const stored = {
      request: idempotent.digest,
      status: reply.status,
      ...headersOf(reply, auditSeq),
      body: JSON.stringify(reply.repeatedBody ?? reply.body),
    }
    return insertStoredReply(caller.name, idempotent.key, stored, at)
  }
  try {
    const { result: reply, entry } = await commitWithAudit(ports, caller, decide, storeReply)
    if (place && entry) ports.goOn(sendCheckpoint(sql, place))
    for (const [name, value] of Object.entries(namedHeaders(headersOf(reply, entry?.seq)))) c.header(name, value)
    return reply
  } catch (error) {
    // The same request was written meanwhile: replayIdempotent answers with its reply.
    if (error instanceof SqlRefusal && error.columns.startsWith('idempotency.')) throw new ProblemError('busy')
    if (error instanceof SqlRefusal && error.reason === 'token-ended') throw notAuthenticated()
    throw error
  }
}

function notSent(): ProblemError {
  return new ProblemError('checkpoint-not-kept', [], { headers: { 'retry-after': '60' } })
}

function headersOf({ etag, location }: Reply<unknown>, auditSeq?: number) {
  return { etag: etag ?? null, location: location ?? null, auditSeq: auditSeq ?? null }
}
