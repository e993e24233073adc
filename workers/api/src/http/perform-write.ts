import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../platform/ports.ts'
import { commit, type Change } from '../audit/commit-change.ts'
import { findAnswer, storeAnswer, type StoredAnswer } from './idempotency-store.ts'
import { sha256 } from '../storage/sha256.ts'
import { SqlRefusal } from '../storage/sql-port.ts'
import { ProblemError } from '../problem/problem-error.ts'

const KEY = /^[A-Za-z0-9._-]{8,100}$/

/** What a write answers. */
export interface Reply<B> {
  status: 200 | 201
  body: B
  etag?: string
  location?: string
  /** What a repeated request is answered instead, where the answer holds a secret. */
  repeated?: object
}

/**
 * Answers a request whose Idempotency-Key was used with what was answered then. Of two that come at once the later
 * one finds that out when its write is refused. Stands after whatever reads the body.
 */
export const idempotent = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return next()
  if (!KEY.test(key)) throw new ProblemError('invalid-idempotency-key')
  const { pathname, search } = new URL(c.req.url)
  const request = sha256(`${c.req.method} ${pathname}${search} ${c.get('bodyDigest')?.() ?? ''}`)
  c.set('idempotency', { key, request })
  const find = () => findAnswer(c.get('ports').sql, c.get('caller').name, key)
  const before = await find()
  if (before) return replay(before, request)
  await next()
  const meanwhile = c.res.status < 400 ? undefined : await find()
  if (meanwhile) {
    c.res = undefined // its headers are those of the refusal
    c.res = replay(meanwhile, request)
  }
  return undefined
})

/** One write, and its answer kept for a caller who sends it again. */
export async function write<B>(
  c: Context<AppEnv>,
  decide: (at: string) => Promise<Change<Reply<B>>>,
): Promise<Reply<B>> {
  const { sql } = c.get('ports')
  const caller = c.get('caller')
  const idempotency = c.get('idempotency') as AppEnv['Variables']['idempotency'] | undefined
  const keep = (reply: Reply<B>, at: string, auditSeq: number) => {
    if (!idempotency) return []
    const { key, request } = idempotency
    const body = JSON.stringify(reply.repeated ?? reply.body)
    return storeAnswer(caller.name, key, { request, status: reply.status, ...saidBeside(reply, auditSeq), body }, at)
  }
  try {
    const { answer, audit } = await commit(sql, caller, decide, keep)
    const headers = headersOf(saidBeside(answer, audit?.seq))
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    return answer
  } catch (error) {
    if (error instanceof SqlRefusal && error.columns.startsWith('idempotency.')) throw new ProblemError('busy')
    throw error
  }
}

/** What an answer says in headers. */
type Beside = Pick<StoredAnswer, 'etag' | 'location' | 'auditSeq'>

function saidBeside({ etag, location }: Reply<unknown>, auditSeq?: number): Beside {
  return { etag: etag ?? null, location: location ?? null, auditSeq: auditSeq ?? null }
}

function headersOf({ etag, location, auditSeq }: Beside): Record<string, string> {
  return {
    ...(etag !== null && { etag }),
    ...(location !== null && { location }),
    ...(auditSeq !== null && { 'audit-seq': String(auditSeq) }),
  }
}

function replay({ request, status, body, ...rest }: StoredAnswer, now: string): Response {
  if (request !== now) throw new ProblemError('idempotency-key-reused')
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'idempotency-replayed': 'true', ...headersOf(rest) },
  })
}
