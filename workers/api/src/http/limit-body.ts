import type { Context, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../platform/ports.ts'
import { ProblemError } from '../problem/problem-error.ts'

const MAX_BODY = 10 * 1024 * 1024

const counted = bodyLimit({ maxSize: MAX_BODY, onError: refuse })

/**
 * Refuses a body that is too large. One that tells its length is not opened for it: an opened body is read as a
 * stream, which costs as much as parsing it.
 */
export async function limitBody(c: Context<AppEnv>, next: Next): Promise<Response | void> {
  const length = c.req.header('content-length')
  if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next)
  if (Number(length) > MAX_BODY) refuse()
  return next()
}

function refuse(): never {
  throw new ProblemError('body-too-large')
}
