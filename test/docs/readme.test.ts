import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@tiaoli/engine'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { expect, it } from 'vitest'
import { readSample } from '../load-packs.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const READMES = ['README.md', 'README.zh-CN.md']

/** Whether everything shown is there: objects by their shown keys, lists by their shown items. */
function holds(actual: unknown, shown: unknown): boolean {
  if (Array.isArray(shown))
    return Array.isArray(actual) && shown.every((item) => actual.some((candidate) => holds(candidate, item)))
  if (typeof shown !== 'object' || shown === null) return Object.is(actual, shown)
  if (typeof actual !== 'object' || actual === null) return false
  return Object.entries(shown).every(([key, value]) => holds((actual as Record<string, unknown>)[key], value))
}

it.each(READMES)('the finding that %s shows is what the sample ledger gives', (file) => {
  const block = /```json\n(.*?)```/s.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1] ?? '{}'
  const report = compile(ganzhou).evaluate(readSample(), { asOf: '2019-01-01', profile: 'literal' })
  expect(report.findings.filter((finding) => holds(finding, JSON.parse(block)))).toHaveLength(1)
})

it.each(READMES)('%s has a runnable example by line 12', (file) => {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
  const example = lines.findIndex((line) => line.includes('curl -s'))
  expect(example).toBeGreaterThan(0)
  expect(example).toBeLessThan(12)
})
