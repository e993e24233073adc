import { expect, test } from 'vitest'
import { describedApi } from './described-api.ts'

interface Document {
  servers: { url: string }[]
  paths: Record<string, Record<string, { operationId?: string }>>
  components: { schemas: Record<string, { properties?: Record<string, { pattern?: string }> }> }
}

const document = JSON.parse(describedApi) as Document

test('every operation has a name of its own', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  const names = operations.map(({ operationId }) => operationId)
  for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/)
  expect(new Set(names).size).toBe(operations.length)
})

test('the document says where the service is', () => {
  expect(document.servers.map(({ url }) => url)).toEqual(['/'])
})

test('every pattern is one of JSON Schema: without delimiters, and without flags', () => {
  const patterns = [...describedApi.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, written]) => JSON.parse(written!) as string,
  )
  expect(patterns.length).toBeGreaterThan(5)
  for (const pattern of patterns) {
    expect(pattern).not.toMatch(/\/[a-z]*$/)
    expect(() => new RegExp(pattern, 'u')).not.toThrow()
  }
  const { pattern } = document.components.schemas['TokenRequest']!.properties!['holder']!
  expect('李明').toMatch(new RegExp(pattern!, 'u'))
})
