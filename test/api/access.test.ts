import { env } from 'cloudflare:workers'
import { answerOf } from '@tiaoli/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { client, problemOf, request, tokenWithRoles, tokenOfHolder } from './request.ts'

const admin = client(env.TEST_ADMIN_TOKEN)

afterEach(() => vi.useRealTimers())

function bearer(token: string) {
  return { headers: { authorization: `Bearer ${token}` } }
}

describe('roles', () => {
  const CALLS = {
    read: ['GET', '/v1/packs'],
    review: ['GET', '/v1/packs/ganzhou-2018-32/drafts'],
    evaluate: ['POST', '/v1/packs/ganzhou-2018-32/evaluate'],
    edit: ['POST', '/v1/packs/ganzhou-2018-32/drafts'],
    approve: ['POST', '/v1/packs/ganzhou-2018-32/publications'],
    audit: ['GET', '/v1/audit'],
    administer: ['GET', '/v1/tokens'],
  } as const
  test.each([
    ['reader', ['read']],
    ['evaluator', ['read', 'evaluate']],
    ['editor', ['read', 'evaluate', 'review', 'edit']],
    ['approver', ['read', 'evaluate', 'review', 'approve', 'audit']],
    ['admin', ['read', 'evaluate', 'audit', 'administer']],
  ] as const)('a token with the role %s allows %j and nothing else', async (role, permissions) => {
    const token = await tokenWithRoles(role)
    const allowed: string[] = []
    for (const [permission, [method, path]] of Object.entries(CALLS)) {
      const response = await request(path, { method, ...bearer(token) })
      if (response.status === 403) expect((await problemOf(response)).type).toBe('/problems/forbidden')
      else allowed.push(permission)
    }
    expect(allowed.sort()).toEqual([...permissions].sort())
  })

  test('a call that needs a token and has none gets a 401 that says how to send one', async () => {
    const response = await request('/v1/tokens')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect((await problemOf(response)).type).toBe('/problems/not-authenticated')
  })
})

describe('tokens', () => {
  test('a token is shown once, and only its digest is stored', async () => {
    const token = await tokenOfHolder('once', 'reader')
    expect(token).toMatch(/^tl_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/)
    const listed = await (await admin.v1.tokens.$get()).text()
    expect(listed).toContain('"holder":"once"')
    expect(listed).not.toContain(token)
    for (const table of ['tokens', 'audit', 'idempotency']) {
      const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all()
      expect(JSON.stringify(results)).not.toContain(token.slice(-43))
    }
  })

  test('a token with one character changed is refused', async () => {
    const token = await tokenWithRoles('reader')
    const last = token.endsWith('A') ? 'B' : 'A'
    for (const wrong of [token.slice(0, -1) + last, token.slice(0, -1), `${token}A`, 'tl_', token.toUpperCase()])
      expect((await request('/v1/packs', bearer(wrong))).status).toBe(401)
    expect((await request('/v1/packs', bearer(token))).status).toBe(200)
    expect((await request('/v1/packs', { headers: { authorization: token } })).status).toBe(401)
  })

  test('a revoked token is refused from then on, and the log records one revocation', async () => {
    const token = await tokenOfHolder('revoked', 'reader')
    const { tokens } = await answerOf(admin.v1.tokens.$get())
    const { id } = tokens.find(({ holder }) => holder === 'revoked')!
    const revoked = await answerOf(admin.v1.tokens[':token'].$delete({ param: { token: id }, header: {} }))
    expect(revoked.revokedAt).toMatch(/^\d{4}-/)
    expect((await request('/v1/packs', bearer(token))).status).toBe(401)
    const again = await admin.v1.tokens[':token'].$delete({ param: { token: id }, header: {} })
    expect(again.status).toBe(200)
    const { results } = await env.DB.prepare("SELECT 1 FROM audit WHERE action = 'token.revoked' AND detail LIKE ?1")
      .bind(`%${id}%`)
      .all()
    expect(results).toHaveLength(1)
  })

  test('a token expires at its time of expiry', async () => {
    const expiresAt = '2090-01-01T00:00:00.000Z'
    const json = { holder: 'brief', roles: ['reader' as const], expiresAt }
    const { token } = await answerOf(admin.v1.tokens.$post({ header: {}, json }))
    const statusAt = async (time: number) => {
      vi.setSystemTime(time)
      return (await request('/v1/packs', bearer(token!))).status
    }
    expect(await statusAt(Date.parse(expiresAt) - 1)).toBe(200)
    expect(await statusAt(Date.parse(expiresAt))).toBe(401)
  })

  test.each([
    [{ holder: 'x', roles: [] }, '/roles'],
    [{ holder: 'x', roles: ['boss'] }, '/roles/0'],
    [{ holder: '', roles: ['reader'] }, '/holder'],
    [{ holder: '<b>', roles: ['reader'] }, '/holder'],
    [{ holder: 'bundle', roles: ['editor'] }, '/holder'],
    [{ holder: 'First-Admin', roles: ['editor'] }, '/holder'],
    [{ holder: 'li\u1160', roles: ['approver'] }, '/holder'],
    [{ holder: 'li\u3164', roles: ['approver'] }, '/holder'],
    [{ holder: 'l\u0456', roles: ['approver'] }, '/holder'],
    [{ holder: 'servi\u0441e', roles: ['approver'] }, '/holder'],
    [{ holder: 'anonym0us', roles: ['editor'] }, '/holder'],
    [{ holder: 'first-adrnin', roles: ['editor'] }, '/holder'],
    [{ holder: ' Service ', roles: ['editor'] }, '/holder'],
    [{ holder: 'ＡＮＯＮＹＭＯＵＳ', roles: ['editor'] }, '/holder'],
    [{ holder: 'x', roles: ['reader'], expiresAt: '2019-01-01T00:00:00Z' }, '/expiresAt'],
    [{ holder: 'x', roles: ['reader'], expiresAt: 'soon' }, '/expiresAt'],
    [{ holder: 'x', roles: ['reader'], admin: true }, '/admin'],
  ])('the token request %j is refused at %s', async (body, pointer) => {
    const response = await request('/v1/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${env.TEST_ADMIN_TOKEN}` },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer }])
  })

  test('a name that looks like that of somebody else is refused, with the name that it looks like', async () => {
    await tokenOfHolder('liu lei', 'editor')
    const response = await request('/v1/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${env.TEST_ADMIN_TOKEN}` },
      body: JSON.stringify({ holder: '1iu lei', roles: ['approver'] }),
    })
    expect(response.status).toBe(422)
    const [place] = (await problemOf(response)).errors ?? []
    expect(place).toMatchObject({ pointer: '/holder', code: 'alike-name' })
    expect(place!.detail.zh).toContain('“liu lei”')
    expect(await tokenOfHolder('Liu Lei', 'approver')).toMatch(/^tl_/)
  })

  test('every caller can see their own name and roles', async () => {
    const token = await tokenOfHolder('curious', 'editor', 'approver')
    expect(await (await client(token).v1.tokens.current.$get()).json()).toMatchObject({
      name: 'curious',
      roles: ['editor', 'approver'],
    })
    expect(await (await client().v1.tokens.current.$get()).json()).toMatchObject({ name: 'anonymous' })
  })
})
