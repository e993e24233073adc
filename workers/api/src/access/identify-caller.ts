import type { Actor } from '../audit/audit-chain.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { ANONYMOUS, normalizeActorName } from './actor-name.ts'
import { checkToken } from './check-token.ts'
import type { Role } from './roles.ts'

/** Who sent a request. */
export interface Caller extends Actor {
  roles: ReadonlySet<Role>
  /** Unset for callers without a token. */
  tokenId?: string
  /** The key by which their requests are counted. */
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
  /** Roles of people who come through Cloudflare Access, by normalized e-mail address. */
  peopleRoles: ReadonlyMap<string, ReadonlySet<Role>>
}

/** The caller; undefined for invalid credentials. Without credentials the caller is anonymous. */
export async function identifyCaller(
  sql: SqlPort,
  { authorization, email, address }: Credentials,
  { anonymousRoles, peopleRoles }: AccessSettings,
): Promise<Caller | undefined> {
  if (authorization !== undefined) return tokenHolder(sql, authorization)
  const person = await email()
  if (person !== undefined) {
    const name = normalizeActorName(person)
    return { name, via: 'access', roles: peopleRoles.get(name) ?? anonymousRoles, rateKey: `person:${name}` }
  }
  return { name: ANONYMOUS, via: ANONYMOUS, roles: anonymousRoles, rateKey: `address:${address ?? ''}` }
}

async function tokenHolder(sql: SqlPort, authorization: string): Promise<Caller | undefined> {
  const token = await checkToken(sql, authorization)
  if (!token) return undefined
  const via = `token:${token.id}`
  const name = normalizeActorName(token.holder)
  return { name, via, roles: new Set(token.roles), tokenId: token.id, rateKey: via }
}
