import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import { createApp } from '../../workers/api/src/app.ts'
import { BodyRoom } from '../../workers/api/src/http/body-room.ts'
import { MAX_BODY_SECONDS } from '../../workers/api/src/limits/body-limits.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { portsOn } from '../support/ports-on.ts'

const CHECK = '/v1/packs/party-organization-basics/check'
const admin = generateToken()
const sql = nodeSqlite()
const access = { anonymousRoles: new Set(['evaluator'] as const), peopleRoles: new Map() }
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  app = createApp(() => portsOn(sql, { access, firstAdminToken: admin, bodiesBytes: 2000 }))
  await app.request('/v1/packs')
})

/** A body of which some bytes have come, and more may. */
function upload(bytes: number, of: string = CHECK, headers: Record<string, string> = {}) {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const pulled = vi.fn<() => void>()
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => void (controller = own),
      pull: pulled,
    },
    { highWaterMark: 0 },
  )
  controller.enqueue(new TextEncoder().encode(' '.repeat(bytes)))
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body, duplex: 'half' }
  return {
    pulled,
    answer: Promise.resolve(app.request(of, sent)),
    end: (text: string) => {
      controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
    breakOff: () => controller.error(new Error('connection lost')),
  }
}

const small = (headers: Record<string, string> = {}) =>
  app.request(CHECK, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ candidate: { version: 1 }, runtimes: [] }),
  })
const asAdmin = { authorization: `Bearer ${admin.token}` }
const moment = () => new Promise((resolve) => void setTimeout(resolve, 50))

test('beyond its half of the room a caller is asked to come again, and others are answered', async () => {
  const armed = upload(990)
  await moment()
  const refused = await small()
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('2')
  expect(((await refused.json()) as { type: string }).type).toBe('/problems/overloaded')
  expect((await small(asAdmin)).status).toBe(200)
  expect((await app.request('/health')).status).toBe(200)
  armed.breakOff()
  expect((await armed.answer).status).toBe(400)
  expect((await small()).status).toBe(200)
})

test('a body that has not come to its end in time is refused, and its room is free', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const armed = upload(990)
    await vi.advanceTimersByTimeAsync(MAX_BODY_SECONDS * 1000)
    expect((await armed.answer).status).toBe(400)
  } finally {
    vi.useRealTimers()
  }
  expect((await small()).status).toBe(200)
})

test.each([
  ['no route', '/nope', {}],
  ['a route that does not take it', '/v1/packs', {}],
  ['nobody', CHECK, { authorization: 'Bearer tl_wrong' }],
])('a body for %s is not read', async (_, path, headers) => {
  const armed = upload(10, path, headers)
  expect([401, 404, 405]).toContain((await armed.answer).status)
  expect(armed.pulled).not.toHaveBeenCalled()
})

test('room that is given back is there again, whoever takes it', () => {
  const caller = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(fc.array(fc.tuple(caller, fc.nat(60))), (wanted) => {
      const room = new BodyRoom(100)
      const taken = wanted.filter(([who, bytes]) => room.take(who, bytes))
      const sumOf = (rows: typeof taken) => rows.reduce((sum, [, bytes]) => sum + bytes, 0)
      expect(sumOf(taken)).toBeLessThanOrEqual(100)
      for (const who of ['a', 'b', 'c']) expect(sumOf(taken.filter(([own]) => own === who))).toBeLessThanOrEqual(50)
      for (const [who, bytes] of taken) room.giveBack(who, bytes)
      expect([room.take('a', 50), room.take('b', 50), room.take('c', 1)]).toEqual([true, true, false])
    }),
  )
})
