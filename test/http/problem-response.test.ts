import { expect, test } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'
import { commitWithAudit } from '../../workers/api/src/audit/commit-with-audit.ts'
import { digestsOf, insertFileTexts } from '../../workers/api/src/registry/file-texts.ts'
import { insertPublication } from '../../workers/api/src/registry/publication-store.ts'
import { insertVersion } from '../../workers/api/src/registry/version-store.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { portsOn } from '../support/ports-on.ts'

const PACK = 'broken-2026-1'
const files = { 'pack.json': `{ "id": "${PACK}", "title": "\t" }` }

const sql = nodeSqlite()
const app = createApp(() => portsOn(sql))

test('a problem has no ETag of the response it replaces, and is not cached', async () => {
  expect((await app.request('/health')).status).toBe(200)
  // A version that today's checks would refuse.
  const pin = { pack: PACK, version: 1 }
  await commitWithAudit({ sql }, { name: 'test', via: 'test' }, () =>
    Promise.resolve({
      events: [{ action: 'version.published', pack: PACK, detail: {} }],
      statements: (seq, at) => [
        ...insertFileTexts(files),
        ...insertVersion(
          { ...pin, sha256: 'f'.repeat(64), declaredVersion: '1', summary: '', authors: [], approver: null, pins: [] },
          digestsOf(files),
          seq,
          at,
        ),
        insertPublication({ ...pin, seq: 1, actor: 'test', reason: '', at }, seq),
      ],
      result: undefined,
    }),
  )
  const { status, headers } = await app.request(`/v1/packs/${PACK}`)
  expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([422, null, 'no-store'])
})
