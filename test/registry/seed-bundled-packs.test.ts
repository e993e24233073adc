import { loadPack } from '@tiaoli/engine'
import { digest } from '@tiaoli/engine/plan'
import { beforeEach, describe, expect, test } from 'vitest'
import { EMPTY_HEAD, extendAuditChain, insertAuditEntry } from '../../workers/api/src/audit/audit-chain.ts'
import { verifyAuditLog } from '../../workers/api/src/audit/verify-audit-log.ts'
import { BUNDLED_PACKS, BundledPack } from '../../workers/api/src/startup/bundled-packs.ts'
import { listPublishedPacks } from '../../workers/api/src/registry/published-packs.ts'
import { digestsOf, insertFileTexts } from '../../workers/api/src/registry/file-texts.ts'
import type { PackFiles } from '../../workers/api/src/registry/pack-files.ts'
import { insertPublication } from '../../workers/api/src/registry/publication-store.ts'
import { readVersionFiles } from '../../workers/api/src/registry/version-files.ts'
import { insertVersion, listVersions, pinsOf } from '../../workers/api/src/registry/version-store.ts'
import * as seeding from '../../workers/api/src/startup/seed-bundled-packs.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'

const [basics, ganzhou] = ['party-organization-basics', 'ganzhou-2018-32'].map((id) =>
  BUNDLED_PACKS.find((pack) => pack.id === id)!,
) as [BundledPack, BundledPack]
let sql: SqlPort

/** With these two packs, whatever others there are. */
const seedBundledPacks = (mode: 'seed' | 'follow') => seeding.seedBundledPacks({ sql }, mode, [basics, ganzhou])

beforeEach(() => {
  sql = nodeSqlite()
})

const earlier = { ...basics.files, 'pack.json': basics.files['pack.json']!.replace('"zh": "', '"zh": "旧') }

/** The digest that an approval would have stored; of files that are no pack by themselves, any. */
function digestOf(files: PackFiles): string {
  const { plan } = loadPack({ files })
  return plan ? digest(plan.content) : 'x'
}

/** Stores another version of the basics, published by an actor or not at all. */
async function withOtherBasics(publisher: string | undefined, files: PackFiles = earlier): Promise<void> {
  const version = {
    pack: basics.id,
    version: 1,
    sha256: digestOf(files),
    declaredVersion: '0.0.1',
    summary: '',
    authors: [],
    approver: null,
    pins: [],
  }
  const entries = extendAuditChain(EMPTY_HEAD, { name: 'test', via: 'test' }, 't', [
    { action: 'pack.seeded', pack: basics.id, detail: {} },
  ])
  const publication = { pack: basics.id, version: 1, seq: 1, reason: '', at: 't' }
  await sql.batch([
    ...entries.map(insertAuditEntry),
    ...insertFileTexts(files),
    ...insertVersion(version, digestsOf(files), 1, 't'),
    ...(publisher === undefined ? [] : [insertPublication({ ...publication, actor: publisher }, 1)]),
  ])
}

async function published(): Promise<Record<string, number>> {
  return Object.fromEntries((await listPublishedPacks(sql)).map(({ edition: { pack, version } }) => [pack, version]))
}

const versionsOf = (pack: string) => listVersions(sql, pack, { below: undefined, limit: 10, unpublished: true })

describe('the bundled packs', () => {
  test('bundled packs fill an empty registry, with their files and bound to the packs they use', async () => {
    await seedBundledPacks('seed')
    expect(await published()).toEqual({ [basics.id]: 1, [ganzhou.id]: 1 })
    expect(await readVersionFiles(sql, ganzhou.id, 1)).toEqual(ganzhou.files)
    expect(await pinsOf(sql, ganzhou.id, 1)).toEqual([{ pack: basics.id, version: 1 }])
    expect(await verifyAuditLog(sql, 0, undefined)).toMatchObject({ intact: true, rows: 2 })
  })

  test.each(['seed', 'follow'] as const)('restarting the service adds no bundled pack again (%s)', async (mode) => {
    await seedBundledPacks(mode)
    await seedBundledPacks(mode)
    expect(await versionsOf(ganzhou.id)).toHaveLength(1)
  })

  test('seeding leaves an existing pack unchanged and binds a new one to it', async () => {
    await withOtherBasics('bundle')
    await seedBundledPacks('seed')
    expect(await published()).toEqual({ [basics.id]: 1, [ganzhou.id]: 1 })
    expect((await readVersionFiles(sql, basics.id, 1))['pack.json']).toContain('旧')
  })

  test('an edited bundled pack is published in the mode follow', async () => {
    await withOtherBasics('bundle')
    await seedBundledPacks('follow')
    expect(await published()).toEqual({ [basics.id]: 2, [ganzhou.id]: 1 })
    expect(await pinsOf(sql, ganzhou.id, 1)).toEqual([{ pack: basics.id, version: 2 }])
  })

  test('an edited bundled pack that has errors waits in the mode follow, and what was published is served', async () => {
    const { files } = basics.source
    const faulty = new BundledPack(basics.id, { files: { ...files, 'pack.json': { id: basics.id } } })
    const follow = () => seeding.seedBundledPacks({ sql }, 'follow', [faulty, ganzhou])
    expect(await follow()).toEqual([basics.id, ganzhou.id])
    expect(await published()).toEqual({})
    await seedBundledPacks('follow')
    expect(await follow()).toEqual([basics.id])
    expect(await published()).toEqual({ [basics.id]: 1, [ganzhou.id]: 1 })
    expect(await versionsOf(basics.id)).toHaveLength(1)
  })

  test('a bundled pack never replaces what a person published', async () => {
    await withOtherBasics('officer')
    await seedBundledPacks('follow')
    expect(await published()).toEqual({ [basics.id]: 1, [ganzhou.id]: 1 })
    expect(await versionsOf(basics.id)).toHaveLength(2)
  })

  test.each(['seed', 'follow'] as const)(
    'a bundled pack is not published while another version awaits publication (%s)',
    async (mode) => {
      await withOtherBasics(undefined)
      await seedBundledPacks(mode)
      expect(await published()).not.toHaveProperty(basics.id)
    },
  )

  test('a bundled pack waits until a version of the pack that it uses is published', async () => {
    await withOtherBasics(undefined)
    expect(await seedBundledPacks('seed')).toEqual([ganzhou.id])
    expect(await versionsOf(basics.id)).toHaveLength(1)
    expect(await versionsOf(ganzhou.id)).toEqual([])
    await sql.batch([
      insertPublication({ pack: basics.id, version: 1, seq: 1, actor: 'officer', reason: '', at: 't' }, 1),
    ])
    expect(await seedBundledPacks('seed')).toEqual([])
    expect(await published()).toEqual({ [basics.id]: 1, [ganzhou.id]: 1 })
  })

  test('a bundled pack waits if it does not fit the published version of the pack that it uses', async () => {
    await withOtherBasics('officer', { 'pack.json': basics.files['pack.json']! })
    expect(await seedBundledPacks('seed')).toEqual([ganzhou.id])
    expect(await published()).toEqual({ [basics.id]: 1 })
  })
})
