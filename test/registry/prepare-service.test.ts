import { beforeEach, describe, expect, test } from 'vitest'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import { findToken, insertToken, listTokens, markTokenRevoked } from '../../workers/api/src/access/token-store.ts'
import type { Ports } from '../../workers/api/src/platform/ports.ts'
import { ServicePreparation } from '../../workers/api/src/startup/prepare-service.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { SqlRefusal } from '../../workers/api/src/storage/sql-refusal.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'

let sql: SqlPort
beforeEach(() => {
  sql = nodeSqlite()
})

/** Starts the service, as after a deployment with a first admin token. */
async function startWith(firstAdminToken: Ports['firstAdminToken']): Promise<void> {
  await new ServicePreparation().prepare({ sql, firstAdminToken, bundledPacks: 'seed', log: () => {} })
}

async function holdersNow(): Promise<string[]> {
  return (await listTokens(sql)).filter(({ revokedAt }) => revokedAt === null).map(({ holder }) => holder)
}

test('a service that others keep from being prepared is unavailable, and prepared with the next request', async () => {
  const service = new ServicePreparation()
  const slow = { ...sql, batch: () => Promise.reject(new SqlRefusal('stale', '', undefined)) }
  const prepare = (port: SqlPort) =>
    service.prepare({ sql: port, firstAdminToken: generateToken(), bundledPacks: 'seed', log: () => {} })
  await expect(prepare(slow)).rejects.toMatchObject({
    code: 'database-unavailable',
    details: { cause: { code: 'busy' } },
  })
  await prepare(sql)
  expect(await holdersNow()).toEqual(['first-admin'])
})

const given = { label: '', createdBy: 'a', createdAt: '2026-01-01', expiresAt: null, revokedAt: null }

describe('the first admin token', () => {
  test('the first admin token is registered only while no admin token is valid', async () => {
    await startWith(generateToken())
    await startWith(generateToken())
    expect(await holdersNow()).toEqual(['first-admin'])
  })

  test('a first admin token is registered after all admin tokens were revoked', async () => {
    const [first, second] = [generateToken(), generateToken()]
    await startWith(first)
    await sql.batch([markTokenRevoked(first.id, '2026-01-02')])
    await startWith(second)
    expect(await findToken(sql, second.id)).toMatchObject({ record: { roles: ['admin'], revokedAt: null } })
  })

  test('a first admin token is registered after the last admin token expired', async () => {
    const past = generateToken()
    const record = {
      ...given,
      id: past.id,
      holder: 'past',
      roles: ['admin' as const],
      expiresAt: '2026-01-02T00:00:00Z',
    }
    await sql.batch([insertToken(record, past.sha256)])
    await startWith(generateToken())
    expect(await holdersNow()).toContain('first-admin')
  })

  test('a revoked first admin token is not registered again', async () => {
    const first = generateToken()
    await startWith(first)
    await sql.batch([markTokenRevoked(first.id, '2026-01-02')])
    await startWith(first)
    expect(await holdersNow()).toEqual([])
  })

  test('tokens of other roles do not keep the first admin token from being registered', async () => {
    const editor = generateToken()
    await sql.batch([insertToken({ ...given, id: editor.id, holder: 'wang', roles: ['editor'] }, editor.sha256)])
    await startWith(generateToken())
    expect((await holdersNow()).toSorted()).toEqual(['first-admin', 'wang'])
  })
})
