import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { answerOf, ApiError, createClient, type Client } from '@tiaoli/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegistryServer } from './registry-server.ts'

// `pnpm prove:crash` does 200 publications.
const PUBLICATIONS = Number(process.env['CRASH_PUBLICATIONS'] ?? 6)
/** After so many publications at most the server is killed, within the next one. */
const LIFE = 6
const PACK = 'party-organization-basics'

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-crash-'))
const server = new RegistryServer(folder)
const tokens: Partial<Record<'editor' | 'approver', string>> = {}
const as = (role: 'editor' | 'approver' | 'admin'): Client =>
  createClient(server.origin, { token: role === 'admin' ? server.admin.token : tokens[role]! })

beforeAll(async () => {
  await server.migrate()
  await server.start()
  for (const role of ['editor', 'approver'] as const) {
    const json = { holder: role, roles: [role] }
    tokens[role] = (await answerOf(as('admin').v1.tokens.$post({ header: {}, json }))).token!
  }
  await secondVersion()
})

afterAll(async () => {
  await server.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})

test(
  `a server killed while it publishes ${PUBLICATIONS} times leaves each publication whole or absent`,
  { timeout: 3_600_000 },
  async () => {
    let kills = 0
    let inFlight = 0
    let seq = 1
    while (seq <= PUBLICATIONS) {
      const before = seq
      seq = await publishUntilDead(seq)
      kills++
      await server.start()
      const state = await stateOf()
      // What was answered is there; what was not answered may be there, once, or not.
      expect(state.seq).toBeGreaterThanOrEqual(seq)
      expect(state.seq).toBeLessThanOrEqual(seq + 1)
      if (state.seq > seq) inFlight++
      expect(state.seq).toBeGreaterThanOrEqual(before)
      seq = state.seq
      expect(state.verification).toMatchObject({ intact: true })
      expect(state.publications.map((publication) => publication.seq)).toEqual(
        Array.from({ length: seq }, (_, i) => seq - i),
      )
      expect(state.entries).toBe(seq - 1) // the first came with the seed
    }
    console.log(`${seq} publications, ${kills} kills, ${inFlight} of them after the write and before its answer`)
  },
)

/**
 * Publishes versions 1 and 2 in turn, and kills the server at some moment of one of these publications, or right after
 * it. Returns the last publication that was answered.
 */
async function publishUntilDead(from: number): Promise<number> {
  const fatal = from + 1 + Math.floor(Math.random() * LIFE)
  let seq = from
  let dies: Promise<void> | undefined
  let took = 0
  for (;;) {
    const begun = performance.now()
    if (seq === fatal) dies = killAfter(Math.random() * 1.2 * took)
    try {
      const json = { version: (seq % 2) + 1, expectedSeq: seq, reason: 'a test' }
      const { seq: next } = await answerOf(
        as('approver').v1.packs[':pack'].publications.$post({ param: { pack: PACK }, header: {}, json }),
      )
      seq = next
      took = performance.now() - begun
    } catch (error) {
      if (!isBrokenOff(error) || !dies) throw error
      await dies
      return seq
    }
  }
}

/** Processes do not all die in one moment: what is before the API may still answer for it. */
function isBrokenOff(error: unknown): boolean {
  const isForeign = error instanceof ApiError && error.problem.type === 'about:blank'
  return isForeign || error instanceof TypeError || error instanceof SyntaxError
}

async function killAfter(milliseconds: number): Promise<void> {
  await setTimeout(milliseconds)
  await server.kill()
}

async function stateOf() {
  const admin = as('admin')
  const param = { pack: PACK }
  const publications = []
  for (let before: number | null | undefined; before !== null;) {
    const query = { limit: '200', ...(before !== undefined && { before: String(before) }) }
    const page = await answerOf(admin.v1.packs[':pack'].publications.$get({ param, query }))
    publications.push(...page.publications)
    before = page.next
  }
  const exported = await (await admin.v1.audit.export.$get({ query: {} })).text()
  const { edition } = await answerOf(admin.v1.packs[':pack'].$get({ param, query: {} }))
  expect(edition).toMatchObject({ seq: publications[0]!.seq, version: publications[0]!.version })
  return {
    seq: edition.seq!,
    publications,
    entries: exported.split('\n').filter((line) => line.includes('"version.published"')).length,
    verification: await answerOf(admin.v1.audit.verify.$get({ query: {} })),
  }
}

/** An approved second version, so that there are two to publish in turn. */
async function secondVersion(): Promise<void> {
  const param = { pack: PACK }
  const drafts = as('editor').v1.packs[':pack'].drafts
  const begun = await answerOf(
    drafts.$post({ param, header: {}, json: { summary: 'a second version', fromVersion: 1 } }),
  )
  const at = { pack: PACK, draft: begun.draft.id }
  const file = await drafts[':draft'].file.$get({ param: at, query: { path: 'pack.json' } })
  const files = { 'pack.json': (await file.text()).replace('"zh": "', '"zh": "新') }
  await answerOf(drafts[':draft'].files.$patch({ param: at, header: { 'if-match': '"1"' }, json: { files } }))
  await answerOf(drafts[':draft'].submit.$post({ param: at, header: { 'if-match': '"2"' }, json: {} }))
  await answerOf(
    as('approver').v1.packs[':pack'].drafts[':draft'].approve.$post({
      param: at,
      header: { 'if-match': '"3"' },
      json: {},
    }),
  )
}
