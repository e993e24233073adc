import { describe, expect, test } from 'vitest'
import { identifyCaller, type AccessSettings } from '../../workers/api/src/access/identify-caller.ts'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import { insertToken } from '../../workers/api/src/access/token-store.ts'
import { readRoles } from '../../workers/api/src/platform/read-settings.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'

const settings: AccessSettings = {
  anonymousRoles: readRoles('ANONYMOUS_ROLES', 'reader'),
  peopleRoles: new Map([['li@example.org', readRoles('PEOPLE_ROLES', 'approver, admin')]]),
}
const sql = nodeSqlite()
const nobody = { authorization: undefined, email: async () => undefined, address: '10.0.0.1' }

describe('callers', () => {
  test('a person known by Cloudflare Access has the roles from the configuration', async () => {
    const caller = await identifyCaller(sql, { ...nobody, email: async () => 'Li@Example.org' }, settings)
    expect(caller).toMatchObject({ name: 'li@example.org', via: 'access' })
    expect([...caller!.roles]).toEqual(['approver', 'admin'])
  })

  test('a person who is not listed has the anonymous roles and their own name', async () => {
    const caller = await identifyCaller(sql, { ...nobody, email: async () => 'new@example.org' }, settings)
    expect(caller).toMatchObject({ name: 'new@example.org', via: 'access' })
    expect([...caller!.roles]).toEqual(['reader'])
  })

  test('a token takes precedence over Access, and an invalid one is refused', async () => {
    const { id, token, sha256 } = generateToken()
    const record = {
      id,
      holder: 'machine',
      label: '',
      roles: ['evaluator' as const],
      createdBy: 'a',
      createdAt: 't',
      expiresAt: null,
      revokedAt: null,
    }
    await sql.batch([insertToken(record, sha256)])
    const email = async () => 'li@example.org'
    const caller = await identifyCaller(sql, { ...nobody, email, authorization: `Bearer ${token}` }, settings)
    expect(caller).toMatchObject({ name: 'machine', via: `token:${id}` })
    expect(
      await identifyCaller(sql, { ...nobody, email, authorization: `Bearer ${generateToken().token}` }, settings),
    ).toBeUndefined()
  })

  test('a person has the same name by a token and by Cloudflare Access, however it is spelt', async () => {
    const { id, token, sha256 } = generateToken()
    const record = { id, holder: ' Li@Example.ORG', label: '', roles: ['editor' as const], createdBy: 'a' }
    await sql.batch([insertToken({ ...record, createdAt: 't', expiresAt: null, revokedAt: null }, sha256)])
    const byToken = await identifyCaller(sql, { ...nobody, authorization: `Bearer ${token}` }, settings)
    const byAccess = await identifyCaller(sql, { ...nobody, email: async () => 'ＬＩ@example.org ' }, settings)
    expect([byToken!.name, byAccess!.name]).toEqual(['li@example.org', 'li@example.org'])
    expect([...byAccess!.roles]).toEqual(['approver', 'admin'])
  })

  test('calls without a token are counted by address', async () => {
    expect(await identifyCaller(sql, nobody, settings)).toMatchObject({
      name: 'anonymous',
      rateKey: 'address:10.0.0.1',
    })
  })

  test('an unknown role in a setting is refused', () => {
    expect(() => readRoles('ANONYMOUS_ROLES', 'reader,boss')).toThrow(/^ANONYMOUS_ROLES contains an unknown role/)
  })
})
