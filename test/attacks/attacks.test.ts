import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ATTACKS, type Attack } from '../../scripts/generate/attacks.ts'

const ROOT = join(import.meta.dirname, '../..')
const all = JSON.parse(readFileSync(join(ROOT, ATTACKS), 'utf8')) as Attack[]

test.each(all)('$id, $attack: has tests, which are there', ({ tests }) => {
  expect(tests.length).toBeGreaterThan(0)
  for (const { file, title } of tests) expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title)
})
