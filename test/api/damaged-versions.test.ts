import { env } from 'cloudflare:workers'
import { ApiError, answerOf } from '@tiaoli/client'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../workers/api/src/storage/sha256.ts'
import { approve, BASICS, draftWith, officers, PACK, publish, submit } from './draft-steps.ts'
import { exempt } from './exempt.ts'
import { problemOf, request, tokenWithRoles } from './request.ts'

const { editor, approver } = await officers()
const headers = { 'content-type': 'application/json', authorization: `Bearer ${await tokenWithRoles('editor')}` }

let versions = 0

/** A submitted draft, each with another title. */
async function submitted() {
  const title = `"zh": "第${++versions}次`
  const { draft } = await draftWith(editor, 'pack.json', (text) => text.replace('"zh": "', title), BASICS)
  return submit(editor, draft)
}

async function publishNext(version: number) {
  const { publications } = await answerOf(
    approver.v1.packs[':pack'].publications.$get({ param: { pack: BASICS }, query: {} }),
  )
  await answerOf(publish(approver, version, publications[0]!.seq))
}

const post = (path: string, body: object | string, type = 'application/json') =>
  request(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const asOf = '2019-01-01'
const at = `/v1/packs/${BASICS}`
/** Every address that loads a version. */
const DOORS: Record<string, (version: number) => Promise<Response>> = {
  evaluation: (version) => post(`${at}/evaluate`, { asOf, version, ledger: {} }),
  'evaluation on json-rules-engine': (version) =>
    post(`${at}/evaluate`, { asOf, version, runtime: 'json-rules-engine', ledger: {} }),
  questions: (version) => post(`${at}/next-questions`, { asOf, version, ledger: {} }),
  'a calendar': (version) => request(`${at}/calendar?from=2019-01-01&to=2019-12-31&version=${version}`, { headers }),
  'a stream': (version) =>
    post(`${at}/evaluate/stream`, JSON.stringify({ asOf, version, scope: 'firm' }), 'application/x-ndjson'),
  'a comparison from it': (version) => post(`${at}/compare`, { asOf, from: version, to: { version: 1 }, ledger: {} }),
  'a comparison to it': (version) => post(`${at}/compare`, { asOf, from: 1, to: { version }, ledger: {} }),
  requirements: (version) => request(`${at}/requirements?version=${version}`, { headers }),
  'a pack that uses it': () => post(`/v1/packs/${PACK}/check`, { candidate: { version: 1 }, runtimes: [] }),
}

const DAMAGES: Record<string, string> = {
  'another text': `UPDATE files SET text = replace(text, '次', '回') WHERE sha256 =
    (SELECT sha256 FROM version_files WHERE pack = ?1 AND version = ?2 AND path = 'pack.json')`,
  'a broken text': `UPDATE files SET text = replace(text, '{', '[') WHERE sha256 =
    (SELECT sha256 FROM version_files WHERE pack = ?1 AND version = ?2 AND path = 'pack.json')`,
  'a file of another version': `UPDATE version_files SET sha256 =
    (SELECT sha256 FROM version_files WHERE pack = ?1 AND version = 1 AND path = 'pack.json')
    WHERE pack = ?1 AND version = ?2 AND path = 'pack.json'`,
  'one file less': `DELETE FROM version_files WHERE pack = ?1 AND version = ?2 AND path LIKE 'cases/%'`,
  'another digest': `UPDATE versions SET sha256 = '0' || substr(sha256, 2) || 'x' WHERE pack = ?1 AND version = ?2`,
}

describe.each(Object.entries(DAMAGES))('a published version with %s', (_, damage) => {
  test('is refused at every address, and an earlier version is not', async () => {
    const { version } = await approve(approver, await submitted())
    await publishNext(version!)
    await exempt(['files', 'versions', 'version_files'], async () => {
      await env.DB.prepare(damage).bind(BASICS, version).run()
    })
    for (const [door, knock] of Object.entries(DOORS)) {
      const response = await knock(version!)
      expect([door, response.status]).toEqual([door, 503])
      expect(await problemOf(response)).toMatchObject({
        type: '/problems/damaged-version',
        errors: [{ code: 'damaged-version', detail: { en: `Version ${version} of ${BASICS} is damaged.` } }],
      })
    }
    expect((await DOORS['evaluation']!(1)).status).toBe(200)
    await publishNext(1)
    expect((await DOORS['a pack that uses it']!(1)).status).toBe(200)
  })
})

test('a file with another text is not given, and no draft begins with it', async () => {
  const { version } = await approve(approver, await submitted())
  await exempt(['files'], async () => {
    await env.DB.prepare(DAMAGES['another text']!).bind(BASICS, version).run()
  })
  const reviewer = { headers: { authorization: headers.authorization } }
  const damaged = { type: '/problems/damaged-version', status: 503 }
  expect(await problemOf(await request(`${at}/versions/${version}/file?path=pack.json`, reviewer))).toMatchObject(
    damaged,
  )
  expect(await problemOf(await request(`${at}/versions/${version}/files`, reviewer))).toMatchObject(damaged)
  expect(await problemOf(await post(`${at}/drafts`, { summary: 'x', fromVersion: version }))).toMatchObject(damaged)
  await publishNext(version!)
  expect(await problemOf(await request('/v1/packs', reviewer))).toMatchObject(damaged)
  await publishNext(1)
  expect((await request('/v1/packs', reviewer)).status).toBe(200)
})

test.each([
  [
    'another file',
    `UPDATE draft_files SET sha256 = (SELECT sha256 FROM version_files WHERE pack = '${BASICS}' AND version = 1 AND path = 'pack.json') WHERE draft = ?1 AND path = 'pack.json'`,
  ],
  ['one file less', "DELETE FROM draft_files WHERE draft = ?1 AND path LIKE 'cases/%'"],
])('a submitted draft with %s is not approved', async (_, change) => {
  const draft = await submitted()
  await env.DB.prepare(change).bind(draft.id).run()
  const refusal = approve(approver, draft)
  await expect(refusal).rejects.toBeInstanceOf(ApiError)
  await expect(refusal).rejects.toMatchObject({ problem: { type: '/problems/submission-differs', status: 409 } })
})

const FAULTY_FACTS = '{ "given": 3 }'

test.each([
  ['another text', '/problems/damaged-version', DAMAGES['another text']!],
  [
    'facts that are refused now',
    '/problems/faulty-pack',
    `UPDATE version_files SET sha256 = '${sha256(FAULTY_FACTS)}' WHERE pack = ?1 AND version = ?2 AND path = 'facts.json'`,
  ],
])('a submitted draft is not approved once a version that it uses has %s', async (_, type, change) => {
  const { version } = await approve(approver, await submitted())
  await publishNext(version!)
  const pack = `uses-basics-${version}`
  const title = { zh: '所用', en: 'Uses another' }
  const packJson = {
    id: pack,
    version: '1.0.0',
    title,
    languages: ['zh', 'en'],
    timeZone: 'Asia/Shanghai',
    uses: [BASICS],
  }
  const json = { summary: 'uses another', files: { 'pack.json': JSON.stringify(packJson) } }
  const { draft } = await answerOf(editor.v1.packs[':pack'].drafts.$post({ param: { pack }, header: {}, json }))
  const using = await submit(editor, draft)
  await exempt(['files', 'versions', 'version_files'], async () => {
    await env.DB.batch([
      env.DB.prepare('INSERT OR IGNORE INTO files VALUES (?1, ?2, length(?2))').bind(
        sha256(FAULTY_FACTS),
        FAULTY_FACTS,
      ),
      env.DB.prepare(change).bind(BASICS, version),
    ])
  })
  await expect(approve(approver, using)).rejects.toMatchObject({ problem: { type } })
  await publishNext(1)
})
