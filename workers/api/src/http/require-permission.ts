import { createMiddleware } from 'hono/factory'
import { identify } from '../access/identify-caller.ts'
import { allows, PERMISSIONS, type Permission } from '../access/roles.ts'
import type { AppEnv, RatePort } from '../platform/ports.ts'
import { prepare } from '../startup/prepare-service.ts'
import { ProblemError } from '../problem/problem-error.ts'

const PERIOD = 10

/** Lets pass who may: known or anonymous, with a role that allows it, and not too often. */
export function guard(permission: Permission, kind: 'call' | 'write' = 'call') {
  return createMiddleware<AppEnv>(async (c, next) => {
    const ports = c.get('ports')
    await prepare(ports)
    const address = c.req.header('cf-connecting-ip')
    const credentials = { authorization: c.req.header('authorization'), email: () => ports.email(), address }
    const caller = await identify(ports.sql, credentials, ports.access)
    if (!caller) {
      await count(ports.calls, `address:${address ?? ''}`)
      throw notAuthenticated()
    }
    await count(kind === 'write' ? ports.writes : ports.calls, caller.rateKey)
    if (!allows(caller.roles, permission)) throw caller.via === 'anonymous' ? notAuthenticated() : lacksRole(permission)
    c.set('caller', caller)
    await next()
  })
}

async function count(rate: RatePort, key: string): Promise<void> {
  if (!(await rate.allow(key)))
    throw new ProblemError('too-many-requests', [], { headers: { 'retry-after': String(PERIOD) } })
}

function notAuthenticated(): ProblemError {
  return new ProblemError('not-authenticated', [], { headers: { 'www-authenticate': 'Bearer realm="tiaoli"' } })
}

export function lacksRole(permission: Permission): ProblemError {
  const roles = PERMISSIONS[permission].join(', ')
  return new ProblemError('forbidden', [
    {
      in: 'header',
      pointer: '/authorization',
      code: 'role-missing',
      detail: { zh: `需要以下角色之一：${roles}。`, en: `One of these roles is needed: ${roles}.` },
    },
  ])
}
