import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateSigningKey, parseSigningKey } from '@tiaoli/signing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateToken, type GeneratedToken } from '../../workers/api/src/access/token-secret.ts'
import { createApp } from '../../workers/api/src/app.ts'
import { sendCheckpoint } from '../../workers/api/src/audit/send-checkpoint.ts'
import { httpCheckpointPlace } from '../../workers/api/src/platform/http-checkpoint-place.ts'
import type { Ports } from '../../workers/api/src/platform/ports.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { portsOn } from '../support/ports-on.ts'

interface Received {
  authorization: string | undefined
  checkpoint: { seq: number; kid: string; jws: string }
}

let received: Received[]
/** What the place answers. */
let status: number
let place: Server
let ports: Ports
let app: ReturnType<typeof createApp>
let admin: GeneratedToken
let goingOn: Promise<unknown>[]

beforeEach(async () => {
  received = []
  status = 204
  place = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      if (status < 300)
        received.push({
          authorization: request.headers.authorization,
          ...(JSON.parse(body) as Pick<Received, 'checkpoint'>),
        })
      response.writeHead(status, { location: '/elsewhere' }).end()
    })
  }).listen(0, '127.0.0.1')
  await once(place, 'listening')
  admin = generateToken()
  goingOn = []
  await serviceThat('no')
})
afterEach(() => void place.close())

async function serviceThat(isRequired: 'yes' | 'no'): Promise<void> {
  const address = `http://127.0.0.1:${(place.address() as AddressInfo).port}/checkpoints`
  ports = portsOn(nodeSqlite(), {
    firstAdminToken: admin,
    signingKey: parseSigningKey(await generateSigningKey()),
    checkpointPlace: httpCheckpointPlace('CHECKPOINT_URL', address, 'of-the-place', isRequired === 'yes'),
    goOn: (work) => goingOn.push(work),
  })
  app = createApp(() => ports)
}

async function written(path: string, method: string, body?: object) {
  const response = await app.request(path, {
    method,
    headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  await Promise.all(goingOn)
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

const readerFor = (holder: string) => written('/v1/tokens', 'POST', { holder, roles: ['reader'] })

async function latest(): Promise<object> {
  const response = await app.request('/v1/checkpoint')
  return ((await response.json()) as { checkpoint: object }).checkpoint
}

describe('a place for checkpoints', () => {
  test('gets the last one after each write, as the service gives it to whoever asks', async () => {
    await readerFor('a')
    await readerFor('b')
    expect(received).toHaveLength(2)
    expect(received[1]).toEqual({ authorization: 'Bearer of-the-place', checkpoint: await latest() })
  })

  test.each([500, 302])(
    'that answered %i gets it with the next write, or when the service looks again',
    async (refusal) => {
      status = refusal
      expect((await readerFor('a')).status).toBe(201)
      expect(received).toEqual([])
      status = 204
      expect(await sendCheckpoint(ports.sql, ports.checkpointPlace!)).toBe(true)
      expect(received.map(({ checkpoint }) => checkpoint)).toEqual([await latest()])
      await sendCheckpoint(ports.sql, ports.checkpointPlace!)
      expect(received).toHaveLength(1)
    },
  )

  test('that writing waits for lets one write pass that it does not have, and no other', async () => {
    await serviceThat('yes')
    expect((await readerFor('a')).status).toBe(201)
    status = 500
    expect((await readerFor('b')).status).toBe(201)
    const before = await latest()
    expect(await readerFor('c')).toMatchObject({ status: 503, body: { type: '/problems/checkpoint-not-kept' } })
    expect(await latest()).toEqual(before)
    status = 204
    expect((await readerFor('c')).status).toBe(201)
    expect(received.at(-1)!.checkpoint).toEqual(await latest())
  })

  test('that does not answer keeps no token from being revoked', async () => {
    await serviceThat('yes')
    const { body } = await readerFor('a')
    place.close()
    place.closeAllConnections()
    await readerFor('b')
    expect((await readerFor('c')).status).toBe(503)
    expect((await written(`/v1/tokens/${body['id']}`, 'DELETE')).status).toBe(200)
  })
})
