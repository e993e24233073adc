import { compile, InputError } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'
import { drain } from './drain.ts'

const count = (of: string) => ({ label: words('数', 'count'), count: of })
const few = (id: string, subject: string, fact: string, value: number) =>
  requirement({ id, subject, requires: { fact, operator: 'greaterThanInclusive', value } })

/** Cooks stand two lists below the town. */
const policy = compile(
  toyPack({
    given: { 'town.mayor': { type: 'boolean', label: words('有镇长', 'has a mayor') } },
    derived: { 'town.cooks': count('cook'), 'town.kitchens': count('kitchen'), 'kitchen.cooks': count('cook') },
    requirements: [
      requirement({ id: 'trained', subject: 'cook', requires: { condition: 'cook.trained' } }),
      requirement({
        id: 'licensed',
        subject: 'cook',
        requires: { any: [{ condition: 'cook.trained' }, { condition: 'kitchen.licensed' }] },
      }),
      few('cooks', 'town', 'town.cooks', 3),
      few('kitchens', 'town', 'town.kitchens', 3),
      few('own-cooks', 'kitchen', 'kitchen.cooks', 3),
    ],
  }),
)
const OPTIONS = { asOf: '2019-01-01', scope: 'cook', detail: 'verdicts' } as const
const cooks = [
  { id: 'A', trained: true },
  { id: 'B', trained: false },
]

describe('a stream without a context', () => {
  const { results, end } = drain(policy.evaluateEach(cooks, OPTIONS))

  it('answers each record, with everything above it unknown', () => {
    const answers = results.map(({ id, findings }) => [id, ...findings!.map(({ status }) => status)])
    expect(answers).toEqual([
      ['A', 'met', 'met'],
      ['B', 'not_met', 'unknown'],
    ])
    expect(results[1]!.findings![0]!.subject.pointer).toBe('/kitchens/0/cooks/1')
  })

  it('takes the streamed records for all there are, and leaves open how many are above them', () => {
    const told = end.findings.map(({ requirement: id, status }) => `${id} ${status}`)
    expect(told).toEqual(['cooks not_met', 'kitchens unknown'])
  })

  it('finds nothing on records that nobody gave', () => {
    expect(end.findings.filter(({ subject }) => subject.scope === 'kitchen')).toEqual([])
  })

  it('takes a place of its own where a record names it, and no other', () => {
    const within = (_: unknown, position: number) => `/kitchens/${position}`
    const placed = drain(policy.evaluateEach(cooks, { ...OPTIONS, within })).results
    expect(placed[0]).toMatchObject({ id: 'A' })
    expect(placed[1]).toMatchObject({ problems: [{ code: 'unknown-parent', pointer: '/within' }] })
  })
})

it('a context that was given is taken at its word: without a parent in it, no record belongs anywhere', () => {
  const { results } = drain(policy.evaluateEach(cooks, { ...OPTIONS, context: { mayor: true } }))
  expect(results[0]).toMatchObject({ problems: [{ code: 'unknown-parent', pointer: '/within' }] })
})

it('a scope below a yearly one has no parent that could be supposed', () => {
  const yearly = compile(
    toyPack({
      scopes: { meal: { label: words('餐', 'meal'), in: 'year', list: 'meals' } },
      given: { 'meal.warm': { type: 'boolean', label: words('热', 'warm') } },
      requirements: [requirement({ id: 'warm', subject: 'meal', requires: { condition: 'meal.warm' } })],
    }),
  )
  const { results } = drain(yearly.evaluateEach([{ warm: true }], { asOf: '2019-01-01', scope: 'meal' }))
  expect(results[0]).toMatchObject({ problems: [{ code: 'unknown-parent' }] })
})

it('a record above the streamed ones that nobody gave may be the one that a reference names', () => {
  const home = { type: 'reference', to: 'kitchen', label: words('原厨房', 'former kitchen') }
  const referring = compile(
    toyPack({ given: { 'cook.home': home }, requirements: [few('one', 'cook', 'kitchen.seats', 1)] }),
  )
  const { results } = drain(referring.evaluateEach([{ id: 'A', home: 'K9' }], OPTIONS))
  expect(results).toMatchObject([{ id: 'A', conflicts: [] }])
})

it.each([null, 0, ''])('a context that is %j is refused, not taken for none', (context) => {
  expect(() => policy.evaluateEach(cooks, { ...OPTIONS, context })).toThrow(InputError)
})
