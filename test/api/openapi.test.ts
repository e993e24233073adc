import { FILE_KINDS } from '@tiaoli/engine/plan'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from './expect-declared.ts'
import { beginDraft, officers, PACK } from './draft-steps.ts'
import { request, tokenWithRoles } from './request.ts'
import { PROBLEM_DETAILS } from '../../workers/api/src/problem/problem-details.ts'

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
  operationId?: string
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { anyOf?: { $ref?: string }[]; oneOf?: { $ref?: string }[] }> }
}

const document = await (await request('/openapi.json')).json<Document>()
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)
const examples = operations.flatMap(({ method, path, operation }) =>
  Object.entries(operation.requestBody?.content['application/json']?.examples ?? {}).map(
    ([name, { value }]) => [method, path, name, value, operation] as const,
  ),
)

/** The problems that an operation declares, by status. */
function problemsOf({ responses }: Operation): [status: number, problems: string[]][] {
  return Object.entries(responses).flatMap(([status, { content }]) => {
    const { schema } = content?.['application/problem+json'] ?? {}
    if (!schema) return []
    const { allOf } = schema as { allOf: [object, { properties: { type: { enum: string[] } } }] }
    return [[Number(status), allOf[1].properties.type.enum.map((type) => type.replace('/problems/', ''))]]
  })
}

let token: string
let draft: string
beforeAll(async () => {
  token = await tokenWithRoles('reader', 'evaluator', 'editor', 'approver', 'admin')
  const { editor } = await officers()
  draft = (await beginDraft(editor, 'examples')).draft.id
})

function addressOf(path: string): string {
  return path
    .replace('{pack}', PACK)
    .replace('{draft}', draft)
    .replace('{version}', '1')
    .replace('{code}', 'busy')
    .replace('{kind}', 'problems')
}

describe('the OpenAPI document', () => {
  test('the document is OpenAPI 3.1, and every operation has a summary and its problems', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(operations.length).toBeGreaterThan(35)
    for (const { method, path, operation } of operations) {
      expect(operation.summary, `${method} ${path}`).toMatch(/^[A-Z].{8,}[^.]$/)
      const statuses = Object.keys(operation.responses)
      expect(statuses, `${method} ${path}`).toEqual(expect.arrayContaining(['405', '500']))
      const guarded = ['401', '403', '422', '429', '503']
      if (path.startsWith('/v1/')) expect(statuses, `${method} ${path}`).toEqual(expect.arrayContaining(guarded))
      else expect(statuses.filter((status) => ['401', '403', '429'].includes(status))).toEqual([])
    }
  })

  test('every reference in the document resolves', () => {
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(referred.length).toBeGreaterThan(100)
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(referred.map(([, name]) => name)))
  })

  test('the document describes pack files and the lines of a stream', () => {
    const { schemas } = document.components
    const kinds = schemas['PackFile']!.anyOf!.flatMap(({ $ref }) => $ref?.replace('#/components/schemas/', '') ?? [])
    expect(kinds).toEqual(FILE_KINDS.map(({ kind }) => `PackFile-${kind}`))
    const read = document.paths['/v1/packs/{pack}/versions/{version}/file']!['get']!
    const saved = document.paths['/v1/packs/{pack}/drafts/{draft}/file']!['put']!
    const file = { schema: { $ref: '#/components/schemas/PackFile' } }
    expect(read.responses['200']!.content!['application/json']).toEqual(file)
    expect(saved.requestBody!.content['application/json']).toEqual(file)
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['StreamHead', 'StreamRecord', 'StreamAnswer']))
    expect(schemas['StreamAnswer']!.oneOf).toHaveLength(4)
  })

  test('an operation declares the problems with which it may answer, and no others', () => {
    const declared = Object.fromEntries(
      operations.map(({ operation }) => [operation.operationId, Object.fromEntries(problemsOf(operation))]),
    )
    expect(declared['listTokens']).toEqual({
      401: ['not-authenticated'],
      403: ['forbidden'],
      405: ['method-not-allowed'],
      422: ['invalid-request'],
      429: ['too-many-requests'],
      500: ['internal'],
      503: ['database-unavailable'],
    })
    const evaluation = ['invalid-request', 'faulty-pack', 'not-computable', 'answer-too-large']
    expect(declared['evaluateLedger']![422]).toEqual(evaluation)
    expect(declared['publishVersion']![409]).toEqual([
      'busy',
      'published-meanwhile',
      'compared-with-other',
      'already-published',
      'second-person-needed',
    ])
    expect(declared['saveDraftFile']![400]).toEqual(['incomplete-body', 'not-text', 'invalid-idempotency-key'])
  })

  test('every problem but that of an unknown address is one of some operation, with its own status', () => {
    const declared = operations.flatMap(({ operation }) =>
      problemsOf(operation).flatMap(([status, problems]) => problems.map((code) => `${status} ${code}`)),
    )
    const all = Object.entries(PROBLEM_DETAILS).map(([code, { status }]) => `${status} ${code}`)
    expect([...new Set(declared), '404 unknown-route'].sort()).toEqual(all.sort())
  })

  // Every response in every test is compared: see request.ts.
  test('a response with an undeclared status, media type, property or problem fails the comparison', async () => {
    const sent = new Request('https://tiaoli.example/health')
    const answer = (body: object, status = 200, type = 'application/json') =>
      expectDeclared(sent, new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }))
    const up = { status: 'ok', engine: '0.1.0', database: 'ok' }
    await answer(up)
    await expect(answer(up, 404)).rejects.toThrow('GET /health, 404 is not declared')
    await expect(answer(up, 200, 'application/xml')).rejects.toThrow('application/xml is not declared')
    await expect(answer({ ...up, database: 'down' })).rejects.toThrow('is not as declared')
    await expect(answer({ ...up, load: 1 })).rejects.toThrow('says more than is declared')
    const refusal = (code: string, status: number) =>
      answer(
        { type: `/problems/${code}`, title: '', status, detail: '', instance: '' },
        status,
        'application/problem+json',
      )
    await refusal('database-unavailable', 503)
    await expect(refusal('damaged-version', 503)).rejects.toThrow('/problems/damaged-version is not declared')
  })

  test('every JSON body except a pack file has an example', () => {
    const without = operations
      .filter(({ operation }) => operation.requestBody?.content['application/json'])
      .filter(({ operation }) => !operation.requestBody!.content['application/json']!.examples)
    expect(without.map(({ path }) => path)).toEqual(['/v1/packs/{pack}/drafts/{draft}/file'])
  })

  test.each(examples)('%s %s accepts the example "%s"', async (method, path, _, value, operation) => {
    const response = await request(addressOf(path), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify(value),
    })
    const changes = path.includes('/drafts/') || path.includes('/publications')
    // An earlier example may have changed the draft, but the body is understood.
    if (changes) expect([200, 201, 409, 412]).toContain(response.status)
    else expect([200, 201]).toContain(response.status)
    expect(Object.keys(operation.responses)).toContain(String(response.status))
  })

  test('every GET address answers with a 200', async () => {
    for (const { method, path, operation } of operations.filter((item) => item.method === 'GET')) {
      const query = path.endsWith('/file')
        ? '?path=pack.json'
        : path.endsWith('/calendar')
          ? '?from=2019-01-01&to=2019-12-31'
          : ''
      const response = await request(addressOf(path) + query, { headers: { authorization: `Bearer ${token}` } })
      await response.body?.cancel()
      expect([path, response.status]).toEqual([path, 200])
      expect(Object.keys(operation.responses), `${method} ${path}`).toContain('200')
    }
  })
})
