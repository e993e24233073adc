import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { isReservedName } from './actor-name.ts'
import { areAlike } from './alike-names.ts'
import type { AccessSettings } from './identify-caller.ts'
import { ROLES, type Role } from './roles.ts'
import {
  askSecondPerson,
  requireSecondPerson,
  type Asked,
  type JointMatter,
  type JointMatterAt,
} from './second-person.ts'
import type { GeneratedToken } from './token-secret.ts'
import { insertToken, listHolders, tokenAsIssued, type TokenRecord } from './token-store.ts'

/** What issuing a token needs of the service. */
interface TokenPorts {
  sql: SqlPort
  access: AccessSettings
  jointMatters: ReadonlySet<JointMatter>
}

export interface TokenRequest {
  holder: string
  label: string
  roles: readonly Role[]
  /** ISO 8601; null for a token that is valid until it is revoked. */
  expiresAt: string | null
}

/** Registers a generated token for its holder, whose name nobody can take for that of somebody else. */
export async function issueToken(
  { sql, access, jointMatters }: TokenPorts,
  actor: Actor,
  { id, sha256 }: GeneratedToken,
  request: TokenRequest,
  at: string,
): Promise<AuditedWrite<TokenRecord>> {
  const wanted = await issuable(sql, access, request, at)
  const takesTwo = jointMatters.has('tokens') && wanted.roles.some((role) => role === 'approver' || role === 'admin')
  const asked = takesTwo ? await requireSecondPerson(sql, actor, issuing(wanted), at) : {}
  const { label } = request
  const record: TokenRecord = { id, ...wanted, label, createdBy: actor.name, createdAt: at, revokedAt: null }
  const detail = { token: id, ...wanted, ...asked }
  return {
    events: [{ action: 'token.created', detail, records: { token: tokenAsIssued(record, sha256) } }],
    statements: () => [insertToken(record, sha256)],
    result: record,
  }
}

/** Notes that somebody asks for a token, where one that approves or administers takes two persons. */
export async function askForToken(
  { sql, access }: TokenPorts,
  actor: Actor,
  request: TokenRequest,
  at: string,
): Promise<AuditedWrite<Asked>> {
  return askSecondPerson(sql, actor, issuing(await issuable(sql, access, request, at)), at)
}

type Wanted = Awaited<ReturnType<typeof issuable>>

function issuing(wanted: Wanted): JointMatterAt {
  return { askedAs: 'token.asked', doneAs: 'token.created', wanted }
}

/** What of a token two persons have to want; throws where there can be no such token. */
async function issuable(
  sql: SqlPort,
  { peopleRoles }: AccessSettings,
  { holder, roles, expiresAt }: TokenRequest,
  at: string,
) {
  if (isReservedName(holder)) throw new DomainError('reserved-name')
  const others = [...(await listHolders(sql)), ...peopleRoles.keys()]
  const alike = others.find((name) => name !== holder && areAlike(name, holder))
  if (alike !== undefined) throw new DomainError('alike-name', { name: alike })
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(at)) throw new DomainError('already-expired')
  return {
    holder,
    roles: ROLES.filter((role) => roles.includes(role)),
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  }
}
