import { env } from 'cloudflare:workers'
import { answerOf } from '@tiaoli/client'
import { expect, test } from 'vitest'
import { extendAuditChain, insertAuditEntry, type AuditHead } from '../../workers/api/src/audit/audit-chain.ts'
import { digestsOf, insertFileTexts } from '../../workers/api/src/registry/file-texts.ts'
import { insertPublication } from '../../workers/api/src/registry/publication-store.ts'
import { insertVersion } from '../../workers/api/src/registry/version-store.ts'
import { d1Port } from '../../workers/api/src/storage/d1-port.ts'
import { BASICS } from './draft-steps.ts'
import { client } from './request.ts'

const sql = d1Port(env.DB)

/** Publishes a pack whose pack.json can be read and whose rules cannot be compiled. */
async function publishUnreadable(id: string): Promise<void> {
  const document = { id, version: '1.0.0', title: { zh: id, en: id }, uses: [BASICS] }
  const files = { 'pack.json': JSON.stringify(document), 'facts.json': 'not JSON' }
  const version = {
    pack: id,
    version: 1,
    sha256: id,
    declaredVersion: '1.0.0',
    summary: '',
    authors: [],
    approver: null,
  }
  const head = (await sql.first<AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1'))!
  await sql.batch([
    ...extendAuditChain(head, { name: 'test', via: 'test' }, 't', [
      { action: 'pack.seeded', pack: id, detail: {} },
    ]).map(insertAuditEntry),
    ...insertFileTexts(files),
    ...insertVersion({ ...version, pins: [{ pack: BASICS, version: 1 }] }, digestsOf(files), head.seq + 1, 't'),
    insertPublication({ pack: id, version: 1, seq: 1, actor: 'test', reason: '', at: 't' }, head.seq + 1),
  ])
}

test('listing packs reads each pack.json and compiles nothing', async () => {
  const api = client()
  const { packs: before } = await answerOf(api.v1.packs.$get())
  await publishUnreadable('unreadable')
  const { packs } = await answerOf(api.v1.packs.$get())
  expect(packs.map(({ id }) => id)).toEqual([...before.map(({ id }) => id), 'unreadable'].toSorted())
  expect(packs.find(({ id }) => id === 'unreadable')).toMatchObject({
    declaredVersion: '1.0.0',
    title: { zh: 'unreadable' },
    edition: { version: 1, seq: 1, sha256: 'unreadable' },
    uses: [{ pack: BASICS, version: 1 }],
  })
})
