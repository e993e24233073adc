import { compareCases, compareFindings } from '@tiaoli/authoring'
import { compile, EvaluationError } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { compiledPack, readSample } from '../../load-packs.ts'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const parts = (value: number, more: ToyParts = {}): ToyParts => ({
  requirements: [
    requirement({ id: 'small', requires: { fact: 'kitchen.seats', operator: 'lessThan', value } }),
    requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
  ],
  ...more,
})
const policy = (...args: Parameters<typeof parts>) => compile(toyPack(parts(...args)))
const kitchens = Array.from({ length: 10 }, (_, i) => ({ id: `K${i}`, seats: i, licensed: true }))
const asOf = '2019-01-01'

it('counts what flips by requirement and by transition, with a bounded number of examples', () => {
  const { examples, ...counts } = compareFindings(policy(9), policy(4), { kitchens }, { asOf }, { examples: 2 })
  const transitions = [{ from: 'met', to: 'not_met', count: 5 }]
  expect(counts).toEqual({
    compared: 20,
    flipped: 5,
    transitions,
    requirements: [{ requirement: 'small', flipped: 5, transitions }],
    refused: [],
  })
  expect(examples.map(({ requirement: id, subject, from, to }) => [id, subject.id, from, to])).toEqual([
    ['small', 'K4', 'met', 'not_met'],
    ['small', 'K5', 'met', 'not_met'],
  ])
})

it('a requirement that only one pack has flips from or to absent', () => {
  const { transitions } = compareFindings(policy(9), compile(toyPack()), { kitchens }, { asOf })
  expect(transitions).toEqual([
    { from: 'met', to: 'absent', count: 9 },
    { from: 'not_met', to: 'absent', count: 1 },
  ])
})

it('years of one subject are paired each with its own', () => {
  const yearly = (value: number) => {
    const requires = { fact: 'year.revenue', operator: 'lessThan', value }
    return compile(toyPack({ requirements: [requirement({ recurs: { every: 'year', from: 2016 }, requires })] }))
  }
  const years = { '2016': { revenue: 5 }, '2017': { revenue: 1 }, '2018': { revenue: 7 } }
  const options = { asOf, periods: [2016, 2017, 2018] }
  const { compared, examples } = compareFindings(yearly(9), yearly(4), { kitchens: [{ id: 'K', years }] }, options)
  expect(compared).toBe(3)
  expect(examples.map(({ period }) => period)).toEqual([2016, 2018])
})

it('the same rules flip nothing, and turning the packs round turns the transitions round', () => {
  const ganzhou = compiledPack('ganzhou-2018-32')
  const same = compareFindings(ganzhou, ganzhou, readSample(), { asOf })
  expect(same.compared).toBeGreaterThan(1000)
  expect(same.flipped).toBe(0)
  const to = compareFindings(policy(9), policy(4), { kitchens }, { asOf })
  const back = compareFindings(policy(4), policy(9), { kitchens }, { asOf })
  expect(back.transitions).toEqual(to.transitions.map(({ from, to: end, count }) => ({ from: end, to: from, count })))
})

it('cases are compared each under its own day, those of both packs', () => {
  const item = (id: string, seats: number) => ({
    id,
    asOf,
    ledger: { kitchens: [{ id: 'K', seats }] },
    expect: [{ requirement: 'small', status: 'met' }],
  })
  const [old, now] = [policy(9, { cases: [item('A', 5), item('B', 1)] }), policy(4, { cases: [item('B', 6)] })]
  expect(compareCases(old, now).examples).toMatchObject([
    { case: 'A', requirement: 'small', from: 'met', to: 'not_met' },
    { case: 'B', requirement: 'small', from: 'met', to: 'not_met' },
  ])
})

it('stops where one of the packs gives more findings than allowed', () => {
  const compared = (maxFindings: number) => () =>
    compareFindings(policy(9), compile(toyPack()), { kitchens }, { asOf, maxFindings }).compared
  expect(compared(20)()).toBe(20)
  expect(compared(19)).toThrow(EvaluationError)
})

it('a ledger that one pack refuses is reported and not compared', () => {
  const given = { 'kitchen.mood': { type: 'id', label: words('心情', 'mood') } }
  const ledger = { kitchens: [{ id: 'K', mood: 'good' }] }
  const { compared, refused } = compareFindings(policy(9, { given }), policy(9), ledger, { asOf })
  expect(compared).toBe(0)
  expect(refused).toMatchObject([{ pack: 'after', problems: [{ pointer: '/kitchens/0/mood' }] }])
})
