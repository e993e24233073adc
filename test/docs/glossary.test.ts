import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const ENTRY = /^- \*\*(?<term>[^*]+)\*\* (?<chinese>\p{Script=Han}+): .+ `(?<owner>[^`]+)`$/u

const lines = readFileSync(join(ROOT, 'docs', 'glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('- '))
const entries = lines.map((line) => ENTRY.exec(line)?.groups ?? { term: line })

it('every entry of the glossary has a term, Chinese, a meaning and an owner', () => {
  expect(entries.filter(({ owner }) => owner === undefined)).toEqual([])
})

it('no term is explained twice, in either language', () => {
  expect(new Set(entries.map(({ term }) => term)).size).toBe(entries.length)
  expect(new Set(entries.map(({ chinese }) => chinese)).size).toBe(entries.length)
})

it.each(entries)('the owner of “$term” exists', ({ owner = '' }) => {
  expect(existsSync(join(ROOT, owner)), owner).toBe(true)
})
