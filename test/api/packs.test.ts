import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { answerOf } from '@tiaoli/client'
import { compile } from '@tiaoli/engine'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { expect, test } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'
import { CloudflarePlatform } from '../../workers/api/src/platform/cloudflare-platform.ts'
import { emptyDatabase } from './empty-database.ts'
import { client, problemOf, request, tokenWithRoles } from './request.ts'

const PACK = 'ganzhou-2018-32'
const api = client()
const policy = compile(ganzhou)

test('simultaneous first requests seed each bundled pack once, as version 1', async () => {
  await emptyDatabase()
  const platform = new CloudflarePlatform()
  const app = createApp(() => platform.ports(env, createExecutionContext()))
  const responses = await Promise.all(Array.from({ length: 8 }, async () => app.request('/v1/packs')))
  expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  const versions = await env.DB.prepare('SELECT pack, version FROM versions ORDER BY pack').all()
  expect(versions.results).toEqual([
    { pack: PACK, version: 1 },
    { pack: 'party-organization-basics', version: 1 },
  ])
  const { results } = await env.DB.prepare("SELECT pack FROM audit WHERE action = 'pack.seeded'").all()
  expect(results).toHaveLength(2)
})

test('the list contains both packs with version, publication and the digest that the library computes', async () => {
  const { packs } = await answerOf(api.v1.packs.$get())
  expect(packs).toMatchObject([
    {
      id: PACK,
      documentNumber: '赣市司党字[2018]32号',
      edition: { version: 1, seq: 1, sha256: policy.sha256 },
      uses: [{ pack: 'party-organization-basics', version: 1 }],
    },
    { id: 'party-organization-basics', edition: { version: 1, seq: 1 }, uses: [] },
  ])
})

test('the lists of a pack include those of the packs it uses', async () => {
  const param = { pack: PACK }
  const { requirements, edition } = await answerOf(api.v1.packs[':pack'].requirements.$get({ param, query: {} }))
  expect(edition).toMatchObject({ pack: PACK, version: 1, seq: 1 })
  expect(requirements).toContainEqual(expect.objectContaining({ id: 'one-shoulder', pack: PACK, force: 'must' }))
  expect(requirements).toContainEqual(
    expect.objectContaining({ id: 'own-organization', pack: 'party-organization-basics' }),
  )
  const { parameters } = await answerOf(api.v1.packs[':pack'].parameters.$get({ param, query: {} }))
  expect(parameters).toContainEqual(
    expect.objectContaining({ id: 'minFullMembersForBranch', values: [expect.objectContaining({ value: 3 })] }),
  )
  const { profiles } = await answerOf(api.v1.packs[':pack'].profiles.$get({ param, query: {} }))
  expect(profiles.map(({ id }) => id)).toEqual(expect.arrayContaining(['literal', 'practice']))
  const { facts } = await answerOf(api.v1.packs[':pack'].facts.$get({ param, query: {} }))
  expect(facts).toContainEqual(expect.objectContaining({ name: 'firm.members.full', type: 'integer', kind: 'given' }))
})

test('a fact gives the meaning of null only if a ledger may contain null there', async () => {
  const { facts } = await answerOf(api.v1.packs[':pack'].facts.$get({ param: { pack: PACK }, query: {} }))
  const nullable = [...policy.plan.facts.values()].filter((fact) => fact.kind === 'given' && fact.nullable)
  expect(facts.filter(({ none }) => none !== undefined).map(({ name }) => name)).toEqual(
    nullable.map(({ name }) => name),
  )
})

test('a parameter lists the values that it can have', async () => {
  const { parameters } = await answerOf(api.v1.packs[':pack'].parameters.$get({ param: { pack: PACK }, query: {} }))
  const bounds = ({ choices, min, max }: { choices?: unknown; min?: unknown; max?: unknown }) => ({ choices, min, max })
  const entries = [...policy.plan.parameters].map(([id, { entry }]) => [id, bounds(entry)])
  expect(parameters.map((parameter) => [parameter.id, bounds(parameter)])).toEqual(entries)
  for (const bound of ['choices', 'min', 'max'] as const)
    expect(
      parameters.filter((parameter) => parameter[bound] !== undefined),
      bound,
    ).not.toEqual([])
})

test('the JSON Schema of ledgers refuses unknown properties', async () => {
  const response = await request(`/v1/packs/${PACK}/ledger.schema.json`)
  expect(response.headers.get('content-type')).toContain('application/schema+json')
  expect(await response.json()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
  })
})

test('a version lists its files, and each can be read unchanged', async () => {
  const param = { pack: PACK, version: '1' }
  const version = await answerOf(api.v1.packs[':pack'].versions[':version'].$get({ param }))
  expect(version).toMatchObject({ version: 1, seq: 1, authors: ['bundle'], approver: null })
  expect(version.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['pack.json', 'profiles/literal.json', 'cases/cities.json', 'samples/city-of-79.json']),
  )
  const query = { path: 'profiles/literal.json' }
  const file = await api.v1.packs[':pack'].versions[':version'].file.$get({ param, query })
  expect(await file.text()).toMatch(/^{\n {2}"\$schema": "..\/..\/schema\/profile.schema.json",\n/)
})

test.each(['', '/requirements', '/ledger.schema.json', '/versions/1', '/versions/1/file?path=pack.json'])(
  'a caller with the current ETag of "%s" gets a 304',
  async (path) => {
    const first = await request(`/v1/packs/${PACK}${path}`)
    const etag = first.headers.get('etag')!
    const second = await request(`/v1/packs/${PACK}${path}`, { headers: { 'if-none-match': `"other", ${etag}` } })
    expect([first.status, second.status]).toEqual([200, 304])
    expect(await second.text()).toBe('')
  },
)

test.each(['', '/requirements', '/ledger.schema.json', '/versions/1'])(
  'an ETag of "%s" from another release is not current',
  async (path) => {
    const first = await request(`/v1/packs/${PACK}${path}`)
    const next = createApp(() => ({
      ...new CloudflarePlatform().ports(env, createExecutionContext()),
      release: 'next',
    }))
    const headers = { 'if-none-match': first.headers.get('etag')! }
    expect((await next.request(`/v1/packs/${PACK}${path}`, { headers })).status).toBe(200)
  },
)

test('a file of a version may be cached for good, the published version must be revalidated', async () => {
  const file = await request(`/v1/packs/${PACK}/versions/1/file?path=pack.json`)
  expect(file.headers.get('cache-control')).toContain('immutable')
  expect((await request(`/v1/packs/${PACK}`)).headers.get('cache-control')).toBe('private, no-cache')
})

test.each([
  ['/v1/packs/ganzhou-2018-32/versions/2', 404, 'unknown-version'],
  ['/v1/packs/ganzhou-2018-32/versions/zero', 422, 'invalid-request'],
  ['/v1/packs/ganzhou-2018-32?version=2', 422, 'invalid-request'],
  ['/v1/packs/ganzhou-2018-32?vers=1', 422, 'invalid-request'],
  ['/v1/packs/ganzhou-2018-32/versions/1/file?path=secret.json', 404, 'no-such-file'],
  ['/v1/packs/ganzhou-2018-32/versions?limit=1000', 422, 'invalid-request'],
  ['/v1/packs/nowhere/publications', 404, 'unknown-pack'],
])('%s gets a %i %s', async (path, status, code) => {
  const response = await request(path)
  expect(response.status).toBe(status)
  expect((await problemOf(response)).type).toBe(`/problems/${code}`)
})

test('an error in the query names the query', async () => {
  expect((await problemOf(await request(`/v1/packs/${PACK}?version=2`))).errors).toMatchObject([
    { in: 'query', pointer: '/version', code: 'unknown-version' },
  ])
})

test('versions and publications are paginated', async () => {
  const approver = client(await tokenWithRoles('approver'))
  const query = { limit: '1' }
  const versions = await answerOf(approver.v1.packs[':pack'].versions.$get({ param: { pack: PACK }, query }))
  expect(versions).toMatchObject({ versions: [{ version: 1 }], next: null })
  const { publications } = await answerOf(
    approver.v1.packs[':pack'].publications.$get({ param: { pack: PACK }, query }),
  )
  expect(publications).toMatchObject([{ seq: 1, version: 1, actor: 'bundle' }])
})

test('every clause has its text, and either what encodes it or why nothing does', async () => {
  const { clauses } = await (
    await request('/v1/packs/ganzhou-2018-32/clauses')
  ).json<{ clauses: { id: string; encodedBy: object[]; notEncoded?: object }[] }>()
  expect(clauses).toHaveLength(104)
  expect(clauses.find(({ id }) => id === 's3.5.a2')).toMatchObject({
    document: 'ganzhou-2018-32',
    text: { zh: '确有特殊情形不能“一肩挑”的，应书面报市律师行业党委同意；' },
    bearer: { zh: '律所党组织', en: 'Party organization of the law firm' },
    encodedBy: expect.arrayContaining([{ way: 'exception', requirement: 'one-shoulder', id: 'consented' }]),
    cases: expect.any(Number),
  })
  expect(clauses.filter(({ encodedBy, notEncoded }) => encodedBy.length === 0 && !notEncoded)).toEqual([])
})

test('the clauses of an unknown pack are a 404', async () => {
  expect((await request('/v1/packs/ganzhou-2018-33/clauses')).status).toBe(404)
})

test('whoever compiles a version reads all of its files at once', async () => {
  const param = { pack: PACK, version: '1' }
  const read = await answerOf(api.v1.packs[':pack'].versions[':version'].files.$get({ param }))
  expect(read.uses).toEqual([{ pack: 'party-organization-basics', version: 1 }])
  const used = await answerOf(
    api.v1.packs[':pack'].versions[':version'].files.$get({ param: { pack: read.uses[0]!.pack, version: '1' } }),
  )
  expect(compile({ files: read.files, uses: [{ files: used.files }] }).sha256).toBe(policy.sha256)
})
