import { insertToken } from '../access/tokens.ts'
import { ProblemError } from '../http/problem.ts'
import type { Ports } from '../env.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { commit } from './commit.ts'
import { seed } from './seed.ts'

const ready = new WeakSet<SqlPort>()
const SERVICE = { name: 'service', via: 'service' }

/** Sees, once in the life of an isolate, that the registry holds the bundled packs and somebody can give out tokens. */
export async function prepare({ sql, bundledPacks, firstAdminToken }: Ports): Promise<void> {
  if (ready.has(sql)) return
  try {
    await sql.first('SELECT 1 FROM drafts LIMIT 1')
  } catch (error) {
    throw new ProblemError('database-unavailable', [], {}, { cause: error })
  }
  await seed(sql, bundledPacks)
  if (firstAdminToken !== undefined) await addFirstAdmin(sql, firstAdminToken)
  ready.add(sql)
}

async function addFirstAdmin(sql: SqlPort, value: string): Promise<void> {
  const [, id, sha256] = /^([a-z0-9]{12}):([0-9a-f]{64})$/.exec(value) ?? []
  if (id === undefined || sha256 === undefined) throw new Error('FIRST_ADMIN_TOKEN is not <id>:<sha256>')
  const hasAdmin = () =>
    sql.first("SELECT 1 FROM tokens WHERE EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'admin') LIMIT 1")
  if (await hasAdmin()) return
  await commit(sql, SERVICE, async (at) => {
    if (await hasAdmin()) return { events: [], statements: () => [], answer: undefined }
    const record = {
      id,
      holder: 'first-admin',
      label: 'first admin token',
      roles: ['admin' as const],
      createdBy: SERVICE.name,
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
