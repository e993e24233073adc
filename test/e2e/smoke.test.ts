import type { Report } from '@tiaoli/engine'
import { answerOf, fileOf } from '@tiaoli/client'
import { unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSample } from '../load-packs.ts'
import { startBundle, type DeployedBundle } from './server.ts'

let bundle: DeployedBundle
beforeAll(async () => {
  bundle = await startBundle()
})
afterAll(() => bundle.harness.close())

const REGISTER = join(import.meta.dirname, '../office/files/A-律师行业党建工作台账-2026三季度.xlsx')
const SECRET_FIRM = 'F-not-to-be-logged'

async function evaluate(runtime: 'compiled' | 'json-rules-engine'): Promise<Report> {
  const response = await fetch(`${bundle.origin}/v1/packs/ganzhou-2018-32/evaluate`, {
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

test('the deployed bundle describes itself, and shows its page without anything from elsewhere', async () => {
  const document = await fetch(`${bundle.origin}/openapi.json`)
  expect(await document.json()).toMatchObject({ openapi: '3.1.0' })
  const page = await fetch(`${bundle.origin}/docs/`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  const html = await page.text()
  for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const file = await fetch(new URL(path!, `${bundle.origin}/docs/`))
    expect([path, file.status]).toEqual([path, 200])
  }
  expect(html).not.toMatch(/https?:/)
})

test('the deployed bundle reads a workbook and makes papers where code cannot be made from strings', async () => {
  const pack = bundle.client().v1.packs[':pack']
  const param = { pack: 'ganzhou-2018-32' }
  const file = new File([readFileSync(REGISTER)], '台账.xlsx')
  const { ledger, names } = await answerOf(pack.import.$post({ param, form: { file } }))
  const json = { asOf: '2026-09-30', ledger, names }
  const papers = await fileOf(pack.papers[':kind'].$post({ param: { ...param, kind: 'notices' }, json }))
  expect(papers.name).toBe('整改通知书.zip')
  expect(Object.keys(unzipSync(papers.bytes)).filter((name) => name.endsWith('.docx')).length).toBeGreaterThan(3)
})

test('the log tells of requests in ids and outcomes, and nothing of the ledger', async () => {
  const body = JSON.stringify({
    asOf: '2019-01-01',
    ledger: { id: 'C', counties: [{ id: 'K', firms: [{ id: SECRET_FIRM }] }] },
  })
  for (const sent of [body, body.replace('"id":"C"', '"nme":"x"'), body.slice(0, -4)])
    await fetch(`${bundle.origin}/v1/packs/ganzhou-2018-32/evaluate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'look-for-this' },
      body: sent,
    })
  const lines = () => bundle.harness.getLogs().map(({ message }) => message)
  const mine = () => lines().filter((line) => line.includes('look-for-this'))
  // A line may come after the response.
  while (mine().length < 3) await setTimeout(20)
  expect(mine().map((line) => JSON.parse(line) as object)).toMatchObject([
    { event: 'request', method: 'POST', status: 200, caller: 'anonymous', pack: 'ganzhou-2018-32', version: 1 },
    { status: 422, problem: 'invalid-request' },
    { status: 400, problem: 'malformed-json' },
  ])
  expect(lines().join('\n')).not.toContain(SECRET_FIRM)
})

test('a caller who writes too often is told to wait, and others are not', async () => {
  const admin = bundle.client(bundle.adminToken)
  const [busy, calm] = await Promise.all(
    ['busy', 'calm'].map(async (holder) => {
      const json = { holder, roles: ['editor' as const] }
      return (await answerOf(admin.v1.tokens.$post({ header: {}, json }))).token!
    }),
  )
  const write = async (token: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(`${bundle.origin}/v1/packs/ganzhou-2018-32/drafts`, {
      method: 'POST',
      headers,
      body: '{',
    })
    return response
  }
  // A hundred are allowed in ten seconds; on a machine too slow for that many the burst is repeated.
  const answers: Response[] = []
  const refused = () => answers.find(({ status }) => status === 429)
  while (!refused()) answers.push(...(await Promise.all(Array.from({ length: 250 }, () => write(busy!)))))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]))
  expect(refused()!.headers.get('retry-after')).toBe('10')
  expect((await write(calm!)).status).toBe(400)
})

test('without roles for callers who have no token, evaluation needs one', async () => {
  const closed = await startBundle({ ANONYMOUS_ROLES: '' })
  try {
    expect((await fetch(`${closed.origin}/v1/packs`)).status).toBe(401)
    expect((await fetch(`${closed.origin}/health`)).status).toBe(200)
    expect((await closed.client(closed.adminToken).v1.packs.$get()).status).toBe(200)
  } finally {
    await closed.harness.close()
  }
})
