import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'
import { describeRoutes } from '../../workers/api/src/http/openapi-document.ts'

interface Document {
  servers: { url: string }[]
  paths: Record<string, Record<string, { operationId?: string }>>
  components: { schemas: Record<string, { properties?: Record<string, { pattern?: string }> }> }
}

const TSC = resolve(import.meta.dirname, '../../node_modules/.bin/tsc')
const folder = mkdtempSync(join(tmpdir(), 'tiaoli-openapi-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { text } = describeRoutes(
  createApp(() => {
    throw new Error('The app is used for its description only')
  }),
)
const document = JSON.parse(text) as Document

/** Code as someone writes it who has only the generated types. */
const CODE = `
import type { components, operations } from './api.ts'

type Body = operations['evaluateLedger']['requestBody']['content']['application/json']
type Answer = operations['evaluateLedger']['responses'][200]['content']['application/json']

export const body: Body = { asOf: '2019-01-01', language: 'zh', ledger: {} }
export function titlesIn(answer: Answer): string[] {
  return answer.findings.flatMap((finding) => {
    if (!('title' in finding)) return []
    return typeof finding.title === 'string' ? finding.title : finding.title.zh
  })
}
export function reasonsIn(answer: components['schemas']['EvaluatedInLanguage']): string[] {
  const findings = answer.findings.filter((finding) => 'reasons' in finding)
  return findings.flatMap(({ reasons, statusText }) => [statusText, ...reasons.map((reason) => reason.text)])
}
export function chineseIn(finding: components['schemas']['FindingInLanguage']): string {
  // @ts-expect-error A text in one language is a string.
  return finding.title.zh
}
`

test('openapi-typescript makes types of the document with which a client compiles', async () => {
  writeFileSync(join(folder, 'api.ts'), astToString(await openapiTS(text)))
  writeFileSync(join(folder, 'client.ts'), CODE)
  const flags = ['--strict', '--noEmit', '--target', 'es2022', '--moduleResolution', 'bundler', '--module', 'preserve']
  const options = [...flags, '--allowImportingTsExtensions', '--types', '']
  expect(execFileSync(TSC, [...options, 'client.ts'], { cwd: folder, encoding: 'utf8' })).toBe('')
})

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
  const patterns = [...text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
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
