import { createMiddleware } from 'hono/factory'
import { ANONYMOUS } from '../access/actor-name.ts'
import { isStillValid } from '../access/check-token.ts'
import { identifyCaller } from '../access/identify-caller.ts'
import { allows, PERMISSIONS, type Permission } from '../access/roles.ts'
import type { RatePort } from '../platform/ports.ts'
import { ProblemError } from '../problem/problem-error.ts'
import type { AppEnv } from './app-env.ts'

/** Seconds of the rate limits in wrangler.jsonc. */
const RATE_PERIOD = 10

/** Identifies the caller, counts the call, and refuses callers whose roles do not allow it. */
export function requirePermission(permission: Permission, kind: 'call' | 'write' = 'call') {
  return createMiddleware<AppEnv>(async (c, next) => {
    const ports = c.get('ports')
    await c.get('prepareService')()
    const address = c.req.header('cf-connecting-ip')
    const credentials = { authorization: c.req.header('authorization'), email: () => ports.email(), address }
    const caller = await identifyCaller(ports.sql, credentials, ports.access)
    if (!caller) {
      await countCall(ports.calls, `address:${address ?? ''}`)
      throw notAuthenticated()
    }
    await countCall(kind === 'write' ? ports.writes : ports.calls, caller.rateKey)
    if (!allows(caller.roles, permission)) throw caller.via === ANONYMOUS ? notAuthenticated() : missingRole(permission)
    c.set('caller', caller)
    await next()
  })
}

/**
 * Refuses a caller whose token ended while the body was on its way, which may have taken as long as they liked. Must
 * come after the middleware that reads the body. Evaluations, comparisons and checks do without it: they write nothing
 * and answer once, from what the caller sent and from packs that the caller could have read at the start.
 */
export const requireValidToken = createMiddleware<AppEnv>(async (c, next) => {
  if (!(await isStillValid(c.get('ports').sql, c.get('caller')))) throw notAuthenticated()
  await next()
})

async function countCall(rate: RatePort, key: string): Promise<void> {
  if (!(await rate.allow(key)))
    throw new ProblemError('too-many-requests', [], { headers: { 'retry-after': String(RATE_PERIOD) } })
}

export function notAuthenticated(): ProblemError {
  return new ProblemError('not-authenticated', [], { headers: { 'www-authenticate': 'Bearer realm="tiaoli"' } })
}

export function missingRole(permission: Permission): ProblemError {
  const roles = PERMISSIONS[permission]
  return new ProblemError('forbidden', [
    {
      in: 'header',
      pointer: '/authorization',
      code: 'role-missing',
      detail: {
        zh: `需要以下角色之一：${roles.join('、')}。`,
        en: `One of these roles is required: ${roles.join(', ')}.`,
      },
    },
  ])
}
