import { generateSigningKey, parseSigningKey, type SigningKey } from '@tiaoli/signing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { areAlike } from '../../workers/api/src/access/alike-names.ts'
import type { Role } from '../../workers/api/src/access/roles.ts'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import { createApp } from '../../workers/api/src/app.ts'
import { SqlRefusal } from '../../workers/api/src/storage/sql-refusal.ts'
import { SqlUnavailable } from '../../workers/api/src/storage/sql-unavailable.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { verifyService } from '../../workers/api/src/verification/verify-service.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'
import { portsOn } from '../support/ports-on.ts'
import { toyText } from '../support/toy-pack.ts'

// Two servers on one database, several people, writes in any order, tokens that end at any moment, and a database that
// fails now and then. Whatever happens, the log tells it, and tells nothing that must not happen.

/** `HISTORIES=500` tries more. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 40)
const PACK = 'toy-kitchens'
const FILES = toyText({ pack: { id: PACK } })
const HOLDERS = ['li', 'wang', 'zhao'] as const
const ROLES: Role[] = ['editor', 'approver']

/** How the database fails at the next write: before it, after it is done, or because another was faster. */
const FAILURES = ['none', 'none', 'none', 'before', 'after', 'overtaken'] as const
type Failure = (typeof FAILURES)[number]

/** Method, address, body and the revision of the draft that it is about. */
type Request = readonly [method: string, address: string, body?: object | undefined, revision?: number | undefined]

/** A step of a history: numbers choose among what is there by then. */
interface Step {
  readonly act: (typeof ACTS)[number]
  readonly token: number
  readonly of: number
  readonly server: 0 | 1
  readonly failure: Failure
  /** The token is revoked while the body is on its way. */
  readonly isLate: boolean
}

const COMMON = ['issue', 'begin', 'save', 'submit', 'submit', 'approve', 'approve', 'publish'] as const
const ACTS = [...COMMON, ...COMMON, 'revoke', 'reject', 'discard'] as const

const NEEDS: Partial<Record<Step['act'], Role>> = {
  begin: 'editor',
  save: 'editor',
  submit: 'editor',
  discard: 'editor',
  approve: 'approver',
  reject: 'approver',
  publish: 'approver',
}

const WANTS: Partial<Record<Step['act'], string>> = {
  save: 'open',
  submit: 'open',
  discard: 'open',
  approve: 'submitted',
  reject: 'submitted',
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...ACTS),
  token: fc.nat(20),
  of: fc.nat(20),
  server: fc.constantFrom(0, 1),
  failure: fc.constantFrom(...FAILURES),
  isLate: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

let signingKey: SigningKey
beforeAll(async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  signingKey = parseSigningKey(await generateSigningKey())!
})

afterAll(() => void vi.restoreAllMocks())

interface Entry {
  seq: number
  actor: string
  via: string
  action: string
  detail: Record<string, unknown>
}

class Service {
  readonly database = nodeSqlite()
  readonly admin = generateToken()
  readonly tokens: { id: string; token: string; roles: readonly Role[]; isDead?: boolean }[] = []
  /** The number of the entry of each write that was acknowledged. */
  readonly acknowledged: number[] = []
  /** Of all answers to writes. */
  readonly statuses = new Set<number>()
  #failure: Failure = 'none'
  #keys = 0
  readonly #servers = [0, 1].map(() =>
    createApp(() => portsOn(this.#failing, { signingKey, firstAdminToken: this.admin })),
  )

  readonly #failing: SqlPort = {
    all: (sql, params) => this.database.all(sql, params),
    first: (sql, params) => this.database.first(sql, params),
    batch: async (statements) => {
      const failure = this.#failure
      this.#failure = 'none'
      if (failure === 'overtaken') throw new SqlRefusal('stale', '', undefined)
      if (failure === 'before') throw new SqlUnavailable('full', undefined)
      await this.database.batch(statements)
      if (failure === 'after') throw new SqlUnavailable('busy', undefined)
    },
  }

  /** Sends a write; again under the same key where the database has failed meanwhile. */
  async write(
    { server, failure, isLate }: Pick<Step, 'server' | 'failure' | 'isLate'>,
    token: string,
    [method, path, body, revision]: Request,
    whileSending?: () => Promise<void>,
  ): Promise<unknown> {
    const key = `history-${String(++this.#keys)}`
    const send = () => this.#send(server, token, key, [method, path, body, revision], isLate ? whileSending : undefined)
    this.#failure = failure
    const first = await send()
    this.#failure = 'none'
    const response = first.status === 503 ? await send() : first
    this.statuses.add(response.status)
    if (response.ok) this.acknowledged.push(Number(response.headers.get('audit-seq')))
    return response.ok ? response.json() : undefined
  }

  #send(
    server: number,
    token: string,
    key: string,
    [method, path, body, revision]: Request,
    whileSending: (() => Promise<void>) | undefined,
  ): Promise<Response> {
    const text = new TextEncoder().encode(JSON.stringify(body ?? {}))
    const stream = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          await whileSending?.()
          controller.enqueue(text)
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(revision !== undefined && { 'if-match': `"${String(revision)}"` }),
    }
    const sent = { method, headers, ...(method !== 'DELETE' && { body: stream, duplex: 'half' }) }
    return Promise.resolve(this.#servers[server]!.request(path, sent))
  }

  async entries(): Promise<Entry[]> {
    const rows = await this.database.all<Omit<Entry, 'detail'> & { detail: string }>('SELECT * FROM audit ORDER BY seq')
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Entry['detail'] }))
  }
}

interface Draft {
  id: string
  status: string
  revision: number
}

async function take(service: Service, one: Step): Promise<void> {
  const { database, tokens, admin } = service
  const plainly = { server: one.server, failure: 'none', isLate: false } as const
  const drafts = await database.all<Draft>('SELECT id, status, revision FROM drafts ORDER BY created_at, id')
  const act = possible(one, drafts)
  // Mostly somebody who may do it, and a draft with which it can be done.
  const role = NEEDS[act]
  const able = tokens.filter(
    ({ roles, isDead }) => one.token % 5 === 0 || ((!role || roles.includes(role)) && isDead !== true),
  )
  const chosen = able[one.token % Math.max(1, able.length)]
  const revoke = async (id: string) => {
    await service.write(plainly, admin.token, ['DELETE', `/v1/tokens/${id}`])
    for (const token of tokens) if (token.id === id) token.isDead = true
  }
  if (act === 'issue') {
    const holder = HOLDERS[one.of % HOLDERS.length]!
    const roles = one.token % 3 === 0 ? ROLES : [ROLES[one.token % 2]!]
    const made = await service.write(one, admin.token, ['POST', '/v1/tokens', { holder, roles }])
    const { id, token } = (made ?? {}) as { id?: string; token?: string }
    if (id !== undefined && token !== undefined) tokens.push({ id, token, roles })
    return
  }
  if (!chosen) return
  if (act === 'revoke') return revoke(chosen.id)
  const fit = drafts.filter(({ status }) => isOdd(one) || status === WANTS[act])
  const draft = fit[one.of % Math.max(1, fit.length)]
  const versions = await database.all<{ version: number }>('SELECT version FROM versions WHERE pack = ?1', [PACK])
  const latest = await database.first<{ seq: number }>('SELECT max(seq) AS seq FROM publications WHERE pack = ?1', [
    PACK,
  ])
  const [unpublished] = await database.all<{ version: number }>(
    `SELECT version FROM versions WHERE pack = ?1 AND version NOT IN
       (SELECT version FROM publications WHERE pack = ?1) ORDER BY version DESC`,
    [PACK],
  )
  const version = (one.of % 3 > 0 && unpublished?.version) || 1 + (one.of % Math.max(1, versions.length))
  const drafting = `/v1/packs/${PACK}/drafts`
  const files = { 'pack.json': FILES['pack.json']!.replace('"id"', `${' '.repeat(one.of)}"id"`) }
  const base = versions.length > 0 ? { fromVersion: 1 + (one.of % versions.length) } : { files: FILES }
  const requests = {
    begin: ['POST', drafting, { summary: 'a change', ...base }],
    save: ['PATCH', `${drafting}/${draft?.id}/files`, { files }, draft?.revision],
    submit: ['POST', `${drafting}/${draft?.id}/submit`, { compareOn: [] }, draft?.revision],
    approve: ['POST', `${drafting}/${draft?.id}/approve`, {}, draft?.revision],
    reject: ['POST', `${drafting}/${draft?.id}/reject`, { reason: 'not yet' }, draft?.revision],
    discard: ['DELETE', `${drafting}/${draft?.id}`, undefined, draft?.revision],
    publish: ['POST', `/v1/packs/${PACK}/publications`, { version, expectedSeq: latest?.seq ?? 0, reason: 'decided' }],
  } as const satisfies Record<string, Request>
  await service.write(one, chosen.token, requests[act], () => revoke(chosen.id))
}

/** Whether a step tries what cannot be done. */
const isOdd = ({ of }: Step) => of % 5 === 0

/** What a step does: where there is no draft for it, what leads to one. */
function possible(one: Step, drafts: readonly Draft[]): Step['act'] {
  const wanted = WANTS[one.act]
  if (!wanted || isOdd(one) || drafts.some(({ status }) => status === wanted)) return one.act
  return wanted === 'submitted' && drafts.some(({ status }) => status === 'open') ? 'submit' : 'begin'
}

/** What no history may show. */
async function expectSound(service: Service): Promise<void> {
  expect(await verifyService({ sql: service.database, signingKey }, { after: 0, text: '' })).toMatchObject({
    intact: true,
  })
  for (const status of service.statuses) expect([200, 201, 401, 403, 404, 409, 412, 422, 503]).toContain(status)
  const entries = await service.entries()
  const writes = service.acknowledged.filter((seq) => seq > 0)
  expect(new Set(writes).size).toBe(writes.length)
  const dead = new Set<string>()
  let published: number | null = null
  const drafts = await service.database.all<{ id: string; submission: string | null; version: number | null }>(
    'SELECT id, submission, version FROM drafts',
  )
  const comparedWith = (draft: (typeof drafts)[number] | undefined) =>
    (JSON.parse(draft?.submission ?? '{}') as { comparedWith?: number | null }).comparedWith
  const seen = new Set<number>()
  for (const { action, actor, via, detail } of entries) {
    expect(dead).not.toContain(via)
    if (action === 'token.revoked') dead.add(`token:${String(detail['token'])}`)
    if (action === 'draft.approved') {
      expect((detail['authors'] as string[]).some((author) => areAlike(author, actor))).toBe(false)
      expect(comparedWith(drafts.find(({ id }) => id === detail['draft']))).toBe(published)
    }
    if (action === 'version.published' && via.startsWith('token:')) {
      const version = detail['version'] as number
      if (!seen.has(version)) expect(comparedWith(drafts.find((one) => one.version === version))).toBe(published)
      seen.add(version)
      published = version
    }
  }
  const known = new Set(entries.map(({ seq }) => seq))
  for (const seq of writes) expect(known).toContain(seq)
}

test(`in ${String(HISTORIES)} histories nothing is lost, twice, stale, by its own author, or by a token that has ended`, async () => {
  const acts = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
      const service = new Service()
      // Somebody for each role, and rules to begin with, so that most steps can do something.
      const plainly = { token: 0, of: 0, server: 0, failure: 'none', isLate: false } as const
      const start = (['issue', 'issue', 'begin', 'submit', 'approve', 'publish'] as const).map((act, i) => ({
        ...plainly,
        act,
        token: act === 'issue' ? 3 * i : act === 'approve' || act === 'publish' ? 1 : 0,
        of: act === 'issue' ? i : 0,
      }))
      for (const one of [...start, ...steps]) await take(service, one)
      await expectSound(service)
      for (const { action } of await service.entries()) acts.set(action, (acts.get(action) ?? 0) + 1)
    }),
    // A shorter history with the same fault would take long to find.
    { numRuns: HISTORIES, endOnFailure: true },
  )
  // Or the histories would show nothing.
  for (const action of ['draft.approved', 'draft.rejected', 'draft.discarded', 'version.published', 'token.revoked'])
    expect(acts.get(action) ?? 0).toBeGreaterThan(HISTORIES / 10)
})
