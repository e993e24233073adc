import { env } from 'cloudflare:workers'
import rules from '@tiaoli/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badRequests, type BadRequest } from './bad-request-generator.ts'
import { BASICS, beginDraft, PACK } from './draft-steps.ts'
import { client, request, tokenWithRoles } from './request.ts'
import { mutatedJson } from './mutated-json.ts'

const RUNS = Number(env.BAD_REQUESTS)
// Each status must occur: requests that all fail the first check would prove little.
// Those that need a draft, a valid body and a wrong header occur in the full number only.
const REACHED = [200, 400, 401, 403, 404, 405, 415, 422, ...(RUNS >= 20_000 ? [412, 428] : [])]

interface Operation {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> }
}
const { paths } = await (await request('/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
)
const all = await tokenWithRoles('reader', 'evaluator', 'editor', 'approver', 'admin')
const { draft } = await beginDraft(client(all), 'a target')
const targets = {
  operations,
  names: { pack: PACK, draft: draft.id, version: '1', code: 'invalid-request', token: 'none', kind: 'notices' },
  tokens: [all, all, await tokenWithRoles('editor'), `tl_${'0'.repeat(12)}_${'A'.repeat(43)}`],
}

async function send({ method, path, headers, body }: BadRequest) {
  const response = await request(path, { method, headers, ...(method !== 'GET' && body !== undefined && { body }) })
  return { response, text: new TextDecoder().decode(await response.arrayBuffer()) }
}

/** A response that is not successful is a problem, and reveals nothing internal. */
function expectProblem(response: Response, text: string): void {
  expect(response.status).toBeLessThan(500)
  if (response.status < 400) return
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(JSON.parse(text)).toMatchObject({
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    status: response.status,
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.any(String),
  })
  expect(text).not.toMatch(/\bat .*\.[tj]s:\d+|SQLITE|D1_ERROR/)
}

test(
  `none of ${RUNS} arbitrary requests gets a 5xx, and every refusal is a problem`,
  { timeout: 900_000 },
  async () => {
    const statuses = new Set<number>()
    const holds = fc.asyncProperty(badRequests(targets), async (bad) => {
      const { response, text } = await send(bad)
      statuses.add(response.status)
      expectProblem(response, text)
    })
    await fc.assert(holds, { numRuns: RUNS })
    expect([...statuses]).toEqual(expect.arrayContaining(REACHED))
  },
)

const json = { 'content-type': 'application/json', authorization: `Bearer ${all}` }

test(`none of ${RUNS} bodies with one wrong place gets a 5xx`, { timeout: 900_000 }, async () => {
  const examples = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      Object.values(requestBody?.content['application/json']?.examples ?? {}).map(({ value }) => ({
        method: method.toUpperCase(),
        path: path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof targets.names) => targets.names[name]),
        value,
      })),
    ),
  )
  expect(examples.length).toBeGreaterThan(10)
  const requests = fc
    .constantFrom(...examples)
    .chain(({ method, path, value }) => mutatedJson(value).map((body) => ({ method, path, body, headers: json })))
  const statuses = new Set<number>()
  const holds = fc.asyncProperty(requests, async (bad) => {
    const { response, text } = await send(bad)
    statuses.add(response.status)
    expectProblem(response, text)
  })
  await fc.assert(holds, { numRuns: RUNS })
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 422]))
})

test(`each of ${RUNS / 5} packs with one wrong place is checked`, { timeout: 900_000 }, async () => {
  const files = Object.entries(rules[BASICS]!.files).filter(([path]) => !path.startsWith('cases/'))
  const changes = fc
    .constantFrom(...files)
    .chain(([path, content]) => mutatedJson(content).map((text) => ({ [path]: text })))
  let faulty = 0
  const holds = fc.asyncProperty(changes, async (changed) => {
    const body = JSON.stringify({ candidate: { files: changed }, runtimes: [] })
    const { response, text } = await send({ method: 'POST', path: `/v1/packs/${BASICS}/check`, headers: json, body })
    expectProblem(response, text)
    if (response.status === 200 && !(JSON.parse(text) as { ok: boolean }).ok) faulty++
  })
  await fc.assert(holds, { numRuns: RUNS / 5 })
  expect(faulty).toBeGreaterThan(RUNS / 20)
})
