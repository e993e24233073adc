import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { answerOf } from '@tiaoli/client'
import { compile } from '@tiaoli/engine'
import { makeTemplate } from '@tiaoli/office/template'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { createApp } from '../../workers/api/src/app.ts'
import { commitWithAudit } from '../../workers/api/src/audit/commit-with-audit.ts'
import { MAX_BODY_BYTES, MAX_LINE_BYTES, MAX_STREAM_BYTES } from '../../workers/api/src/limits/body-limits.ts'
import { WORKBOOK_LIMITS } from '../../workers/api/src/limits/workbook-limits.ts'
import { CloudflarePlatform } from '../../workers/api/src/platform/cloudflare-platform.ts'
import type { Ports } from '../../workers/api/src/platform/ports.ts'
import type { ProblemCode } from '../../workers/api/src/problem/problem-details.ts'
import { digestsOf, insertFileTexts } from '../../workers/api/src/registry/file-texts.ts'
import { insertPublication } from '../../workers/api/src/registry/publication-store.ts'
import { insertVersion } from '../../workers/api/src/registry/version-store.ts'
import { SqlRefusal } from '../../workers/api/src/storage/sql-refusal.ts'
import { BUNDLED_PACKS } from '../../workers/api/src/startup/bundled-packs.ts'
import { requirement, toyPack, toyText, type ToyParts } from '../support/toy-pack.ts'
import { approve, BASICS, beginDraft, officers, PACK, retitled, submit } from './draft-steps.ts'
import { expectDeclared } from './expect-declared.ts'
import { client, problemOf, tokenOfHolder } from './request.ts'

// Every problem that an operation declares is one that a caller can meet: here is a request that meets it.

interface Operation {
  operationId: string
  requestBody?: { content: Record<string, { examples?: Record<string, { value: object }> }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

/** A request that an operation may answer well. */
interface Plain {
  operation: string
  method: string
  /** With the names of parameters. */
  path: string
  methods: readonly string[]
  parameters: Record<'pack' | 'draft' | 'version' | 'token' | 'code' | 'kind', string>
  query: Record<string, string>
  headers: Record<string, string>
  body: string | Uint8Array | ReadableStream<Uint8Array> | undefined
  ports: Partial<Ports>
}

const ports = new CloudflarePlatform().ports(env, createExecutionContext())
const { paths } = await (
  await createApp(() => ports).request('/openapi.json')
).json<{
  paths: Record<string, Record<string, Operation>>
}>()

const HOLDER = 'officer-of-all'
const USED_KEY = 'used-for-a-token'
const FAULTY = 'faulty-2026-1'
const DAMAGED = 'damaged-2026-1'
const CROWDED = 'crowded-kitchens'
const ENDLESS = 'endless-kitchens'
const asOf = '2019-01-01'
let authorization: string
const drafts = { open: '', discarded: '', submitted: '', others: '' }
const draftsOf: Record<string, string> = {}
let otherToken: string

/** Stores and publishes a version without an approval; with a digest that is not its own, as no approval would have. */
async function withVersion(pack: string, files: Record<string, string>, sha256 = 'f'.repeat(64)): Promise<void> {
  const version = { pack, version: 1, sha256, declaredVersion: '1', summary: '' }
  await commitWithAudit(ports, { name: 'test', via: 'test' }, () =>
    Promise.resolve({
      events: [{ action: 'version.published', pack, detail: {} }],
      statements: (seq, at) => [
        ...insertFileTexts(files),
        ...insertVersion({ ...version, authors: [], approver: null, pins: [] }, digestsOf(files), seq, at),
        insertPublication({ pack, version: 1, seq: 1, actor: 'test', reason: '', at }, seq),
      ],
      result: undefined,
    }),
  )
}

function packUsing(used: string): string {
  const title = { zh: '所用', en: 'Uses another' }
  const id = `uses-${used}`
  return JSON.stringify({
    id,
    version: '1.0.0',
    title,
    languages: ['zh', 'en'],
    timeZone: 'Asia/Shanghai',
    uses: [used],
  })
}

beforeAll(async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const token = await tokenOfHolder(HOLDER, 'reader', 'evaluator', 'editor', 'approver', 'admin')
  authorization = `Bearer ${token}`
  const api = client(token)
  const begun = await Promise.all([1, 2].map((n) => beginDraft(api, `draft ${n}`)))
  drafts.open = begun[0]!.draft.id
  drafts.discarded = begun[1]!.draft.id
  await answerOf(
    api.v1.packs[':pack'].drafts[':draft'].$delete({
      param: { pack: PACK, draft: drafts.discarded },
      header: { 'if-match': '"1"' },
    }),
  )
  const own = await beginDraft(api, 'own', 1, BASICS)
  drafts.submitted = (await submit(api, own.draft)).id
  const header = { 'idempotency-key': USED_KEY }
  const other = await answerOf(api.v1.tokens.$post({ header, json: { holder: 'other', roles: ['reader'] } }))
  otherToken = other.id
  const { editor, approver } = await officers()
  await approve(approver, await submit(editor, (await retitled(editor)).draft))
  drafts.others = (await submit(editor, (await retitled(editor)).draft)).id
  for (const pack of [FAULTY, DAMAGED]) draftsOf[pack] = await draftOf(`uses-${pack}`, { 'pack.json': packUsing(pack) })
  const { files } = BUNDLED_PACKS.find(({ id }) => id === BASICS)!
  await withVersion(FAULTY, { ...files, 'facts.json': '{ "given": 3 }' })
  await withVersion(DAMAGED, { ...files })
  for (const [pack, parts] of Object.entries(KITCHENS)) {
    const toy = { ...parts, pack: { id: pack } }
    await withVersion(pack, toyText(toy), compile(toyPack(toy)).sha256)
    draftsOf[pack] = await draftOf(pack, { ...toyText(toy), 'samples/town.json': TOWN })
  }

  async function draftOf(pack: string, texts: Record<string, string>) {
    const json = { summary: 'files', files: texts }
    const { draft } = await answerOf(api.v1.packs[':pack'].drafts.$post({ param: { pack }, header: {}, json }))
    return draft.id
  }
})
afterAll(() => vi.restoreAllMocks())

const yearly = (id: string, parts: object = {}) =>
  requirement({
    id,
    recurs: { every: 'year', from: 1960 },
    requires: { condition: 'kitchen.licensed' },
    due: 'period.end',
    ...parts,
  })
/** Packs of which some answers are too large, and of which some cannot be computed, whatever the ledger is. */
const KITCHENS: Record<string, ToyParts> = {
  [CROWDED]: { requirements: Array.from({ length: 200 }, (_, i) => yearly(`rule-${i}`)) },
  [ENDLESS]: { requirements: [yearly('rule', { due: { date: 'period.end', plusYears: 9000 } })] },
}
const TOWN = JSON.stringify({ kitchens: Array.from({ length: 600 }, () => ({})) })

const QUERIES: Record<string, Record<string, string>> = {
  getCalendar: { from: asOf, to: '2019-12-31' },
  getVersionFile: { path: 'pack.json' },
  getDraftFile: { path: 'pack.json' },
  saveDraftFile: { path: 'lint.json' },
}
const BODIES: Record<string, object> = {
  saveDraftFile: {},
  evaluateStream: { asOf, scope: 'firm' },
}

const FORM = 'multipart/form-data'
const FORM_WITH_BOUNDARY = `${FORM}; boundary=xx`

/** A form with a file, and a ledger that is no JSON where that is asked for. */
function formWith(file: string | Uint8Array, ledger?: string): Uint8Array {
  const part = (name: string, content: string | Uint8Array) => [
    `--xx\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`.replace('"file"', '"file"; filename="名单.csv"'),
    content,
    '\r\n',
  ]
  const parts = [...part('file', file), ...(ledger === undefined ? [] : part('ledger', ledger)), '--xx--\r\n']
  return new Uint8Array(Buffer.concat(parts.map((one) => Buffer.from(one as Uint8Array))))
}

/** What a form without anything wrong holds, by operation. */
const FORMS: Record<string, () => Uint8Array> = {
  importWorkbooks: () => formWith('律师事务所名称,执业律师数\n江西明远律师事务所,12'),
  readTemplate: () => formWith(makeTemplate({ policy: compile(ganzhou) })),
}

function plain(path: string, method: string, { operationId, requestBody }: Operation): Plain {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const value = BODIES[operationId] ?? Object.values(content?.examples ?? {})[0]?.value
  return {
    operation: operationId,
    method: method.toUpperCase(),
    path,
    methods: Object.keys(paths[path]!).map((name) => name.toUpperCase()),
    parameters: { pack: PACK, draft: drafts.open, version: '1', token: '000000000000', code: 'busy', kind: 'problems' },
    query: QUERIES[operationId] ?? {},
    headers: {
      authorization,
      'if-match': '"1"',
      ...(type && { 'content-type': type === FORM ? FORM_WITH_BOUNDARY : type }),
    },
    body: FORMS[operationId]?.() ?? (value && JSON.stringify(value)),
    ports: {},
  }
}

async function send({ method, path, parameters, query, headers, body, ports: own }: Plain): Promise<Response> {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof parameters) => parameters[name])
  const search = new URLSearchParams(query).toString()
  const sent = new Request(`https://tiaoli.example${address}${search && `?${search}`}`, {
    method,
    headers,
    body: body ?? null,
  })
  const response = await createApp(() => ({ ...ports, ...own })).fetch(sent)
  await expectDeclared(sent, response)
  return response
}

function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error('connection lost')),
  })
}

const refuse = () => Promise.reject(new Error('down'))
const never = { allow: () => Promise.resolve(false) }
/** As if the same request had just been written by another instance. */
const written = { ...ports.sql, batch: () => Promise.reject(new SqlRefusal('unique', 'idempotency.key', undefined)) }

type Change = (request: Plain) => Partial<Plain>
const header =
  (name: string, value: string): Change =>
  ({ headers }) => ({ headers: { ...headers, [name]: value } })
const withoutHeader =
  (name: string): Change =>
  ({ headers }) => ({ headers: Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name)) })
const parameter =
  (name: keyof Plain['parameters'], value: () => string): Change =>
  ({ parameters }) => ({ parameters: { ...parameters, [name]: value() } })
const body =
  (value: Plain['body']): Change =>
  () => ({ body: value })

/** What a file of a pack is called, and holds, in each body that gives some. */
function withFile(path: string, text: string): Change {
  const files = { [path]: text }
  const bodies: Record<string, object> = {
    createDraft: { summary: 'files', files },
    saveDraftFiles: { files },
    compareRules: { asOf, to: { files }, ledger: {} },
    checkRules: { candidate: { files }, runtimes: [] },
  }
  return ({ operation }) =>
    operation === 'saveDraftFile' ? { query: { path }, body: text } : { body: JSON.stringify(bodies[operation]) }
}

const MOST = Number.MAX_SAFE_INTEGER
const firms = (count: number, firm: object) => ({
  id: 'C',
  counties: [{ id: 'K', firms: Array.from({ length: count }, () => firm) }],
})
const withLedger =
  (ledger: object): Change =>
  ({ operation, body: text }) => ({
    body: JSON.stringify({
      ...(JSON.parse(typeof text === 'string' ? text : '{}') as object),
      [operation === 'evaluateStream' ? 'context' : 'ledger']: ledger,
    }),
  })

/** By a ledger, or where none is given, or it is a sample, by a pack of which no answer can be given. */
function unanswerable(ledger: object, pack: string): Change {
  const own: Record<string, Partial<Plain>> = {
    getCalendar: { query: { from: '1990-01-01', to: '2039-12-31' } },
    submitDraft: { body: JSON.stringify({ compareOn: [asOf] }) },
  }
  return (request) => {
    const { operation, parameters } = request
    if (!own[operation]) return withLedger(ledger)(request)
    return { parameters: { ...parameters, pack, draft: draftsOf[pack]! }, ...own[operation] }
  }
}

const DRAFT_IN_BODY: Record<string, object> = {
  compareRules: { asOf, to: { draft: 'no-such-draft' }, ledger: {} },
  checkRules: { candidate: { draft: 'no-such-draft' }, runtimes: [] },
}

/** By code, what is otherwise in a request that meets it. */
const CHANGES: Partial<Record<ProblemCode, Change>> = {
  'method-not-allowed': ({ methods }) => ({
    method: ['PUT', 'PATCH', 'DELETE'].find((method) => !methods.includes(method))!,
    body: undefined,
  }),
  internal: () => ({ ports: { log: undefined as never, sql: undefined as never, calls: undefined as never } }),
  'not-authenticated': header('authorization', 'Bearer wrong'),
  forbidden: (request) => ({
    ...withoutHeader('authorization')(request),
    ports: {
      email: () => Promise.resolve('visitor@example.org'),
      access: { ...ports.access, anonymousRoles: new Set() },
    },
  }),
  'invalid-request': ({ query, parameters }) => ({
    query: { ...query, nothing: '1' },
    parameters: { ...parameters, code: 'x'.repeat(101) },
  }),
  'too-many-requests': () => ({ ports: { calls: never, writes: never } }),
  'checkpoint-not-kept': () => ({
    ports: { checkpointPlace: { name: 'none', isRequired: true, take: () => Promise.resolve(false) } },
  }),
  'database-unavailable': () => ({ ports: { sql: { all: refuse, first: refuse, batch: refuse } } }),
  busy: ({ operation, parameters, headers }) => {
    const isReview = operation === 'approveDraft' || operation === 'rejectDraft'
    return {
      ports: { sql: written },
      parameters: { ...parameters, token: otherToken, ...(isReview && { pack: BASICS, draft: drafts.others }) },
      headers: { ...headers, ...(isReview && { 'if-match': '"3"' }) },
      ...((operation === 'publishVersion' || operation === 'askToPublish') && {
        parameters: { ...parameters, pack: BASICS },
        body: JSON.stringify({ version: 2, expectedSeq: 1, reason: 'x' }),
      }),
    }
  },
  'incomplete-body': () => ({ body: brokenOff() }),
  'body-too-large': header('content-length', String(MAX_BODY_BYTES + 1)),
  overloaded: () => ({ ports: { bodiesBytes: 0 } }),
  'stream-too-large': header('content-length', String(MAX_STREAM_BYTES + 1)),
  'stream-head-too-large': body(' '.repeat(MAX_LINE_BYTES + 1)),
  'malformed-json': (request) => ({ body: request.operation in FORMS ? formWith('a', '{') : '{' }),
  'malformed-form': body('--yy--'),
  'workbook-too-large': body(formWith('1,1\n'.repeat(WORKBOOK_LIMITS.cells))),
  'unreadable-workbook': body(formWith('%PDF-1.7')),
  'not-text': body(new Uint8Array([0xff])),
  'unsupported-media-type': header('content-type', 'text/plain'),
  'invalid-idempotency-key': header('idempotency-key', 'x'),
  'idempotency-key-reused': header('idempotency-key', USED_KEY),
  'unknown-pack': (request) => ({
    ...parameter('pack', () => 'no-such-pack')(request),
    ...(request.operation === 'checkRules' && { body: JSON.stringify({ candidate: { version: 1 }, runtimes: [] }) }),
  }),
  'unknown-version': parameter('version', () => '999'),
  'unknown-draft': (request) =>
    request.path.includes('{draft}')
      ? parameter('draft', () => 'no-such-draft')(request)
      : { body: JSON.stringify(DRAFT_IN_BODY[request.operation]) },
  'unknown-token': parameter('token', () => '999999999999'),
  'unknown-problem': parameter('code', () => 'no-such-problem'),
  'no-such-file': () => ({ query: { path: 'samples/none.json' } }),
  'revision-required': withoutHeader('if-match'),
  'revision-differs': header('if-match', '"99"'),
  'draft-not-open': ({ parameters, headers }) => ({
    parameters: { ...parameters, draft: drafts.discarded },
    headers: { ...headers, 'if-match': '"2"' },
  }),
  'draft-not-submitted': () => ({}),
  'own-draft': ({ parameters, headers }) => ({
    parameters: { ...parameters, pack: BASICS, draft: drafts.submitted },
    headers: { ...headers, 'if-match': '"2"' },
  }),
  'published-meanwhile': () => ({ body: JSON.stringify({ version: 1, expectedSeq: 99, reason: 'x' }) }),
  'already-published': () => ({ body: JSON.stringify({ version: 1, expectedSeq: 1, reason: 'x' }) }),
  'second-person-needed': ({ operation, parameters }) => ({
    ports: { jointMatters: new Set(['publications', 'tokens']) },
    ...(operation === 'publishVersion' && {
      parameters: { ...parameters, pack: BASICS },
      body: JSON.stringify({ version: 2, expectedSeq: 1, reason: 'x' }),
    }),
    ...(operation === 'createToken' && { body: JSON.stringify({ holder: 'second', roles: ['approver'] }) }),
  }),
  'unknown-file': withFile('nothing.txt', '{}'),
  'too-many-drafts': () => ({ ports: { draftQuota: { drafts: 0, bytes: MOST } } }),
  'no-room': (request) => ({
    ...withFile('lint.json', '{ }')(request),
    ...(request.operation === 'createDraft' && {
      body: JSON.stringify({ summary: 'files', fromVersion: 1, files: { 'lint.json': '{ }' } }),
    }),
    ports: { draftQuota: { drafts: MOST, bytes: 2 } },
  }),
  'pack-too-large': withFile('lint.json', ' '.repeat(2 ** 20 + 1)),
  'answer-too-large': unanswerable(firms(10_000, {}), CROWDED),
  'not-computable': unanswerable(
    { id: 'C', counties: [{ id: 'K', backlog: { transferred: MOST, consented: MOST } }] },
    ENDLESS,
  ),
  'faulty-pack': ofPack(FAULTY),
  'damaged-version': ofPack(DAMAGED),
}

/** A version that cannot be loaded: of the pack itself, or of one that a draft uses. */
function ofPack(pack: string): Change {
  const files = { 'pack.json': packUsing(pack) }
  const bodies: Record<string, object> = {
    createDraft: { summary: 'files', files },
    checkRules: { candidate: { files }, runtimes: [] },
  }
  return ({ operation, path, parameters, body: text }) => ({
    parameters: {
      ...parameters,
      pack: operation in bodies || path.includes('{draft}') ? `uses-${pack}` : pack,
      draft: draftsOf[pack]!,
    },
    body: operation in bodies ? JSON.stringify(bodies[operation]) : text,
  })
}

const OF_TEXT = {
  file: 'damaged-versions',
  title: 'a file with another text is not given, and no draft begins with it',
}
const SECOND_BESIDE = {
  file: 'publications',
  title: 'of two versions approved beside each other, the second is not published after the first',
}
const OF_USED = {
  file: 'damaged-versions',
  title: 'a submitted draft is not approved once a version that it uses has %s',
}
/** Problems that need several requests, or a change of the database: by operation, the test of this folder that meets it. */
const ELSEWHERE: Partial<Record<ProblemCode, Record<string, { file: string; title: string }>>> = {
  'failing-cases': { submitDraft: { file: 'drafts', title: 'rules with failing cases cannot be submitted' } },
  'used-pack-changed': {
    approveDraft: {
      file: 'publications',
      title: 'a draft that was checked with a version that is no longer published cannot be approved',
    },
  },
  'compared-with-other': {
    approveDraft: {
      file: 'publications',
      title: 'of two drafts of one version, the second is not approved once the first is published',
    },
    publishVersion: SECOND_BESIDE,
    askToPublish: SECOND_BESIDE,
  },
  'submission-differs': {
    approveDraft: { file: 'damaged-versions', title: 'a submitted draft with %s is not approved' },
  },
  'faulty-pack': { approveDraft: OF_USED },
  'damaged-version': { listPacks: OF_TEXT, getVersionFile: OF_TEXT, getVersionFiles: OF_TEXT, approveDraft: OF_USED },
}

const TESTS = import.meta.glob<string>('./*.test.ts', { query: '?raw', import: 'default', eager: true })

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const declared = operations.flatMap(({ path, method, operation }) =>
  Object.values(operation.responses).flatMap(({ content }) => {
    const { allOf } = (content?.['application/problem+json']?.schema ?? {}) as {
      allOf?: [object, { properties: { type: { enum: string[] } } }]
    }
    const types = allOf?.[1].properties.type.enum ?? []
    return types.map((type) => ({ path, method, operation, code: type.replace('/problems/', '') as ProblemCode }))
  }),
)

test.each(Object.keys(CHANGES) as ProblemCode[])('each operation that declares %s answers with it', async (code) => {
  const answers: string[] = []
  for (const { path, method, operation, ...item } of declared) {
    if (item.code !== code || ELSEWHERE[code]?.[operation.operationId]) continue
    const request = plain(path, method, operation)
    const response = await send({ ...request, ...CHANGES[code]!(request) })
    const answer = response.status < 400 ? `${response.status}` : (await problemOf(response)).type
    if (answer !== `/problems/${code}`) answers.push(`${operation.operationId}: ${answer}`)
  }
  expect(answers).toEqual([])
})

test('no other problem is declared', () => {
  const others = declared.filter(({ operation, code }) => !CHANGES[code] && !ELSEWHERE[code]?.[operation.operationId])
  expect(others.map(({ operation, code }) => `${operation.operationId}: ${code}`)).toEqual([])
})

test.each(
  Object.entries(ELSEWHERE).flatMap(([code, tests]) =>
    Object.entries(tests).map(([operation, { file, title }]) => ({ code, operation, file, title })),
  ),
)('$operation answers with $code in a test of $file', ({ operation, code, file, title }) => {
  expect(declared.some((item) => item.operation.operationId === operation && item.code === code)).toBe(true)
  const text = TESTS[`./${file}.test.ts`] ?? ''
  expect([`'${title}'`, `'/problems/${code}'`].filter((words) => !text.includes(words))).toEqual([])
})
