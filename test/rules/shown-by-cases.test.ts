import { assessMutants, coverageOf, coverageRate, makeMutants, runMutants } from '@tiaoli/authoring'
import { describe, expect, it } from 'vitest'
import { allPackIds, readPack } from '../../scripts/read-pack.ts'
import { compiledPack } from '../load-packs.ts'

/** Every twentieth mutant is tried, or all: `pnpm prove:mutants` and the gate. */
const EVERY = process.env['MUTANTS'] === 'all' ? 1 : 20

const packs = allPackIds().map((id) => ({ id, ...compiledPack(id).plan.quality }))

it('the packs of this repository require everything of their cases', () => {
  for (const id of ['ganzhou-2018-32', 'party-organization-basics'])
    expect(packs.find((pack) => pack.id === id)).toMatchObject({ coverage: 100, mutation: 100 })
})

describe.each(packs.flatMap(({ id, coverage }) => (coverage === undefined ? [] : { id, coverage })))(
  'the cases of $id',
  ({ id, coverage: required }) => {
    it(`show ${required} % of the statuses, leaves, exceptions, notes and dated values, as quality.json requires`, () => {
      const coverage = coverageOf(readPack(id))
      const gaps = coverage.gaps.map((gap) => `${gap.kind} ${gap.id}: ${gap.lacks}`)
      expect(coverageRate(coverage).percent < required ? gaps : []).toEqual([])
    })
  },
)

describe.each(packs.flatMap(({ id, mutation }) => (mutation === undefined ? [] : { id, mutation })))(
  'the cases of $id',
  ({ id, mutation: required }) => {
    it(`notice ${required} % of the mutants but those with a written reason, none of them stale, as quality.json requires`, () => {
      const source = readPack(id)
      const all = makeMutants(source)
      const tried = all.filter((_, i) => i % EVERY === 0)
      const untried = new Set(all.filter((mutant) => !tried.includes(mutant)).map(({ id: mutant }) => mutant))
      const results = [...runMutants(source, { mutants: tried })]
      // A pack of which no part loads by itself would have no mutants at all, and pass.
      expect(results.filter(({ outcome }) => outcome === 'invalid').length).toBeLessThan(tried.length / 4)
      const assessment = assessMutants(compiledPack(id), results)
      const survivors = assessment.survivors.map(({ mutant }) => mutant.id)
      // Of a sample only what is too much of the whole is a fault.
      const fails = EVERY === 1 ? assessment.score < required : survivors.length > all.length * (1 - required / 100)
      expect(fails ? survivors : []).toEqual([])
      expect(assessment.stale.filter(({ mutant }) => !untried.has(mutant))).toEqual([])
    })
  },
)
