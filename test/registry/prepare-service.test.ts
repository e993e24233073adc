import { beforeEach, describe, expect, test } from 'vitest'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import { findToken, insertToken, listTokens, markTokenRevoked } from '../../workers/api/src/access/token-store.ts'
import type { Ports } from '../../workers/api/src/platform/ports.ts'
import { ServicePreparation } from '../../workers/api/src/startup/prepare-service.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'

let sql: SqlPort
beforeEach(() => {
  sql = nodeSqlite()
})

/** The service starts anew, as after a deployment that sets a first admin token. */
async function startWith(firstAdminToken: Ports['firstAdminToken']): Promise<void> {
  await new ServicePreparation().prepare({ sql, firstAdminToken, bundledPacks: 'seed', log: () => {} })
}

async function holdersNow(): Promise<string[]> {
  return (await listTokens(sql)).filter(({ revokedAt }) => revokedAt === null).map(({ holder }) => holder)
}

const given = { label: '', createdBy: 'a', createdAt: '2026-01-01', expiresAt: null, revokedAt: null }

describe('the first admin token', () => {
  test('lets somebody in where nobody could give out tokens, and nobody else where somebody can', async () => {
    await startWith(generateToken())
    await startWith(generateToken())
    expect(await holdersNow()).toEqual(['first-admin'])
  })

  test('lets somebody in again after all admin tokens were revoked', async () => {
    const [first, second] = [generateToken(), generateToken()]
    await startWith(first)
    await sql.batch([markTokenRevoked(first.id, '2026-01-02')])
    await startWith(second)
    expect(await findToken(sql, second.id)).toMatchObject({ record: { roles: ['admin'], revokedAt: null } })
  })

  test('lets somebody in again after the last admin token expired', async () => {
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

  test('that was revoked stays so, and the service starts', async () => {
    const first = generateToken()
    await startWith(first)
    await sql.batch([markTokenRevoked(first.id, '2026-01-02')])
    await startWith(first)
    expect(await holdersNow()).toEqual([])
  })

  test('stands aside for an admin among other tokens, and not for tokens of other roles', async () => {
    const editor = generateToken()
    await sql.batch([insertToken({ ...given, id: editor.id, holder: 'wang', roles: ['editor'] }, editor.sha256)])
    await startWith(generateToken())
    expect((await holdersNow()).toSorted()).toEqual(['first-admin', 'wang'])
  })
})
