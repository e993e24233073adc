import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { isReservedName } from './actor-name.ts'
import { areAlike } from './alike-names.ts'
import type { AccessSettings } from './identify-caller.ts'
import type { Role } from './roles.ts'
import type { GeneratedToken } from './token-secret.ts'
import { insertToken, listHolders, tokenAsIssued, type TokenRecord } from './token-store.ts'

export interface TokenRequest {
  holder: string
  label: string
  roles: readonly Role[]
  /** ISO 8601; null for a token that is valid until it is revoked. */
  expiresAt: string | null
}

/** Registers a generated token for its holder, whose name nobody can take for that of somebody else. */
export async function issueToken(
  sql: SqlPort,
  { peopleRoles }: Pick<AccessSettings, 'peopleRoles'>,
  actor: Actor,
  { id, sha256 }: GeneratedToken,
  { holder, label, roles, expiresAt }: TokenRequest,
  at: string,
): Promise<AuditedWrite<TokenRecord>> {
  if (isReservedName(holder)) throw new DomainError('reserved-name')
  const others = [...(await listHolders(sql)), ...peopleRoles.keys()]
  const alike = others.find((name) => name !== holder && areAlike(name, holder))
  if (alike !== undefined) throw new DomainError('alike-name', { name: alike })
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(at)) throw new DomainError('already-expired')
  const record: TokenRecord = {
    id,
    holder,
    label,
    roles: [...new Set(roles)],
    createdBy: actor.name,
    createdAt: at,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    revokedAt: null,
  }
  const detail = { token: id, holder, roles: record.roles, expiresAt: record.expiresAt }
  return {
    events: [{ action: 'token.created', detail, records: { token: tokenAsIssued(record, sha256) } }],
    statements: () => [insertToken(record, sha256)],
    result: record,
  }
}
