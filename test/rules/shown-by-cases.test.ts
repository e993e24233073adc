import { assessMutants, coverageOf, runMutants } from '@tiaoli/authoring'
import { planOf } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { packIds, readPack } from '../../scripts/read-pack.ts'

/** Thousands of mutants, some milliseconds each. */
const MINUTES = 5 * 60_000

describe.each(packIds())('the cases of %s', (id) => {
  const source = readPack(id)

  it('reach every status that can be reached, and see every leaf, exception, note and dated value', () => {
    expect(coverageOf(source).gaps.map((gap) => `${gap.kind} ${gap.id}: ${gap.lacks}`)).toEqual([])
  })

  it(
    'notice every mutant but those with a written reason, and no reason is stale',
    () => {
      const { survivors, stale, killed } = assessMutants(planOf(source), runMutants(source))
      expect(survivors.map(({ mutant }) => mutant.id)).toEqual([])
      expect(stale).toEqual([])
      expect(killed).toBeGreaterThan(0)
    },
    MINUTES,
  )
})
