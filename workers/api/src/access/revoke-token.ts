import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { findToken, markTokenRevoked, type TokenRecord } from './token-store.ts'

/** Revokes a token for good; a token that is revoked already stays unchanged. */
export async function revokeToken(sql: SqlPort, id: string, at: string): Promise<AuditedWrite<TokenRecord>> {
  const found = await findToken(sql, id)
  if (!found) throw new DomainError('unknown-token')
  const { record } = found
  if (record.revokedAt !== null) return { events: [], statements: () => [], result: record }
  return {
    events: [{ action: 'token.revoked', detail: { token: id, holder: record.holder } }],
    statements: () => [markTokenRevoked(id, at)],
    result: { ...record, revokedAt: at },
  }
}
