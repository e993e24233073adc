import { SERVICE } from '../access/actor-name.ts'
import type { TokenDigest } from '../access/token-secret.ts'
import { findToken, hasLiveAdmin, insertToken } from '../access/token-store.ts'
import { ProblemError } from '../problem/problem-error.ts'
import type { Ports } from '../platform/ports.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { commit } from '../audit/commit-change.ts'
import { seed } from './seed-bundled-packs.ts'

const ready = new WeakSet<SqlPort>()

/** Sees, once in the life of an isolate, that the registry holds the bundled packs and somebody can give out tokens. */
export async function prepare(ports: Ports): Promise<void> {
  const { sql, bundledPacks, firstAdminToken } = ports
  if (ready.has(sql)) return
  try {
    await sql.first('SELECT 1 FROM drafts LIMIT 1')
  } catch (error) {
    throw new ProblemError('database-unavailable', [], {}, { cause: error })
  }
  for (const pack of await seed(sql, bundledPacks)) ports.log({ event: 'bundled-pack-waits', pack })
  if (firstAdminToken !== undefined) await addFirstAdmin(sql, firstAdminToken)
  ready.add(sql)
}

/** Lets the first admin in where nobody else could give out tokens. One that was revoked stays so. */
async function addFirstAdmin(sql: SqlPort, { id, sha256 }: TokenDigest): Promise<void> {
  const isNeeded = async (at: string) => !(await hasLiveAdmin(sql, at)) && !(await findToken(sql, id))
  if (!(await isNeeded(new Date().toISOString()))) return
  await commit(sql, { name: SERVICE, via: 'service' }, async (at) => {
    if (!(await isNeeded(at))) return { events: [], statements: () => [], answer: undefined }
    const record = {
      id,
      holder: 'first-admin',
      label: 'first admin token',
      roles: ['admin' as const],
      createdBy: SERVICE,
      createdAt: at,
      expiresAt: null,
      revokedAt: null,
    }
    return {
      events: [{ action: 'token.created', detail: { token: id, holder: record.holder, roles: record.roles } }],
      statements: () => [insertToken(record, sha256)],
      answer: undefined,
    }
  })
}
