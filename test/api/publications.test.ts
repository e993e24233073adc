import { env } from 'cloudflare:workers'
import { answerOf, type Client } from '@tiaoli/client'
import { beforeAll, describe, expect, test } from 'vitest'
import { approve, BASICS, draftWith, officers, PACK, publish, reject, retitled, submit } from './draft-steps.ts'
import { client, problemOf, request, tokenWithRoles } from './request.ts'

const { editor, approver, other } = await officers()
const admin = client(env.TEST_ADMIN_TOKEN)

async function auditRows(action: string): Promise<number> {
  const row = await env.DB.prepare('SELECT count(*) AS rows FROM audit WHERE action = ?1').bind(action).first()
  return Number(row!['rows'])
}

beforeAll(async () => {
  const { draft } = await retitled(editor)
  await approve(approver, await submit(editor, draft))
})

describe('publishing', () => {
  test('of two approvers who publish simultaneously one gets a 409, and one entry is written', async () => {
    const responses = await Promise.all([publish(approver, 2, 1), publish(other, 2, 1)])
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201, 409]))
    const loser = responses.find(({ status }) => status === 409)!
    expect(await problemOf(loser as unknown as Response)).toMatchObject({ type: '/problems/published-meanwhile' })
    expect(await auditRows('version.published')).toBe(1)
  })

  test('evaluation uses the newly published version, and an older one by its number', async () => {
    const evaluation = { asOf: '2019-01-01', ledger: { id: 'C' } }
    const param = { pack: BASICS }
    const now = await answerOf(editor.v1.packs[':pack'].evaluate.$post({ param, json: evaluation }))
    const before = await answerOf(
      editor.v1.packs[':pack'].evaluate.$post({ param, json: { ...evaluation, version: 1 } }),
    )
    expect([now.edition, before.edition]).toMatchObject([
      { version: 2, seq: 2 },
      { version: 1, seq: 1 },
    ])
    expect(now.receipt.packSha256).toBe(now.edition.sha256)
    expect(before.edition.sha256).not.toBe(now.edition.sha256)
  })

  test('publishing an older version is a rollback in the log', async () => {
    const rolledBack = await publish(approver, 1, 2)
    expect(await rolledBack.json()).toMatchObject({ seq: 3, version: 1, actor: 'approver' })
    const { entries } = await answerOf(admin.v1.audit.$get({ query: { limit: '1' } }))
    expect(entries[0]).toMatchObject({ action: 'version.published', detail: { seq: 3, version: 1, rollback: true } })
  })

  test.each([
    ['publishing the published version', 1, 3, 409, 'already-published'],
    ['an expectedSeq that is not the latest', 2, 2, 409, 'published-meanwhile'],
    ['publishing an unknown version', 9, 3, 422, 'invalid-request'],
  ])('%s is refused', async (_, version, seq, status, code) => {
    const response = await publish(approver, version, seq)
    expect(response.status).toBe(status)
    expect((await problemOf(response as unknown as Response)).type).toBe(`/problems/${code}`)
  })
})

describe('used packs and new packs', () => {
  test('a draft that was checked with a version that is no longer published cannot be approved', async () => {
    const { draft } = await draftWith(editor, 'pack.json', (text) => text.replace('"zh": "', '"zh": "新'), PACK)
    const submitted = await submit(editor, draft)
    expect(submitted.submission?.pins).toEqual([{ pack: BASICS, version: 1 }])
    expect((await publish(approver, 2, 3)).status).toBe(201)
    await expect(approve(approver, submitted)).rejects.toMatchObject({
      problem: { status: 409, type: '/problems/used-pack-changed' },
    })
    expect((await publish(approver, 1, 4)).status).toBe(201)
  })

  test('a new pack becomes a draft, a first version, and is published and evaluated', async () => {
    const param = { pack: 'another-city' }
    const { files } = await answerOf(
      editor.v1.packs[':pack'].versions[':version'].$get({ param: { pack: BASICS, version: '1' } }),
    )
    const texts = await Promise.all(
      files.map(async ({ path }) => {
        const at = { pack: BASICS, version: '1' }
        const file = await editor.v1.packs[':pack'].versions[':version'].file.$get({ param: at, query: { path } })
        return [path, (await file.text()).replace(`"id": "${BASICS}"`, '"id": "another-city"')] as const
      }),
    )
    const json = { summary: 'a new pack', files: Object.fromEntries(texts) }
    const { draft } = await answerOf(editor.v1.packs[':pack'].drafts.$post({ param, header: {}, json }))
    expect(await approve(approver, await submit(editor, draft))).toMatchObject({ version: 1 })
    const lists = async (api: Client) => {
      const { versions, publications } = api.v1.packs[':pack']
      return [await versions.$get({ param, query: {} }), await publications.$get({ param, query: {} })]
    }
    expect((await lists(client())).map(({ status }) => status)).toEqual([404, 404])
    expect(await Promise.all((await lists(approver)).map((list) => list.json()))).toMatchObject([
      { versions: [{ version: 1, seq: null }] },
      { publications: [] },
    ])
    expect((await publish(approver, 1, 0, undefined, 'another-city')).status).toBe(201)
    const evaluation = { asOf: '2019-01-01', ledger: { id: 'C' } }
    const { edition } = await answerOf(client().v1.packs[':pack'].evaluate.$post({ param, json: evaluation }))
    expect(edition).toMatchObject({ pack: 'another-city', version: 1, seq: 1 })
  })

  test('a draft with the files of another pack is refused', async () => {
    const files = { 'pack.json': '{"id": "one-city"}' }
    const json = { summary: 'a mistake', files }
    const response = await editor.v1.packs[':pack'].drafts.$post({ param: { pack: 'two-city' }, header: {}, json })
    expect((await problemOf(response as unknown as Response)).errors).toMatchObject([
      { pointer: '/files/pack.json', code: 'other-pack' },
    ])
  })
})

describe('Idempotency-Key', () => {
  const path = `/v1/packs/${BASICS}/publications`
  const send = (token: string, key: string, body: object) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
      body: JSON.stringify(body),
    })
  const body = { version: 2, expectedSeq: 5, reason: 'once' }

  test('a repeated write is done once and gets the same response, even if both come simultaneously', async () => {
    const token = await tokenWithRoles('approver')
    const before = await auditRows('version.published')
    const together = await Promise.all([send(token, 'together-1', body), send(token, 'together-1', body)])
    const later = await send(token, 'together-1', body)
    const answers = await Promise.all([...together, later].map((response) => response.text()))
    expect([...together, later].map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers).size).toBe(1)
    expect(later.headers.get('idempotency-replayed')).toBe('true')
    expect(await auditRows('version.published')).toBe(before + 1)
  })

  test('a key that was used for another request is refused, and the keys of other callers are separate', async () => {
    const token = await tokenWithRoles('approver')
    expect((await send(token, 'my-own-key', { version: 1, expectedSeq: 6, reason: 'x' })).status).toBe(201)
    const reused = await send(token, 'my-own-key', { version: 2, expectedSeq: 7, reason: 'x' })
    expect(reused.status).toBe(422)
    expect((await problemOf(reused)).type).toBe('/problems/idempotency-key-reused')
    const stranger = await send(await tokenWithRoles('approver'), 'my-own-key', {
      version: 2,
      expectedSeq: 7,
      reason: 'x',
    })
    expect(stranger.status).toBe(201)
  })

  test('a refused write does not use up its key', async () => {
    const token = await tokenWithRoles('approver')
    expect((await send(token, 'refused-first', { version: 9, expectedSeq: 8, reason: 'x' })).status).toBe(422)
    expect((await send(token, 'refused-first', { version: 1, expectedSeq: 8, reason: 'x' })).status).toBe(201)
  })

  test('a key that is too short gets a 400', async () => {
    const response = await send(await tokenWithRoles('approver'), 'short', body)
    expect((await problemOf(response)).type).toBe('/problems/invalid-idempotency-key')
  })

  test('creating a token twice with one key makes one token, and the repeated response has no secret', async () => {
    const make = () =>
      admin.v1.tokens.$post({
        header: { 'idempotency-key': 'one-token-only' },
        json: { holder: 'only', roles: ['reader'] },
      })
    const first = await answerOf(make())
    const second = await answerOf(make())
    expect(first.token).toMatch(/^tl_/)
    expect(second).toMatchObject({ id: first.id })
    expect(second.token).toBeUndefined()
  })
})

describe('two drafts of one version', () => {
  const titled = (title: string) =>
    draftWith(editor, 'pack.json', (text) => text.replace('"zh": "', `"zh": "${title}`), BASICS)
  const latest = async () => {
    const { publications } = await answerOf(
      approver.v1.packs[':pack'].publications.$get({ param: { pack: BASICS }, query: {} }),
    )
    return publications[0]!
  }
  const REFUSED = { problem: { status: 409, type: '/problems/compared-with-other' } }

  test('of two drafts of one version, the second is not approved once the first is published', async () => {
    const [first, second] = [await titled('甲'), await titled('乙')]
    const waiting = await submit(editor, second.draft)
    const { version } = await approve(approver, await submit(editor, first.draft))
    const before = await latest()
    expect(waiting.submission?.comparedWith).toBe(before.version)
    expect((await publish(approver, version!, before.seq)).status).toBe(201)
    await expect(approve(approver, waiting)).rejects.toMatchObject(REFUSED)
    const again = await submit(editor, await reject(approver, waiting, 'compare it again'))
    expect(again.submission?.comparedWith).toBe(version)
    expect(await approve(approver, again)).toMatchObject({ status: 'approved' })
    await publish(approver, 1, (await latest()).seq)
  })

  test('of two versions approved beside each other, the second is not published after the first', async () => {
    const drafts = [await titled('丙'), await titled('丁')]
    const versions: number[] = []
    for (const { draft } of drafts) versions.push((await approve(approver, await submit(editor, draft))).version!)
    const { seq } = await latest()
    expect((await publish(approver, versions[0]!, seq)).status).toBe(201)
    const refused = await publish(approver, versions[1]!, seq + 1)
    expect((await problemOf(refused as unknown as Response)).type).toBe('/problems/compared-with-other')
    const notAsked = await approver.v1.packs[':pack'].publications.requests.$post({
      param: { pack: BASICS },
      header: {},
      json: { version: versions[1]!, expectedSeq: seq + 1, reason: 'x' },
    })
    expect((await problemOf(notAsked as unknown as Response)).type).toBe('/problems/compared-with-other')
    expect((await publish(approver, 1, seq + 1)).status).toBe(201)
    expect((await publish(approver, versions[0]!, seq + 2)).status).toBe(201)
    expect((await publish(approver, 1, seq + 3)).status).toBe(201)
  })
})
