import { beforeEach, describe, expect, test } from 'vitest'
import { commitWithAudit, type AuditedWrite } from '../../workers/api/src/audit/commit-with-audit.ts'
import { approveDraft } from '../../workers/api/src/registry/approve-draft.ts'
import { createDraft, type DraftWithFiles } from '../../workers/api/src/registry/create-draft.ts'
import { discardDraft } from '../../workers/api/src/registry/discard-draft.ts'
import type { DraftQuota } from '../../workers/api/src/registry/draft-quota.ts'
import type { Draft } from '../../workers/api/src/registry/draft-store.ts'
import type { FileChanges } from '../../workers/api/src/registry/pack-files.ts'
import { saveDraftFiles } from '../../workers/api/src/registry/save-draft-files.ts'
import { examineDraft, submitDraft } from '../../workers/api/src/registry/submit-draft.ts'
import { BUNDLED_PACKS } from '../../workers/api/src/startup/bundled-packs.ts'
import { seedBundledPacks } from '../../workers/api/src/startup/seed-bundled-packs.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'

const basics = BUNDLED_PACKS[0]!

let sql: SqlPort
beforeEach(async () => {
  sql = nodeSqlite()
  await seedBundledPacks({ sql }, 'seed', [basics])
})

const actor = (name: string) => ({ name, via: 'service' })

async function done<T>(name: string, decide: (at: string) => Promise<AuditedWrite<T>>): Promise<T> {
  return (await commitWithAudit({ sql }, actor(name), decide)).result
}

const begin = (quota: DraftQuota, name: string, files?: FileChanges): Promise<DraftWithFiles> =>
  done(name, (at) => createDraft(sql, quota, actor(name), basics.id, { summary: 'a draft', fromVersion: 1, files }, at))
const save = (quota: DraftQuota, name: string, draft: Draft, files: FileChanges) =>
  done(name, (at) => saveDraftFiles(sql, quota, actor(name), draft, { files }, at))
const discard = (draft: Draft) => done('li', (at) => discardDraft(sql, draft, at))

const text = (letters: number) => `"${'x'.repeat(letters - 2)}"`
const stored = async () => (await sql.first<{ bytes: number }>('SELECT sum(bytes) AS bytes FROM files'))!.bytes

describe('drafts of one person', () => {
  test('are as many as the quota says, until one is discarded; others may still begin theirs', async () => {
    const quota = { drafts: 2, bytes: 1000 }
    const { draft } = await begin(quota, 'li')
    await begin(quota, 'li')
    await expect(begin(quota, 'li')).rejects.toMatchObject({ code: 'too-many-drafts' })
    await begin(quota, 'wang')
    await discard(draft)
    await begin(quota, 'li')
  })

  test('count until they are approved', async () => {
    const quota = { drafts: 1, bytes: 1000 }
    const { draft } = await begin(quota, 'li')
    const examination = await examineDraft(sql, draft, [])
    const submitted = await done('li', (at) => submitDraft(sql, actor('li'), draft, examination, at))
    await expect(begin(quota, 'li')).rejects.toMatchObject({ code: 'too-many-drafts' })
    await done('wang', (at) => approveDraft(sql, actor('wang'), submitted, undefined, at))
    await begin(quota, 'li')
  })

  test('have the bytes of the quota, each text once, without those that a version has', async () => {
    const quota = { drafts: 9, bytes: 1000 }
    const { draft } = await begin(quota, 'li', { 'cases/a.json': text(600) })
    await begin(quota, 'li', { 'cases/a.json': text(600) })
    await expect(begin(quota, 'li', { 'cases/a.json': text(601) })).rejects.toMatchObject({ code: 'no-room' })
    const { draft: saved } = await save(quota, 'li', draft, { 'cases/a.json': text(400) })
    await expect(save(quota, 'li', saved, { 'cases/b.json': text(2) })).rejects.toMatchObject({ code: 'no-room' })
  })

  test('that others change take the room of who began them', async () => {
    const quota = { drafts: 1, bytes: 100 }
    const { draft } = await begin(quota, 'li')
    await begin(quota, 'wang')
    const { draft: saved } = await save(quota, 'wang', draft, { 'cases/a.json': text(100) })
    await expect(save(quota, 'wang', saved, { 'cases/a.json': text(101) })).rejects.toMatchObject({ code: 'no-room' })
  })

  test('leave none of their own texts behind when they are discarded', async () => {
    const quota = { drafts: 9, bytes: 1000 }
    const before = await stored()
    const { draft } = await begin(quota, 'li', { 'cases/a.json': text(600) })
    const other = await begin(quota, 'li', { 'cases/a.json': text(600) })
    await discard(draft)
    expect(await stored()).toBe(before + 600)
    await discard(other.draft)
    expect(await stored()).toBe(before)
  })
})
