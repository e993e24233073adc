import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compiledPack } from '../load-packs.ts'

const { plan } = compiledPack('ganzhou-2018-32')
const clauses = [...plan.clauses.values()].filter(({ pack }) => pack === 'ganzhou-2018-32')

it('the 104 clauses, joined, are the document word for word', () => {
  const source = readFileSync(join(import.meta.dirname, '../../rules/ganzhou-2018-32/source.zh.txt'), 'utf8')
  expect(clauses).toHaveLength(104)
  expect(
    clauses
      .map(({ zh }) => zh)
      .join('')
      .replace(/\s/g, ''),
  ).toBe(source.replace(/\s/g, ''))
})

it('every clause that is not to be tested says why no requirement encodes it', () => {
  const untested = clauses.filter(({ testability }) => testability === 'none')
  const cited = new Set(plan.requirements.flatMap(({ entry }) => entry.clauses ?? []))
  expect(untested.filter(({ id, notEncoded }) => !notEncoded && !cited.has(id)).map(({ id }) => id)).toEqual([])
})

it('a parameter that the text leaves open asks its question', () => {
  const open = [...plan.parameters.values()].filter(({ entry }) => entry.values.length === 0)
  expect(open.length).toBeGreaterThan(0)
  expect(open.filter(({ entry }) => !entry.question).map(({ name }) => name)).toEqual([])
})
