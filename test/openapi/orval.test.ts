import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'orval'
import { afterAll, expect, test, vi } from 'vitest'
import { describedApi } from './described-api.ts'
import { strictCompilation } from './strict-compilation.ts'

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-orval-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Code as someone writes it who has only the generated client. */
const CODE = `
import { evaluateLedger, evaluateStream, publishVersion } from './api.ts'

export async function titlesOf(ledger: Record<string, unknown>): Promise<string[]> {
  const answer = await evaluateLedger('ganzhou-2018-32', { asOf: '2019-01-01', language: 'zh', ledger })
  if (answer.status !== 200) throw new Error(answer.data.title)
  return answer.data.findings.flatMap((finding) => {
    if (!('title' in finding)) return []
    return typeof finding.title === 'string' ? finding.title : (finding.title.zh ?? '')
  })
}
export async function linesOf(records: Blob): Promise<string> {
  // A string would be sent as JSON, which is no line of a stream.
  const answer = await evaluateStream('ganzhou-2018-32', records)
  return answer.status === 200 ? answer.stream.text() : answer.data.title
}
export async function isPublished(version: number, expectedSeq: number): Promise<boolean> {
  const answer = await publishVersion('ganzhou-2018-32', { version, expectedSeq, reason: 'as decided' })
  // @ts-expect-error Publishing changes no draft.
  if (answer.status === 409 && answer.data.type === '/problems/draft-not-open') return false
  return answer.status === 201 || (answer.status === 409 && answer.data.type === '/problems/already-published')
}
`

test('orval makes a client of the document that compiles, and connects to nothing for it', async () => {
  writeFileSync(join(folder, 'openapi.json'), describedApi)
  writeFileSync(join(folder, 'client.ts'), CODE)
  const connect = vi.spyOn(Socket.prototype, 'connect')
  try {
    const config = { input: { target: './openapi.json' }, output: { target: './api.ts', client: 'fetch' as const } }
    await generate(config, folder, { logLevel: 'warn', throwOnError: true, failOnWarnings: true })
    expect(connect).not.toHaveBeenCalled()
  } finally {
    connect.mockRestore()
  }
  expect(strictCompilation(folder, 'client.ts')).toBe('')
})
