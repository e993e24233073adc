import { beforeEach, describe, expect, test, vi } from 'vitest'
import { generateToken, type GeneratedToken } from '../../workers/api/src/access/token-secret.ts'
import { insertToken } from '../../workers/api/src/access/token-store.ts'
import type { Role } from '../../workers/api/src/access/roles.ts'
import { createApp } from '../../workers/api/src/app.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { portsOn } from '../support/ports-on.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'

const PACK = 'party-organization-basics'
const PUBLICATIONS = `/v1/packs/${PACK}/publications`
const TOKENS = '/v1/tokens'

let sql: SqlPort
let app: ReturnType<typeof createApp>
let li: GeneratedToken
let wang: GeneratedToken
beforeEach(async () => {
  sql = nodeSqlite()
  app = createApp(() => portsOn(sql, { jointMatters: new Set(['publications', 'tokens']) }))
  await app.request('/v1/packs')
  li = await tokenOf('li')
  wang = await tokenOf('wang')
  // A version that is not in force.
  await sql.batch([
    {
      sql: `INSERT INTO versions SELECT pack, 2, sha256, declared_version, summary, authors, approver, created_at, audit_seq
            FROM versions WHERE pack = ?1`,
      params: [PACK],
    },
    {
      sql: `INSERT INTO publications SELECT pack, 2, 2, actor, reason, at, audit_seq FROM publications WHERE pack = ?1`,
      params: [PACK],
    },
  ])
})

async function tokenOf(holder: string): Promise<GeneratedToken> {
  const token = generateToken()
  const roles: Role[] = ['approver', 'admin']
  const record = { id: token.id, holder, label: '', roles, createdBy: 'test', createdAt: '2026-01-01T00:00:00.000Z' }
  await sql.batch([insertToken({ ...record, expiresAt: null, revokedAt: null }, token.sha256)])
  return token
}

interface Answer {
  status: number
  body: Record<string, unknown>
}

async function sent({ token }: GeneratedToken, path: string, body: object, method = 'POST'): Promise<Answer> {
  const response = await app.request(path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

const NEEDED = { status: 409, body: { type: '/problems/second-person-needed' } }
const back = { version: 1, expectedSeq: 2, reason: 'the new one is wrong' }

describe('where publishing takes two persons', () => {
  test('nobody publishes alone, whether they have asked for it or not', async () => {
    expect(await sent(li, PUBLICATIONS, back)).toMatchObject(NEEDED)
    expect(await sent(li, `${PUBLICATIONS}/requests`, back)).toMatchObject({ status: 201, body: { by: 'li' } })
    expect(await sent(li, PUBLICATIONS, back)).toMatchObject(NEEDED)
  })

  test('another publishes what one has asked for, for reasons of their own, and the log names both', async () => {
    const { body: asked } = await sent(li, `${PUBLICATIONS}/requests`, back)
    const done = await sent(wang, PUBLICATIONS, { ...back, reason: 'I agree' })
    expect(done).toMatchObject({ status: 201, body: { version: 1, actor: 'wang', reason: 'I agree' } })
    const { body } = await sent(li, '/v1/audit', {}, 'GET')
    const [entry] = body['entries'] as { actor: string; detail: object }[]
    expect(entry).toMatchObject({ actor: 'wang', detail: { asked: asked['entry'], askedBy: 'li' } })
  })

  test('what somebody asked for is neither another version nor one after another publication', async () => {
    await sent(li, `${PUBLICATIONS}/requests`, back)
    await sent(wang, PUBLICATIONS, back)
    const forth = { version: 2, expectedSeq: 3, reason: 'x' }
    expect(await sent(wang, PUBLICATIONS, forth)).toMatchObject(NEEDED)
    expect(await sent(li, `${PUBLICATIONS}/requests`, back)).toMatchObject({ status: 409 })
    await sent(wang, `${PUBLICATIONS}/requests`, forth)
    expect(await sent(li, PUBLICATIONS, forth)).toMatchObject({ status: 201 })
  })

  test('asking twice is asking once', async () => {
    const first = await sent(li, `${PUBLICATIONS}/requests`, back)
    expect(await sent(li, `${PUBLICATIONS}/requests`, back)).toEqual(first)
  })

  test('a request ends after seven days, and with the token of who made it', async () => {
    const { body } = await sent(li, `${PUBLICATIONS}/requests`, back)
    vi.useFakeTimers({ now: Date.parse(String(body['until'])), toFake: ['Date'] })
    try {
      expect(await sent(wang, PUBLICATIONS, back)).toMatchObject(NEEDED)
    } finally {
      vi.useRealTimers()
    }
    await sent(wang, `${TOKENS}/${li.id}`, {}, 'DELETE')
    expect(await sent(wang, PUBLICATIONS, back)).toMatchObject(NEEDED)
  })

  test('a request whose token lives is good until its last moment', async () => {
    const { body } = await sent(li, `${PUBLICATIONS}/requests`, back)
    vi.useFakeTimers({ now: Date.parse(String(body['until'])) - 1000, toFake: ['Date'] })
    try {
      expect(await sent(wang, PUBLICATIONS, back)).toMatchObject({ status: 201 })
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('where tokens take two persons', () => {
  const approver = { holder: 'zhao', roles: ['approver'] }

  test('one that approves or administers is made once for each request, by another than who asked', async () => {
    expect(await sent(li, TOKENS, approver)).toMatchObject(NEEDED)
    await sent(li, `${TOKENS}/requests`, approver)
    expect(await sent(li, TOKENS, approver)).toMatchObject(NEEDED)
    expect(await sent(wang, TOKENS, { ...approver, roles: ['approver', 'admin'] })).toMatchObject(NEEDED)
    expect(await sent(wang, TOKENS, approver)).toMatchObject({ status: 201, body: { holder: 'zhao' } })
    expect(await sent(wang, TOKENS, approver)).toMatchObject(NEEDED)
  })

  test('other tokens are made, and all are revoked, by one', async () => {
    expect(await sent(li, TOKENS, { holder: 'zhao', roles: ['editor'] })).toMatchObject({ status: 201 })
    expect(await sent(li, `${TOKENS}/${wang.id}`, {}, 'DELETE')).toMatchObject({ status: 200 })
  })
})
