import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badRequests, type BadRequest } from './bad-requests.ts'
import { begin, PACK } from './registry.ts'
import { client, request, tokenFor } from './request.ts'

const RUNS = Number(env.BAD_REQUESTS)
// Each must have been reached: a generator whose requests all fail at the first door would prove little.
// What takes a draft, a right body and a wrong header comes up in the full number only.
const REACHED = [200, 400, 401, 403, 404, 405, 415, 422, ...(RUNS >= 20_000 ? [412, 428] : [])]

const { paths } = await (await request('/openapi.json')).json<{ paths: Record<string, object> }>()
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
)
const all = await tokenFor('reader', 'evaluator', 'editor', 'approver', 'admin')
const { draft } = await begin(client(all), 'something to aim at')
const targets = {
  operations,
  names: { pack: PACK, draft: draft.id, version: '1', code: 'invalid-request', token: 'none' },
  tokens: [all, all, await tokenFor('editor'), `tl_${'0'.repeat(12)}_${'A'.repeat(43)}`],
}

async function send({ method, path, headers, body }: BadRequest) {
  const response = await request(path, { method, headers, ...(method !== 'GET' && body !== undefined && { body }) })
  return { response, text: new TextDecoder().decode(await response.arrayBuffer()) }
}

test(
  `of ${RUNS} requests of any kind none is a 5xx, and every refusal is a problem`,
  { timeout: 900_000 },
  async () => {
    const statuses = new Set<number>()
    const holds = fc.asyncProperty(badRequests(targets), async (bad) => {
      const { response, text } = await send(bad)
      statuses.add(response.status)
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
    })
    await fc.assert(holds, { numRuns: RUNS, seed: 20_261_123 })
    expect([...statuses]).toEqual(expect.arrayContaining(REACHED))
  },
)
