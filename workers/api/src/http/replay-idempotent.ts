import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problem/problem-error.ts'
import { sha256 } from '../storage/sha256.ts'
import type { AppEnv } from './app-env.ts'
import { findStoredReply, type StoredReply } from './idempotency-store.ts'
import { namedHeaders } from './response-headers.ts'

const KEY = /^[A-Za-z0-9._-]{8,100}$/

/**
 * Answers a request whose Idempotency-Key was used before with the stored reply. Of two that come at once, the later
 * one finds the reply when its write is refused. Must come after the middleware that reads the body.
 */
export const replayIdempotent = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return next()
  if (!KEY.test(key)) throw new ProblemError('invalid-idempotency-key')
  const { pathname, search } = new URL(c.req.url)
  const digest = sha256(`${c.req.method} ${pathname}${search} ${c.get('bodyDigest')?.() ?? ''}`)
  c.set('idempotentRequest', { key, digest })
  const find = () => findStoredReply(c.get('ports').sql, c.get('caller').name, key)
  const before = await find()
  if (before) return replay(before, digest)
  await next()
  // A caller whose token has ended meanwhile is not answered at all.
  const isAnswered = c.res.status < 400 || c.res.status === 401
  const meanwhile = isAnswered ? undefined : await find()
  if (meanwhile) {
    c.res = undefined // or the headers of the refusal would be kept
    c.res = replay(meanwhile, digest)
  }
  return undefined
})

function replay({ request, status, body, ...headers }: StoredReply, digest: string): Response {
  if (request !== digest) throw new ProblemError('idempotency-key-reused')
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'idempotency-replayed': 'true', ...namedHeaders(headers) },
  })
}
