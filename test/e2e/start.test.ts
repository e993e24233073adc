import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { checkAnswer, parsePublicKeys } from '@tiaoli/signing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isMigrated } from '../../scripts/is-migrated.ts'
import { bundleDigest, isBundled } from '../../scripts/kept-bundle.ts'
import { compiledPack, readSample } from '../load-packs.ts'
import { freePort } from './free-port.ts'
import { listeningPorts } from './listening-ports.ts'

const state = mkdtempSync(join(tmpdir(), 'tiaoli-start-'))
let port: number
let started: ChildProcess
let output = ''

beforeAll(async () => {
  port = await freePort()
  started = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, STATE: state, PORT: String(port) },
    detached: true, // a group of its own
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.stdout!.on('data', (part: Buffer) => (output += part.toString()))
  await printed(/is running/)
})
afterAll(async () => {
  if (started.exitCode === null) {
    const closed = once(started, 'close')
    process.kill(-started.pid!, 'SIGKILL')
    await closed
  }
  rmSync(state, { recursive: true, maxRetries: 10 })
})

/** Waits until `start` has printed something. */
async function printed(what: RegExp): Promise<string> {
  for (;;) {
    const [found] = what.exec(output) ?? []
    if (found !== undefined) return found
    if (started.exitCode !== null) throw new Error(`start ended with ${started.exitCode}: ${output}`)
    await setTimeout(50)
  }
}

interface Knock {
  port: number
  path: string
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: string
}

function statusOf({ body = '', ...options }: Knock): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', ...options }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** What tools for local development answer on, by their old names and their new ones. */
const TOOLS = ['explorer', 'explorer/', 'explorer/api/d1/database', 'explorer/api/d1/database/DB/raw', 'scheduled']
  .concat(['email?from=a@b.example&to=c@b.example', 'platform-proxy', 'r2/s3', 'r2/public', 'stream', 'imagedelivery'])
  .flatMap((tool) => ['', 'local/', 'handler/', 'mf/'].map((prefix) => `/cdn-cgi/${prefix}${tool}`))
  .concat('/cdn-cgi/', '/cdn-cgi/live-reload', '/cdn-cgi/InspectorProxyWorker/websocket', '/cdn-cgi/anything')

const HEADERS = ['127.0.0.1:8787', 'localhost', 'evil.example'].flatMap((host) =>
  [undefined, 'http://localhost:3000', 'https://evil.example', 'null'].map((origin) => ({
    host,
    'content-type': 'application/json',
    ...(origin !== undefined && { origin }),
  })),
)

test.each(TOOLS)('what `start` serves has nothing at %s', async (path) => {
  const body = '{"sql":"SELECT * FROM tokens"}'
  for (const headers of HEADERS)
    for (const method of ['GET', 'POST']) {
      const status = await statusOf({ port, path, method, headers, ...(method === 'POST' && { body }) })
      // The development tools themselves refuse some hosts and origins, and what has no secret.
      expect([404, 403, 400], JSON.stringify({ method, headers, status })).toContain(status)
    }
})

test('no port that `start` opens is a debugger or a console', async () => {
  expect(await statusOf({ port, path: '/health' })).toBe(200)
  const ports = listeningPorts(started.pid!)
  expect(ports).toContain(port)
  for (const open of ports)
    for (const path of ['/json', '/json/list', '/json/version', '/cdn-cgi/explorer/api/d1/database', '/core/log'])
      expect([open, path, await statusOf({ port: open, path })]).not.toContain(200)
})

test('`start` registers its first admin token, and prints it', async () => {
  const token = await printed(/tl_\S+(?=\s)/)
  const headers = { authorization: `Bearer ${token}` }
  expect(await statusOf({ port, path: '/v1/tokens', headers })).toBe(200)
})

test('`start` signs its answers with a key that only its owner reads', async () => {
  expect(statSync(join(state, 'signing-key.json')).mode & 0o777).toBe(0o600)
  const address = `http://127.0.0.1:${port}`
  const keys = parsePublicKeys(await (await fetch(`${address}/v1/keys`)).json())!
  const ledger = readSample()
  const answer = await fetch(`${address}/v1/packs/ganzhou-2018-32/evaluate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ asOf: '2019-01-01', statuses: ['not_met'], ledger }),
  })
  const policy = compiledPack('ganzhou-2018-32')
  const { parts, statement } = await checkAnswer(await answer.json(), { keys, ledger, policy })
  expect(parts.map(({ is }) => is)).toEqual(['right', 'right', 'right', 'right', 'right'])
  expect(statement).toMatchObject({ receipt: { bundleSha256: bundleDigest(join(state, 'bundle', 'index.js')) } })
})

test('`start` ends without a failure when it is stopped, and closes its ports', async () => {
  const closed = once(started, 'close')
  started.kill('SIGINT')
  expect(await closed).toEqual([0, null])
  expect(listeningPorts(started.pid!)).toEqual([])
})

test.each([
  ['--help', 0],
  ['--prot=9000', 2],
])('`start %s` says how to start, and does not', async (argument, exitCode) => {
  const child = spawn(process.execPath, ['scripts/start.ts', argument], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
  expect(await once(child, 'close')).toEqual([exitCode, null])
  expect(said).toContain('Usage: npx --yes pnpm@12.21.0 start\n')
  expect(said).not.toContain('is running')
})

test('the next start migrates only for a new migration, and bundles only what has changed', () => {
  const root = join(import.meta.dirname, '..', '..')
  const worker = join(root, 'workers', 'api')
  const migrations = join(state, 'migrations')
  cpSync(join(worker, 'migrations'), migrations, { recursive: true })
  expect(isMigrated(migrations, state)).toBe(true)
  writeFileSync(join(migrations, '9999_new.sql'), '')
  expect(isMigrated(migrations, state)).toBe(false)
  expect(isMigrated(migrations, join(state, 'elsewhere'))).toBe(false)
  const places = { root, worker, bundle: join(state, 'bundle') }
  expect(isBundled(places)).toBe(true)
  appendFileSync(join(places.bundle, 'index.js'), '\n')
  expect(isBundled(places)).toBe(false)
  expect(isBundled({ ...places, bundle: join(state, 'elsewhere') })).toBe(false)
})
