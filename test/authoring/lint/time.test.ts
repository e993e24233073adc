import { describe, expect, it } from 'vitest'
import { dated, requirement, words, type ToyParts } from '../../support/toy-pack.ts'
import { lintsOf, placesOf } from './lint-toy.ts'

const instrument = (from?: string, to?: string) => ({
  title: words('守则', 'Code'),
  evidence: 'verified',
  inForce: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
})
const requires = { condition: 'kitchen.licensed' }

describe('a cited instrument', () => {
  const told = (rule: object, parts: ToyParts = {}) =>
    placesOf(
      lintsOf(
        {
          instruments: { old: instrument(undefined, '2015-01-01'), new: instrument('2018-01-01') },
          ...parts,
          requirements: [requirement({ requires, ...rule })],
        },
        ['instrument-not-in-force', 'basis-gap'],
      ),
    ).map((line) => line.replace('requirements/all.json#/requirements/0', ''))
  const cites = (...names: string[]) => ({ basis: names.map((name) => ({ instrument: name })) })

  it('that was repealed before the requirement begins is reported', () => {
    expect(told({ ...cites('new', 'old'), effective: { from: '2018-11-30' } })).toEqual([
      'instrument-not-in-force /basis/1',
    ])
    expect(told({ ...cites('old'), effective: { from: '2014-12-31' } })).toEqual([])
    expect(told({ ...cites('old'), effective: { from: '2015-01-01' } })).toEqual(['instrument-not-in-force /basis/0'])
  })

  it('counts only for the time for which it is cited', () => {
    const basis = [{ instrument: 'new', effective: { from: '2019-01-01', to: '2020-01-01' } }]
    expect(told({ basis, effective: { to: '2019-01-01' } })).toEqual(['instrument-not-in-force /basis/0'])
    expect(told({ basis, effective: { to: '2019-01-02' } })).toEqual([])
  })

  it('is looked at in exceptions, notes, values and profiles too', () => {
    const effective = { from: '2018-11-30' }
    const part = { id: 'part', text: words('话', 'Words'), when: requires, ...cites('old') }
    const parameter = { label: words('数', 'number'), type: 'integer' }
    const value = { value: 1, from: '2016-01-01', ...cites('old') }
    expect(
      told(
        { effective, unless: [{ ...part, status: 'review' }], notes: [part] },
        {
          parameters: { limit: { ...parameter, values: [value] } },
          profiles: [{ id: 'strict', label: words('从严', 'strict'), parameters: { limit: [value] } }],
        },
      ),
    ).toEqual([
      'instrument-not-in-force parameters.json#/parameters/limit/values/0/basis/0',
      'instrument-not-in-force profiles/strict.json#/parameters/limit/0/basis/0',
      'instrument-not-in-force /unless/0/basis/0',
      'instrument-not-in-force /notes/0/basis/0',
    ])
  })

  it('is looked at as later law, from the day on which that is told', () => {
    const laterRules = (id: string, from: string) => ({
      laterRules: [{ instrument: id, from, text: words('话', 'Words') }],
    })
    expect(told(laterRules('old', '2015-01-01'))).toEqual(['instrument-not-in-force /laterRules/0'])
    expect(told(laterRules('old', '2014-12-31'))).toEqual([])
    expect(told(laterRules('new', '2019-01-01'))).toEqual([])
  })

  it('that leaves a requirement without any basis for a time is reported, unless it cites a clause', () => {
    const gap = { ...cites('old', 'new'), effective: { from: '2014-01-01' }, force: 'must' }
    expect(told(gap)).toEqual([])
    expect(told({ ...gap, clauses: undefined })).toEqual(['basis-gap /basis/0'])
    expect(told({ ...gap, clauses: undefined, effective: { from: '2018-01-01' } })).toEqual([
      'instrument-not-in-force /basis/0',
    ])
  })
})

describe('a parameter', () => {
  const told = (rule: object, ...values: unknown[]) =>
    lintsOf(
      {
        parameters: { limit: { label: words('数', 'number'), type: 'integer', values } },
        requirements: [
          requirement({
            requires: { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } },
            ...rule,
          }),
        ],
      },
      ['parameter-not-set'],
    ).map(({ message }) => /in force (.*), when/.exec(message.en)?.[1])

  it('that begins after the requirement, or ends before it, is reported with the days', () => {
    const effective = { from: '2018-11-30' }
    expect(told({ effective }, dated(3, '2019-01-01'))).toEqual(['from 2018-11-30 and before 2019-01-01'])
    expect(told({ effective }, dated(3, '2018-01-01', '2020-01-01'))).toEqual(['from 2020-01-01'])
    expect(told({ effective: { ...effective, to: '2020-01-01' } }, dated(3, '2018-01-01', '2020-01-01'))).toEqual([])
    expect(told({ effective }, dated(3, undefined, '2019-01-01'), dated(4, '2019-01-01'))).toEqual([])
  })

  it('is also checked in profiles, whose values replace those of the pack', () => {
    const values = (from: string) => [dated(3, from)]
    const parts = (from: string): ToyParts => ({
      parameters: { limit: { label: words('数', 'number'), type: 'integer', values: [] } },
      profiles: [{ id: 'strict', label: words('从严', 'strict'), parameters: { limit: values(from) } }],
      requirements: [
        requirement({
          effective: { from: '2018-11-30' },
          requires: { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } },
        }),
      ],
    })
    expect(placesOf(lintsOf(parts('2018-11-30'), ['parameter-not-set']))).toEqual([])
    expect(placesOf(lintsOf(parts('2018-12-01'), ['parameter-not-set']))).toEqual([
      'parameter-not-set profiles/strict.json#/parameters/limit',
    ])
  })

  it('of a yearly duty is needed from the first year on', () => {
    const yearly = (from: number) => ({ effective: { from: '2018-11-30' }, recurs: { every: 'year', from } })
    expect(told(yearly(2019), dated(3, '2019-01-01'))).toEqual([])
    expect(told(yearly(2018), dated(3, '2019-01-01'))).toEqual(['from 2018-11-30 and before 2019-01-01'])
  })

  it('without any value is an open question, and a requirement without a first day has no beginning to fall short of', () => {
    expect(told({ effective: { from: '2018-11-30' } })).toEqual([])
    expect(told({}, dated(3, '2019-01-01'))).toEqual([])
  })
})
