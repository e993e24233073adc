import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, expect, test } from 'vitest'
import { describedApi } from './described-api.ts'
import { strictCompilation } from './strict-compilation.ts'

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-openapi-typescript-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Code as someone writes it who has only the generated types. */
const CODE = `
import type { components, operations } from './api.ts'

type Evaluation = operations['evaluateLedger']
type Body = Evaluation['requestBody']['content']['application/json']
type Answer = Evaluation['responses'][200]['content']['application/json']
type Refusal = Evaluation['responses'][422]['content']['application/problem+json']

export const body: Body = { asOf: '2019-01-01', language: 'zh', ledger: {} }
export function titlesIn(answer: Answer): string[] {
  return answer.findings.flatMap((finding) => {
    if (!('title' in finding)) return []
    return typeof finding.title === 'string' ? finding.title : (finding.title.zh ?? '')
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
export function isTooLarge({ type }: Refusal): boolean {
  return type === '/problems/answer-too-large'
}
export function failsCases({ type }: Refusal): boolean {
  // @ts-expect-error An evaluation runs no cases.
  return type === '/problems/failing-cases'
}
`

test('openapi-typescript makes types of the document with which a client compiles', async () => {
  writeFileSync(join(folder, 'api.ts'), astToString(await openapiTS(describedApi)))
  writeFileSync(join(folder, 'client.ts'), CODE)
  expect(strictCompilation(folder, 'client.ts')).toBe('')
})
