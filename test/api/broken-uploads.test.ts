import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'
import { CloudflarePlatform } from '../../workers/api/src/platform/cloudflare-platform.ts'
import { EVALUATE, problemOf, tokenWithRoles } from './request.ts'
import { BASICS } from './draft-steps.ts'
import { expectDeclared } from './expect-declared.ts'

const logged: object[] = []
const ports = new CloudflarePlatform().ports(env, createExecutionContext())
const app = createApp(() => ({ ...ports, log: (entry) => logged.push(entry) }))

afterEach(() => vi.restoreAllMocks())

/** A stream that gives some bytes and then breaks off or, without `breaksOff`, ends. It is no byte stream. */
function streamOf(text: string, breaksOff = true): ReadableStream<Uint8Array> {
  const parts = [new TextEncoder().encode(text)]
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift()
      if (part) controller.enqueue(part)
      else if (breaksOff) controller.error(new Error('connection lost'))
      else controller.close()
    },
  })
}

async function send(
  path: string,
  type: string,
  body: ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
) {
  const sent = new Request(`https://tiaoli.example${path}`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  })
  const response = await app.fetch(sent)
  await expectDeclared(sent, response)
  return response
}

const head = JSON.stringify({ asOf: '2019-01-01', scope: 'firm', detail: 'verdicts' })

test.each([
  ['an evaluation', EVALUATE, 'application/json', '{"asOf":"2019-', {}],
  [
    'an evaluation of a length that was told',
    EVALUATE,
    'application/json',
    '{"asOf":"2019-',
    { 'content-length': '99' },
  ],
  ['a write', `/v1/packs/${BASICS}/drafts`, 'application/json', '{"summary":', {}],
  ['the head of a stream', `${EVALUATE}/stream`, 'application/x-ndjson', head, {}],
])('%s that breaks off is the doing of the caller, not an internal error', async (_, path, type, text, headers) => {
  const errors = vi.spyOn(console, 'error').mockReturnValue()
  const authorization = `Bearer ${await tokenWithRoles('evaluator', 'editor')}`
  const response = await send(path, type, streamOf(text), { authorization, ...headers })
  expect(response.status).toBe(400)
  expect((await problemOf(response)).type).toBe('/problems/incomplete-body')
  expect(errors).not.toHaveBeenCalled()
  expect(logged.at(-1)).toMatchObject({ status: 400, problem: 'incomplete-body' })
})

test('a stream whose records break off ends as incomplete, after the answers to those that came', async () => {
  const response = await send(`${EVALUATE}/stream`, 'application/x-ndjson', streamOf(`${head}\n{"id":"F1"}\n{"id"`))
  const lines = (await response.text()).trim().split('\n')
  expect(lines.slice(1).map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { type: 'record', id: 'F1' },
    { type: 'end', complete: false, records: 1, stopped: { code: 'incomplete-body' } },
  ])
})

test('a stream is read from a body that is no byte stream, as other hosts than workerd have it', async () => {
  const response = await send(`${EVALUATE}/stream`, 'application/x-ndjson', streamOf(`${head}\n{"id":"F1"}`, false))
  expect(response.status).toBe(200)
  expect((await response.text()).trim().split('\n').at(-1)).toContain('"complete":true,"records":1')
})
