import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { unavailabilityIn } from '../../workers/api/src/storage/sql-unavailable.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { portsOn } from '../support/ports-on.ts'

const PACK = 'party-organization-basics'

let sql: SqlPort
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  sql = nodeSqlite()
  const admin = generateToken()
  app = createApp(() => portsOn(sql, { firstAdminToken: admin }))
  const made = await app.request('/v1/tokens', {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ holder: 'wang', roles: ['editor'] }),
  })
  token = ((await made.json()) as { token: string }).token
})

/** Asks for everything that reads or writes, some time after the last health check. */
async function asked() {
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] })
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const files = { 'cases/long.json': `"${'x'.repeat(100_000)}"` }
    const body = JSON.stringify({ summary: 'a draft', fromVersion: 1, files })
    const answers = [
      await app.request('/health'),
      await app.request(`/v1/packs/${PACK}`, { headers }),
      await app.request(`/v1/packs/${PACK}/drafts`, { method: 'POST', headers, body }),
    ]
    const reasons = told.mock.calls.map(([line]) => (JSON.parse(line as string) as { reason: string }).reason)
    return { answers, statuses: answers.map(({ status }) => status), reasons: [...new Set(reasons)] }
  } finally {
    vi.useRealTimers()
    told.mockRestore()
  }
}

/** What is broken, and which requests then still have an answer: the health check, a read, a write. */
describe('a database', () => {
  test('that has room takes all of it', async () => {
    expect((await asked()).statuses).toEqual([200, 200, 201])
  })

  test.each<[what: string, statement: () => Promise<string>, statuses: number[], reason: string]>([
    ['that is full', fullNow, [503, 200, 503], 'full'],
    ['that cannot be written', async () => 'PRAGMA query_only = true', [503, 200, 503], 'read-only'],
    ['without the table of a later migration', async () => 'DROP TABLE health', [503, 200, 201], 'no-tables'],
    ['without its log', withoutLog, [503, 200, 503], 'no-tables'],
  ])('%s is told as such, and is no fault of the service', async (_, statement, statuses, reason) => {
    await sql.all(await statement())
    const found = await asked()
    expect(found.statuses).toEqual(statuses)
    expect(found.reasons).toEqual([reason])
    for (const answer of found.answers.filter(({ status }) => status === 503)) {
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(await answer.json()).toMatchObject({ type: '/problems/database-unavailable' })
    }
  })

  test('that takes writes again is healthy again', async () => {
    await sql.all('PRAGMA query_only = true')
    expect((await asked()).statuses[0]).toBe(503)
    await sql.all('PRAGMA query_only = false')
    expect((await asked()).statuses).toEqual([200, 200, 201])
  })
})

async function fullNow(): Promise<string> {
  const { page_count: pages } = (await sql.first<{ page_count: number }>('PRAGMA page_count'))!
  await sql.all(`PRAGMA max_page_count = ${String(pages)}`)
  const fill = () => sql.batch([{ sql: "INSERT INTO health VALUES ('', zeroblob(4000))" }])
  for (let isFull = false; !isFull;)
    isFull = await fill().then(
      () => false,
      () => true,
    )
  return 'SELECT 1'
}

async function withoutLog(): Promise<string> {
  await sql.all('PRAGMA foreign_keys = off')
  return 'DROP TABLE audit'
}

/** As the drivers pass them on. */
test.each([
  ['D1_ERROR: database or disk is full: SQLITE_FULL', 'full'],
  ['D1_ERROR: Exceeded maximum DB size.', 'full'],
  ['database is locked', 'busy'],
  ['D1_ERROR: D1 DB is overloaded. Requests queued for too long.', 'busy'],
  ['database disk image is malformed', 'damaged'],
  ['disk I/O error: SQLITE_IOERR', 'failed'],
  ['D1_ERROR: no such table: drafts: SQLITE_ERROR', 'no-tables'],
  ['near "SELEC": syntax error', undefined],
])('“%s” is read as %s', (message, reason) => {
  expect(unavailabilityIn(new Error(message))?.reason).toBe(reason)
})
