import { assessMutants, makeMutants, runMutants, type MutantResult } from '@tiaoli/authoring'
import { compile, PackError } from '@tiaoli/engine'
import { planOf } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyFiles, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const RULE = requirement({ requires: { fact: 'kitchen.seats', operator: 'greaterThanInclusive', value: 3 } })

/** A case with one kitchen of so many seats. */
function withSeats(seats: unknown, status: string, id = `${String(seats)} seats`) {
  return {
    id,
    asOf: '2019-01-01',
    ledger: { kitchens: [{ id: 'K1', ...(seats === undefined ? {} : { seats }) }] },
    expect: [{ requirement: 'rule', status }],
  }
}

function outcomes(parts: ToyParts): Map<string, MutantResult['outcome']> {
  return new Map([...runMutants(toyPack(parts))].map(({ mutant, outcome }) => [mutant.id, outcome]))
}

describe('mutants and cases', () => {
  const boundary = 'rule/requires#operator:greaterThan'

  it('let a mutant survive while no case is on the boundary', () => {
    const cases = [withSeats(2, 'not_met'), withSeats(4, 'met')]
    expect(outcomes({ requirements: [RULE], cases }).get(boundary)).toBe('survived')
  })

  it('kill it once a case does', () => {
    const cases = [withSeats(2, 'not_met'), withSeats(4, 'met'), withSeats(3, 'met')]
    expect(outcomes({ requirements: [RULE], cases }).get(boundary)).toBe('killed')
  })

  it('name the case that noticed', () => {
    const cases = [withSeats(3, 'met', 'exactly three')]
    const results = [...runMutants(toyPack({ requirements: [RULE], cases }))]
    expect(results.find(({ mutant }) => mutant.id === boundary)?.by).toEqual({
      file: 'cases/all.json',
      case: 'exactly three',
    })
  })

  it('do not count a mutant that no longer loads', () => {
    const parameters = { few: { label: words('少', 'few'), type: 'integer', min: 3, values: [dated(3)] } }
    const requires = { fact: 'kitchen.seats', operator: 'greaterThanInclusive', value: { fact: 'parameters.few' } }
    const all = outcomes({ parameters, requirements: [requirement({ requires })], cases: [withSeats(3, 'met')] })
    expect(all.get('parameters.few/always#value:2')).toBe('invalid')
    expect(all.get('parameters.few/always#value:4')).toBe('killed')
  })

  it('notice a changed fact through every requirement that depends on it, however far away', () => {
    const derived = {
      'kitchen.large': {
        label: words('大', 'large'),
        when: { fact: 'kitchen.seats', operator: 'greaterThan', value: 2 },
      },
      'kitchen.small': { label: words('小', 'small'), when: { not: { condition: 'kitchen.large' } } },
    }
    const requirements = [requirement({ requires: { condition: 'kitchen.small' } })]
    const all = outcomes({ derived, requirements, cases: [withSeats(3, 'not_met'), withSeats(2, 'met')] })
    expect([...all].filter(([, outcome]) => outcome !== 'killed').map(([id]) => id)).toEqual([
      'kitchen.seats/min#value:-1',
      'kitchen.seats/min#value:1',
      'year.revenue/min#value:-1',
      'year.revenue/min#value:1',
    ])
  })

  it('notice a check that is left out by what it would have made unknown', () => {
    const checks = [
      {
        id: 'some-seats',
        scope: 'kitchen',
        text: words('应有座位'),
        holds: { fact: 'kitchen.seats', operator: 'notEqual', value: 0 },
        taints: ['kitchen.seats'],
      },
    ]
    const parts = { checks, requirements: [RULE] }
    expect(outcomes({ ...parts, cases: [withSeats(3, 'met')] }).get('check:some-seats#dropped')).toBe('survived')
    expect(outcomes({ ...parts, cases: [withSeats(0, 'unknown')] }).get('check:some-seats#dropped')).toBe('killed')
  })

  it('notice a bound by what a case says does not agree', () => {
    const conflicting = (seats: number, conflicts: unknown) => ({
      ...withSeats(seats, seats < 0 ? 'unknown' : 'not_met'),
      conflicts,
    })
    const bounds = (cases: Record<string, unknown>[]) => outcomes({ requirements: [RULE], cases })
    const [wider, narrower] = ['kitchen.seats/min#value:-1', 'kitchen.seats/min#value:1'] as const
    const none = bounds([withSeats(0, 'not_met')])
    expect([none.get(wider), none.get(narrower)]).toEqual(['survived', 'killed'])
    const both = bounds([conflicting(-1, { bound: ['kitchen.seats'] }), conflicting(0, {})])
    expect([both.get(wider), both.get(narrower)]).toEqual(['killed', 'killed'])
  })

  it('try the same mutants whether files are text or parsed', () => {
    const parts = { requirements: [RULE], cases: [withSeats(3, 'met')] }
    const text = Object.fromEntries(Object.entries(toyFiles(parts)).map(([path, json]) => [path, JSON.stringify(json)]))
    expect([...runMutants({ files: text })]).toEqual([...runMutants(toyPack(parts))])
  })

  it('try only the mutants that are handed in, and tell how far they are', () => {
    const source = toyPack({ requirements: [RULE], cases: [withSeats(3, 'met')] })
    const some = makeMutants(source).slice(0, 2)
    const steps: [number, number][] = []
    const results = [...runMutants(source, { mutants: some, progress: (done, total) => steps.push([done, total]) })]
    expect(results.map(({ mutant }) => mutant)).toEqual(some)
    expect(steps).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  it('do not listen to a case that fails anyhow', () => {
    const cases = [withSeats(3, 'not_met', 'a wrong expectation')]
    expect(outcomes({ requirements: [RULE], cases }).get(boundary)).toBe('survived')
  })

  it('are not tried on a pack with faults', () => {
    const broken = toyPack({ requirements: [requirement({ requires: { condition: 'kitchen.unheard' } })] })
    expect(() => [...runMutants(broken)]).toThrow(PackError)
  })
})

describe('the assessment', () => {
  const cases = [withSeats(2, 'not_met'), withSeats(4, 'met')]
  const survivor = 'rule/requires#operator:greaterThan'
  const assess = (equivalent: string[]) => {
    const files = toyFiles({ requirements: [RULE], cases, given: {} })
    const source = {
      files: {
        ...files,
        'mutants.json': {
          equivalent: equivalent.map((mutant) => ({ mutant, reason: words('无别', 'No difference.') })),
        },
      },
    }
    const { survivors, ...rest } = assessMutants(compile(source), runMutants(source))
    return { ...rest, survivors: survivors.map(({ mutant }) => mutant.id) }
  }

  it('lists the survivors without a reason and counts those with one', () => {
    const before = assess([])
    expect(before.survivors).toContain(survivor)
    const after = assess([survivor])
    expect(after.survivors).toEqual(before.survivors.filter((id) => id !== survivor))
    expect(after.equivalent).toBe(1)
    expect(after.mutants).toBe(before.mutants)
    expect(after.score).toBeGreaterThan(before.score)
  })

  it('names a reason for a mutant that is killed, or that there is not', () => {
    expect(assess(['rule/requires#operator:lessThan', 'rule/applies#dropped', survivor]).stale).toEqual([
      { mutant: 'rule/requires#operator:lessThan', why: 'killed' },
      { mutant: 'rule/applies#dropped', why: 'no-such-mutant' },
    ])
  })

  it('leaves the reasons out of the digest of the pack', () => {
    const files = toyFiles({ requirements: [RULE] })
    const noted = { files: { ...files, 'mutants.json': { equivalent: [] } } }
    expect(planOf(noted).content).toEqual(planOf({ files }).content)
  })
})
