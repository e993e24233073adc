import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { staleModules } from '../../scripts/stale-modules.ts'

test('`start` notices a file of a pack that its module does not list', () => {
  const rules = mkdtempSync(join(tmpdir(), 'tiaoli-rules-'))
  onTestFinished(() => rmSync(rules, { recursive: true }))
  cpSync(join(import.meta.dirname, '..', '..', 'rules'), rules, { recursive: true })
  expect(staleModules(rules)).toEqual([])
  writeFileSync(join(rules, 'ganzhou-2018-32', 'cases', 'notice-2027.json'), '{"cases":[]}')
  expect(staleModules(rules)).toEqual(['rules/ganzhou-2018-32/index.js'])
})
