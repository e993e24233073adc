import { expect, test } from 'vitest'
import { loadPack } from '@tiaoli/engine'
import { createApp } from '../../workers/api/src/app.ts'
import { BUNDLED_PACKS } from '../../workers/api/src/startup/bundled-packs.ts'
import { checkPack } from '../../workers/api/src/registry/check-pack.ts'
import { runCases } from '../../workers/api/src/registry/run-cases.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { SqlRefusal } from '../../workers/api/src/storage/sql-refusal.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { portsOn } from '../support/ports-on.ts'

const [basics, ganzhou] = BUNDLED_PACKS as [(typeof BUNDLED_PACKS)[number], (typeof BUNDLED_PACKS)[number]]

/** The source of the basics, and how often one of its files was read. */
function countingSource() {
  const source = { files: { ...basics.source.files } }
  let reads = 0
  const facts = source.files['facts.json']
  Object.defineProperty(source.files, 'facts.json', { enumerable: true, get: () => (reads++, facts) })
  return { source, reads: () => reads }
}

test('a pack is read once for its errors, its lints and its cases on both runtimes', async () => {
  const once = countingSource()
  loadPack(once.source)
  const { source, reads } = countingSource()
  const { compiled, lints } = checkPack(source)
  lints()
  await runCases(compiled!, ['compiled', 'json-rules-engine'])
  expect(reads()).toBe(once.reads())
})

test('a draft is checked once, however often the write is repeated', async () => {
  const database = nodeSqlite()
  let refusals = 0
  let reads = 0
  const sql: SqlPort = {
    ...database,
    all: (query, params) => {
      if (query.includes('FROM version_files') && params?.[0] === basics.id) reads++
      return database.all(query, params)
    },
    batch: async (statements) => {
      if (refusals-- > 0) throw new SqlRefusal('stale', '', undefined)
      return database.batch(statements)
    },
  }
  const access = { anonymousRoles: new Set(['editor'] as const), peopleRoles: new Map() }
  const app = createApp(() => portsOn(sql, { access }))
  await app.request('/health')
  refusals = 3
  reads = 0
  const response = await app.request(`/v1/packs/${ganzhou.id}/drafts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ summary: 'crowded', fromVersion: 1 }),
  })
  expect([response.status, refusals]).toEqual([201, -1])
  expect(reads).toBe(1)
})
