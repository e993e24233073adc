import { FIRST_ADMIN, SERVICE } from '../access/actor-name.ts'
import type { TokenDigest } from '../access/token-secret.ts'
import { findToken, hasValidAdminToken, insertToken, tokenAsIssued } from '../access/token-store.ts'
import { commitWithAudit, type SignedLog } from '../audit/commit-with-audit.ts'

/** Registers the first admin token while no admin token is valid. A revoked one is not registered again. */
export async function addFirstAdmin(log: SignedLog, { id, sha256 }: TokenDigest): Promise<void> {
  const { sql } = log
  const isNeeded = async (at: string) => !(await hasValidAdminToken(sql, at)) && !(await findToken(sql, id))
  if (!(await isNeeded(new Date().toISOString()))) return
  await commitWithAudit(log, { name: SERVICE, via: 'service' }, async (at) => {
    if (!(await isNeeded(at))) return { events: [], statements: () => [], result: undefined }
    const record = {
      id,
      holder: FIRST_ADMIN,
      label: 'first admin token',
      roles: ['admin' as const],
      createdBy: SERVICE,
      createdAt: at,
      expiresAt: null,
      revokedAt: null,
    }
    return {
      events: [
        {
          action: 'token.created',
          detail: { token: id, holder: record.holder, roles: record.roles },
          records: { token: tokenAsIssued(record, sha256) },
        },
      ],
      statements: () => [insertToken(record, sha256)],
      result: undefined,
    }
  })
}
