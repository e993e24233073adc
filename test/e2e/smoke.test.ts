import { join } from 'node:path'
import type { Report } from '@tiaoli/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { readSample } from '../load-packs.ts'

// The bundle that would be deployed, in plain workerd: unlike the test pool, it forbids eval and new Function.
const api = join(import.meta.dirname, '..', '..', 'workers', 'api')
const server = createTestHarness({ root: api, workers: [{ configPath: join(api, 'wrangler.jsonc') }] })

beforeAll(() => server.listen())
afterAll(() => server.close())

async function evaluate(runtime: 'compiled' | 'json-rules-engine'): Promise<Report> {
  const response = await server.fetch('/v1/packs/ganzhou-2018-32/evaluate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ asOf: '2019-01-01', runtime, ledger: readSample() }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Report
}

test('the deployed bundle answers where code cannot be made from strings, alike on both runtimes', async () => {
  const compiled = await evaluate('compiled')
  const reference = await evaluate('json-rules-engine')
  expect(compiled.summary.not_met).toBeGreaterThan(0)
  expect(reference.summary).toEqual(compiled.summary)
  expect(reference.receipt).toEqual(compiled.receipt)
})

test('the deployed bundle describes itself', async () => {
  const response = await server.fetch('/openapi.json')
  expect(await response.json()).toMatchObject({ openapi: '3.1.0' })
})
