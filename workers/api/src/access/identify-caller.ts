import { ConfigurationError } from '../platform/configuration-error.ts'
import type { Writer } from '../audit/commit-change.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { ANONYMOUS, nameOf } from './actor-name.ts'
import { isRole, ROLES, type Role } from './roles.ts'
import { matches, tokenId } from './token-secret.ts'
import { findToken } from './token-store.ts'

/** Who asks. `name` is theirs in the audit log, and what the four eyes are counted by. */
export interface Caller extends Writer {
  roles: ReadonlySet<Role>
  /** What their rate is counted by. */
  rateKey: string
}

/** What a request shows of its sender. */
export interface Credentials {
  authorization: string | undefined
  /** The e-mail address that Cloudflare Access vouches for. */
  email: () => Promise<string | undefined>
  address: string | undefined
}

export interface AccessSettings {
  anonymousRoles: ReadonlySet<Role>
  /** Roles of people who come through Cloudflare Access, by e-mail address as `nameOf` spells it. */
  peopleRoles: ReadonlyMap<string, ReadonlySet<Role>>
}

/** The caller; undefined for credentials that are not valid. Without any, they are anonymous. */
export async function identify(
  sql: SqlPort,
  { authorization, email, address }: Credentials,
  { anonymousRoles, peopleRoles }: AccessSettings,
): Promise<Caller | undefined> {
  if (authorization !== undefined) return byToken(sql, authorization)
  const person = await email()
  if (person !== undefined) {
    const name = nameOf(person)
    return { name, via: 'access', roles: peopleRoles.get(name) ?? anonymousRoles, rateKey: `person:${name}` }
  }
  return { name: ANONYMOUS, via: ANONYMOUS, roles: anonymousRoles, rateKey: `address:${address ?? ''}` }
}

async function byToken(sql: SqlPort, authorization: string): Promise<Caller | undefined> {
  const token = /^Bearer +(\S{1,100})$/i.exec(authorization)?.[1]
  const id = token === undefined ? undefined : tokenId(token)
  if (token === undefined || id === undefined) return undefined
  const found = await findToken(sql, id)
  if (!matches(token, found?.sha256) || !found) return undefined
  const { record } = found
  const expired = record.expiresAt !== null && record.expiresAt <= new Date().toISOString()
  if (expired || record.revokedAt !== null) return undefined
  return { name: nameOf(record.holder), via: `token:${id}`, roles: new Set(record.roles), rateKey: `token:${id}` }
}

/** Roles as a list in a setting: `reader,evaluator`. Throws `ConfigurationError` for a name that is none. */
export function readRoles(setting: string, names: string): ReadonlySet<Role> {
  const roles = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return new Set(
    roles.map((name) => {
      if (!isRole(name))
        throw new ConfigurationError(`${setting} names a role that there is not: use ${ROLES.join(', ')}`)
      return name
    }),
  )
}
