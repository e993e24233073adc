import { answerOf } from '@tiaoli/client'
import { connect } from 'node:net'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBundle, type DeployedBundle } from './server.ts'

let bundle: DeployedBundle
beforeAll(async () => {
  bundle = await startBundle()
})
afterAll(() => bundle.harness.close())

async function tokenFor(holder: string, role: 'admin' | 'editor' | 'evaluator') {
  const admin = bundle.client(bundle.adminToken)
  const { id, token } = await answerOf(admin.v1.tokens.$post({ header: {}, json: { holder, roles: [role] } }))
  return {
    token: token!,
    revoke: () => answerOf(admin.v1.tokens[':token'].$delete({ param: { token: id }, header: {} })),
  }
}

/** Sends a head at once and the body in parts, as slowly as wanted. */
async function slowPost(path: string, token: string, type: string, length: number) {
  const { hostname, port, host } = new URL(bundle.origin)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (part: Buffer) => (answer += part.toString()))
  await once(socket, 'connect')
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\n` +
      `Content-Length: ${length}\r\nConnection: close\r\n\r\n`,
  )
  return {
    send: (part: string) => socket.write(part),
    answered: async (pattern: RegExp) => {
      while (!pattern.test(answer)) await setTimeout(20)
    },
    whole: async () => {
      if (!socket.readableEnded) await once(socket, 'end')
      return answer
    },
  }
}

test.each([
  ['admin', '/v1/tokens', { holder: 'friend', roles: ['admin'] }],
  ['editor', '/v1/packs/ganzhou-2018-32/drafts', { summary: 'after my dismissal', fromVersion: 1 }],
] as const)('a write of an %s whose token is revoked while the body comes is refused', async (role, path, json) => {
  const { token, revoke } = await tokenFor(`dismissed ${role}`, role)
  const body = JSON.stringify(json)
  const armed = await slowPost(path, token, 'application/json', body.length)
  armed.send(body.slice(0, 5))
  await setTimeout(1000) // long enough to be let in
  const { revokedAt } = await revoke()
  armed.send(body.slice(5))
  expect(await armed.whole()).toMatch(/^HTTP\/1\.1 401 /)
  const { entries } = await answerOf(bundle.client(bundle.adminToken).v1.audit.$get({ query: { limit: '1' } }))
  expect(entries).toMatchObject([{ action: 'token.revoked', at: revokedAt }])
})

test('a stream ends soon after its token', async () => {
  const { token, revoke } = await tokenFor('dismissed evaluator', 'evaluator')
  const context = { id: 'C', counties: [{ id: 'K', firms: [] }] }
  const head = JSON.stringify({ asOf: '2019-01-01', scope: 'firm', detail: 'verdicts', context })
  const record = (id: string) => `\n${JSON.stringify({ id })}\n`
  const path = '/v1/packs/ganzhou-2018-32/evaluate/stream'
  const stream = await slowPost(path, token, 'application/x-ndjson', 10_000)
  stream.send(head + record('F1'))
  await stream.answered(/"id":"F1"/)
  await revoke()
  await setTimeout(1500)
  stream.send(record('F2'))
  await stream.answered(/"type":"end"/)
  const answer = await stream.whole()
  expect(answer).toContain('"complete":false,"stopped":{"code":"token-ended"')
  expect(answer).not.toContain('"F2"')
})
