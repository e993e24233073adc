import type { Context, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MAX_BODY_BYTES } from '../limits/body-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'
import type { AppEnv } from './app-env.ts'
import { received } from './received.ts'

const countBytes = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuse })

/**
 * Refuses a body that is too large. A body of known length is not opened: an opened body is read as a stream, which
 * costs as much as parsing it.
 */
export async function limitBody(c: Context<AppEnv>, next: Next): Promise<Response | void> {
  // Whatever their headers say, these have no body.
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const length = c.req.header('content-length')
  if (length === undefined || c.req.header('transfer-encoding') !== undefined)
    await received(countBytes(c, () => Promise.resolve()))
  else if (Number(length) > MAX_BODY_BYTES) refuse()
  return next()
}

function refuse(): never {
  throw new ProblemError('body-too-large')
}
