import { PACK_DIMENSIONS, dearPack } from '../dear-pack.ts'
import { chosen, type Dimension, type Send, type Shape, type Sizes } from '../trial.ts'

const RUNTIMES = [['compiled'], [], ['json-rules-engine'], ['compiled', 'json-rules-engine']] as const

/** Nearly the most of each family that its files have room for, and half of it. */
const PACK_SEEDS: readonly Sizes[] = [
  ...Object.keys(PACK_DIMENSIONS).map((family) => ({ [family]: Math.ceil(PACK_DIMENSIONS[family]!.most / 8) })),
  { cases: 1000, bases: 100 },
  { cases: 100, bases: 1000, aggregates: 100 },
  { aggregates: 500, facts: 500, worlds: 200 },
]

const PACK_BODY = (files: Record<string, string>) => ({ candidate: { files } })

/** Files of a pack, checked without being stored. */
export const check: Shape = {
  dimensions: { ...PACK_DIMENSIONS, runtimes: { most: RUNTIMES.length - 1, isChoice: true } },
  seeds: PACK_SEEDS,
  send: async (sizes, send) => {
    const body = { ...PACK_BODY(dearPack(sizes, 'unpublished')), runtimes: chosen(RUNTIMES, sizes, 'runtimes') }
    await send('check', { path: '/v1/packs/unpublished/check', body })
  },
}

const DETAILS = ['verdicts', 'findings', 'trace'] as const
const ENGINES = ['compiled', 'json-rules-engine'] as const
const STATUSES = [undefined, ['exempted'], ['not_met']] as const

/** The kitchens of a town. */
const TOWN_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  kitchens: { most: 60_000 },
  cooks: { most: 60_000 },
  known: { most: 2, isChoice: true },
  exact: { most: 1, isChoice: true },
  detail: { most: DETAILS.length - 1, isChoice: true },
  statuses: { most: STATUSES.length - 1, isChoice: true },
}

function townOf({ kitchens = 0, cooks = 0, known = 0 }: Sizes): object {
  const facts = [{}, { licensed: false, seats: 7, openedOn: '2000-01-01' }, { licensed: true, openedOn: '1995-01-01' }][
    known % 3
  ]
  const each = kitchens > 0 ? Math.floor(cooks / kitchens) : 0
  const staff = each > 0 ? { cooks: Array.from({ length: each }, (_, i) => ({ id: `C${i}` })) } : {}
  return { kitchens: Array.from({ length: kitchens }, (_, i) => ({ id: `K${i}`, ...facts, ...staff })) }
}

const TOWN_SEEDS: readonly Sizes[] = PACK_SEEDS.map((sizes) => ({ ...sizes, kitchens: 100, cooks: 200 }))

/** Files of a pack, compared with what is published on a ledger. */
export const compare: Shape = {
  dimensions: { ...PACK_DIMENSIONS, ...TOWN_DIMENSIONS },
  seeds: TOWN_SEEDS,
  send: async (sizes, send) => {
    const pack = await publishedPlain(send)
    const body = { asOf: '2019-01-01', ledger: townOf(sizes), to: { files: dearPack(sizes, pack) } }
    await send('compare', { path: `/v1/packs/${pack}/compare`, body })
  },
}

let plain: string | undefined
let count = 0

/** A small pack that is published once. */
async function publishedPlain(send: Send): Promise<string> {
  const isThere = plain && (await send('read', { path: `/v1/packs/${plain}`, method: 'GET' })).status === 200
  if (!isThere) {
    const id = freshId()
    await published(id, {}, [], send)
    plain = id
  }
  return plain!
}

function freshId(): string {
  return `kitchens-${Date.now().toString(36)}-${count++}`
}

/** The way of a pack from its draft to its publication; whether it came so far. */
async function published(pack: string, sizes: Sizes, days: readonly string[], send: Send): Promise<boolean> {
  const drafts = `/v1/packs/${pack}/drafts`
  const created = await send('draft', {
    path: drafts,
    caller: 'editor',
    body: { summary: 'a dear pack', files: dearPack(sizes, pack) },
  })
  if (created.status !== 201) return false
  const { draft } = created.json() as { draft: { id: string } }
  const path = `${drafts}/${draft.id}`
  await send('read draft', { path, method: 'GET', caller: 'editor' })
  const ifMatch = (etag: string | null) => ({ headers: { 'if-match': etag! } })
  const submitted = await send('submit', {
    path: `${path}/submit`,
    caller: 'editor',
    body: { compareOn: days },
    ...ifMatch(created.etag),
  })
  if (submitted.status !== 200) return false
  const approved = await send('approve', {
    path: `${path}/approve`,
    caller: 'approver',
    body: {},
    ...ifMatch(submitted.etag),
  })
  if (approved.status >= 300) return false
  const publication = { version: 1, expectedSeq: 0, reason: 'a dear pack' }
  const answer = await send('publish', {
    path: `/v1/packs/${pack}/publications`,
    caller: 'approver',
    body: publication,
  })
  return answer.status < 300
}

/** A pack from its draft to its publication, and what is then asked of it. */
export const registry: Shape = {
  dimensions: {
    ...PACK_DIMENSIONS,
    ...TOWN_DIMENSIONS,
    runtime: { most: ENGINES.length - 1, isChoice: true },
    days: { most: 5 },
  },
  seeds: TOWN_SEEDS.flatMap((sizes) => [sizes, { ...sizes, runtime: 1, kitchens: 20 }]),
  send: async (sizes, send) => {
    const pack = freshId()
    const days = Array.from({ length: sizes['days'] ?? 0 }, (_, i) => `${2017 + i}-01-01`)
    if (!(await published(pack, sizes, days, send))) return
    const path = `/v1/packs/${pack}`
    const ledger = townOf(sizes)
    const asked = { asOf: '2019-01-01', ledger }
    const statuses = chosen(STATUSES, sizes, 'statuses')
    const evaluation = {
      ...asked,
      runtime: chosen(ENGINES, sizes, 'runtime'),
      detail: chosen(DETAILS, sizes, 'detail'),
    }
    const exact = (sizes['exact'] ?? 0) % 2 === 1 && evaluation.detail !== 'verdicts'
    await send('evaluate', { path: `${path}/evaluate`, body: { ...evaluation, statuses, ...(exact ? { exact } : {}) } })
    await send('questions', { path: `${path}/next-questions`, body: asked })
    await send('problems', { path: `${path}/papers/problems`, body: asked })
    await send('requirements', { path: `${path}/requirements`, method: 'GET' })
    await send('clauses', { path: `${path}/clauses`, method: 'GET' })
  },
}
