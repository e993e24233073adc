import { beforeAll, describe, expect, test } from 'vitest'
import { begin, officers, PACK } from './registry.ts'
import { request, tokenFor } from './request.ts'

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> }
  responses: Record<string, unknown>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
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

let token: string
let draft: string
beforeAll(async () => {
  token = await tokenFor('reader', 'evaluator', 'editor', 'approver', 'admin')
  const { editor } = await officers()
  draft = (await begin(editor, 'for examples')).draft.id
})

function addressOf(path: string): string {
  return path.replace('{pack}', PACK).replace('{draft}', draft).replace('{version}', '1').replace('{code}', 'busy')
}

describe('the OpenAPI document', () => {
  test('is 3.1, and every operation says what it is for and how it may fail', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(operations.length).toBeGreaterThan(35)
    for (const { method, path, operation } of operations) {
      expect(operation.summary, `${method} ${path}`).toMatch(/^[A-Z].{8,}[^.]$/)
      const open = ['/', '/openapi.json', '/problems'].includes(path)
      if (!open) expect(Object.keys(operation.responses), `${method} ${path}`).toContain('429')
    }
  })

  test('every JSON body but that of a pack file has an example', () => {
    const without = operations
      .filter(({ operation }) => operation.requestBody?.content['application/json'])
      .filter(({ operation }) => !operation.requestBody!.content['application/json']!.examples)
    expect(without.map(({ path }) => path)).toEqual(['/v1/packs/{pack}/drafts/{draft}/file'])
  })

  test.each(examples)('%s %s: the example "%s" is accepted', async (method, path, _, value, operation) => {
    const response = await request(addressOf(path), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify(value),
    })
    const changes = path.includes('/drafts/') || path.endsWith('/publications')
    // A change may come too late for what the examples before it did, but it is understood.
    if (changes) expect([200, 201, 409, 412]).toContain(response.status)
    else expect([200, 201]).toContain(response.status)
    expect(Object.keys(operation.responses)).toContain(String(response.status))
  })

  test('every address that is only read answers as it declares', async () => {
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
