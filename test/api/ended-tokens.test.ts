import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { answerOf } from '@tiaoli/client'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'
import { commitWithAudit } from '../../workers/api/src/audit/commit-with-audit.ts'
import { CloudflarePlatform } from '../../workers/api/src/platform/cloudflare-platform.ts'
import { d1Port } from '../../workers/api/src/storage/d1-port.ts'
import type { Role } from '../../workers/api/src/access/roles.ts'
import { approve, BASICS, beginDraft, officers, retitled, submit } from './draft-steps.ts'
import { expectDeclared } from './expect-declared.ts'
import { client, request, tokenOfHolder, tokenWithRoles } from './request.ts'

const admin = client(env.TEST_ADMIN_TOKEN)
const { editor, approver } = await officers()

function revoke(token: string) {
  return answerOf(admin.v1.tokens[':token'].$delete({ param: { token: idOf(token) }, header: {} }))
}

function idOf(token: string): string {
  return token.split('_')[1]!
}

interface Write {
  method: string
  path: string
  body: string
  headers?: Record<string, string>
}

function send({ method, path, body, headers }: Write, token: string): Promise<Response> {
  const sent = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers }
  return request(path, { method, headers: sent, body })
}

let letIn = () => {}

/** The service, which says when it lets the caller of a write in. */
const ports = new CloudflarePlatform().ports(env, createExecutionContext())
const app = createApp(() => ({ ...ports, writes: { allow: async () => (letIn(), true) } }))

/** Sends all of a write but the end of its body, which follows when it is released. */
async function arm({ method, path, body, headers }: Write, token: string) {
  const bytes = new TextEncoder().encode(body)
  const { readable, writable } = new FixedLengthStream(bytes.length)
  const writer = writable.getWriter()
  const isIn = new Promise<void>((resolve) => (letIn = resolve))
  const sent = new Request(`https://tiaoli.example${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: readable,
  })
  const response = app.fetch(sent)
  await Promise.all([isIn, writer.write(bytes.subarray(0, 1))])
  return async () => {
    await Promise.all([writer.write(bytes.subarray(1)), writer.close()])
    await expectDeclared(sent, await response)
    return response
  }
}

/** All that a write could change. */
async function everything() {
  const tables = ['audit', 'drafts', 'draft_files', 'files', 'versions', 'publications', 'tokens', 'idempotency']
  return Promise.all(tables.map(async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results))
}

const json = JSON.stringify
const matching = (draft: { revision: number }) => ({ 'if-match': `"${draft.revision}"` })
const pathOf = (draft: { id: string }) => `/v1/packs/${BASICS}/drafts/${draft.id}`
const begun = async () => (await beginDraft(editor, 'to be changed', 1, BASICS)).draft
const submitted = async () => submit(editor, (await retitled(editor)).draft)

/** The body by which a version is published that was approved just now. */
async function publication(): Promise<string> {
  const { version } = await approve(approver, await submitted())
  const { publications } = await answerOf(
    approver.v1.packs[':pack'].publications.$get({ param: { pack: BASICS }, query: {} }),
  )
  return json({ version, expectedSeq: publications[0]!.seq, reason: 'a test' })
}

/** Every write that has a body: its roles, its success, and how it is made ready. */
const WRITES: Record<string, [Role, number, () => Promise<Write>]> = {
  'POST /v1/packs/{pack}/drafts': [
    'editor',
    201,
    async () => ({
      method: 'POST',
      path: `/v1/packs/${BASICS}/drafts`,
      body: json({ summary: 'x', fromVersion: 1 }),
    }),
  ],
  'PUT /v1/packs/{pack}/drafts/{draft}/file': [
    'editor',
    200,
    async () => {
      const draft = await begun()
      return { method: 'PUT', path: `${pathOf(draft)}/file?path=lint.json`, body: '{"a":1}', headers: matching(draft) }
    },
  ],
  'PATCH /v1/packs/{pack}/drafts/{draft}/files': [
    'editor',
    200,
    async () => {
      const draft = await begun()
      const body = json({ files: { 'lint.json': '{"b":1}' } })
      return { method: 'PATCH', path: `${pathOf(draft)}/files`, body, headers: matching(draft) }
    },
  ],
  'POST /v1/packs/{pack}/drafts/{draft}/submit': [
    'editor',
    200,
    async () => {
      const { draft } = await retitled(editor)
      return { method: 'POST', path: `${pathOf(draft)}/submit`, body: json({}), headers: matching(draft) }
    },
  ],
  'POST /v1/packs/{pack}/drafts/{draft}/approve': [
    'approver',
    200,
    async () => {
      const draft = await submitted()
      return { method: 'POST', path: `${pathOf(draft)}/approve`, body: json({}), headers: matching(draft) }
    },
  ],
  'POST /v1/packs/{pack}/drafts/{draft}/reject': [
    'approver',
    200,
    async () => {
      const draft = await submitted()
      const body = json({ reason: 'no' })
      return { method: 'POST', path: `${pathOf(draft)}/reject`, body, headers: matching(draft) }
    },
  ],
  'POST /v1/packs/{pack}/publications': [
    'approver',
    201,
    async () => ({ method: 'POST', path: `/v1/packs/${BASICS}/publications`, body: await publication() }),
  ],
  'POST /v1/packs/{pack}/publications/requests': [
    'approver',
    201,
    async () => ({ method: 'POST', path: `/v1/packs/${BASICS}/publications/requests`, body: await publication() }),
  ],
  'POST /v1/tokens': [
    'admin',
    201,
    async () => ({ method: 'POST', path: '/v1/tokens', body: json({ holder: 'friend', roles: ['admin'] }) }),
  ],
  'POST /v1/tokens/requests': [
    'admin',
    201,
    async () => ({ method: 'POST', path: '/v1/tokens/requests', body: json({ holder: 'friend', roles: ['admin'] }) }),
  ],
}

describe('a write that waits while its token ends', () => {
  test('the writes that are tried are all that have a body', async () => {
    const document = await (
      await request('/openapi.json')
    ).json<{
      paths: Record<string, Record<string, { parameters?: { name: string }[]; requestBody?: object }>>
    }>()
    const writes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { parameters, requestBody }]) =>
        requestBody && parameters?.some(({ name }) => name.toLowerCase() === 'idempotency-key')
          ? `${method.toUpperCase()} ${path}`
          : [],
      ),
    )
    expect(writes.toSorted()).toEqual(Object.keys(WRITES).toSorted())
  })

  test.each(Object.entries(WRITES))('%s is refused, and writes nothing', async (_, [role, success, prepare]) => {
    const write = await prepare()
    const token = await tokenWithRoles(role)
    const release = await arm(write, token)
    await revoke(token)
    const before = await everything()
    const response = await release()
    expect(response.status).toBe(401)
    expect(await everything()).toEqual(before)
    expect((await send(write, await tokenWithRoles(role))).status).toBe(success)
  })

  test('is refused when the token expires', async () => {
    const token = await tokenWithRoles('editor')
    const release = await arm(await WRITES['POST /v1/packs/{pack}/drafts']![2](), token)
    // As if the time had come.
    const now = new Date().toISOString()
    await env.DB.prepare('UPDATE tokens SET expires_at = ?2 WHERE id = ?1').bind(idOf(token), now).run()
    const before = await everything()
    expect((await release()).status).toBe(401)
    expect(await everything()).toEqual(before)
  })

  test('is not answered with what the same person wrote before', async () => {
    const write = {
      ...(await WRITES['POST /v1/packs/{pack}/drafts']![2]()),
      headers: { 'idempotency-key': 'ended-token' },
    }
    const [first, second] = [await tokenOfHolder('twice', 'editor'), await tokenOfHolder('twice', 'editor')]
    expect((await send(write, first)).status).toBe(201)
    const release = await arm(write, second)
    await revoke(second)
    expect((await release()).status).toBe(401)
    expect((await send(write, first)).headers.get('idempotency-replayed')).toBe('true')
  })
})

describe('a revocation between decision and transaction', () => {
  test('refuses the transaction', async () => {
    const token = await tokenOfHolder('racer', 'editor')
    const actor = { name: 'racer', via: `token:${idOf(token)}` }
    let attempts = 0
    const writing = commitWithAudit({ sql: d1Port(env.DB) }, actor, async () => {
      if (attempts++ === 0) await revoke(token)
      return { events: [{ action: 'draft.saved', detail: {} }], statements: () => [], result: undefined }
    })
    await expect(writing).rejects.toMatchObject({ reason: 'token-ended' })
    expect(attempts).toBeGreaterThan(0)
  })

  test('leaves no entry by the token behind its revocation, however they race', async () => {
    const token = await tokenOfHolder('sprinter', 'editor')
    const write = await WRITES['POST /v1/packs/{pack}/drafts']![2]()
    const [responses] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => send(write, token))),
      revoke(token),
    ])
    const { results } = await env.DB.prepare(
      `SELECT seq, action FROM audit WHERE via = ?1 OR (action = 'token.revoked' AND detail ->> 'token' = ?2) ORDER BY seq`,
    )
      .bind(`token:${idOf(token)}`, idOf(token))
      .all<{ action: string }>()
    expect(results.at(-1)!.action).toBe('token.revoked')
    const written = responses.filter(({ status }) => status === 201).length
    expect(results).toHaveLength(written + 1)
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(20 - written)
  })
})
