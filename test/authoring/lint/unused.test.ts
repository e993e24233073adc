import { describe, expect, it } from 'vitest'
import { dated, requirement, words, type ToyParts } from '../../support/toy-pack.ts'
import { lintsOf } from './lint-toy.ts'

const integer = { type: 'integer', label: words('数', 'a number'), min: 0 }

function unused(parts: ToyParts): string[] {
  const codes = ['unused-fact', 'unused-parameter', 'unused-instrument', 'unused-body', 'unused-role'] as const
  const ordinary = new Set(['cook.since', 'cook.trained', 'kitchen.cleanedOn', 'kitchen.openedOn', 'kitchen.seats'])
  for (const name of ['kitchen.supplier', 'year.revenue', 'kitchen.licensed', 'inspector', 'office']) ordinary.add(name)
  return lintsOf(parts, codes).flatMap(({ code, about }) => (ordinary.has(about) ? [] : [`${code} ${about}`]))
}

const asks = (fact: string) => requirement({ requires: { fact, operator: 'greaterThan', value: 1 } })

describe('facts', () => {
  it('what a requirement, a check, a bound, a figure or a derived fact in use asks for is used', () => {
    const parts: ToyParts = {
      given: {
        'kitchen.asked': { ...integer, max: 'kitchen.bound' },
        'kitchen.bound': integer,
        'kitchen.behind': integer,
        'kitchen.checked': integer,
        'kitchen.shown': integer,
        'cook.shifts': integer,
      },
      derived: {
        'kitchen.sum': { label: words('和', 'sum'), add: ['kitchen.behind', 'kitchen.allShifts'] },
        'kitchen.allShifts': { label: words('班数', 'shifts'), sum: 'cook.shifts' },
      },
      checks: [
        {
          id: 'check',
          scope: 'kitchen',
          text: words('检查', 'check'),
          holds: { fact: 'kitchen.checked', operator: 'lessThan', value: 9 },
          taints: ['kitchen.checked'],
        },
      ],
      requirements: [
        asks('kitchen.asked'),
        { ...asks('kitchen.sum'), id: 'other', figures: { shown: 'kitchen.shown' } },
      ],
    }
    expect(unused(parts)).toEqual([])
  })

  it('what a statistics form counts or adds up, and what a register shows, is used', () => {
    const parts: ToyParts = {
      given: { 'kitchen.counted': integer, 'kitchen.added': integer, 'kitchen.shown': integer },
      tables: [
        {
          id: 'form',
          title: words('表', 'Form'),
          rows: [
            {
              id: 'many',
              label: words('多', 'many'),
              count: 'kitchen',
              where: { fact: 'kitchen.counted', operator: 'greaterThan', value: 1 },
            },
            { id: 'all', label: words('共', 'all'), sum: 'kitchen.added' },
          ],
        },
      ],
      registers: [
        {
          id: 'register',
          title: words('情况', 'Register'),
          duties: [{ requirement: 'licence', records: 'kitchen', shows: ['kitchen.shown'] }],
        },
      ],
    }
    expect(unused(parts)).toEqual([])
  })

  it('of a chain that nothing asks for, the end is reported and not what it is made of', () => {
    const parts: ToyParts = {
      given: { 'kitchen.behind': integer, 'kitchen.idle': integer },
      derived: {
        'kitchen.twice': { label: words('两倍', 'twice'), add: ['kitchen.behind', 'kitchen.behind'] },
        'kitchen.more': { label: words('更多', 'more'), add: ['kitchen.twice', 1] },
      },
    }
    expect(unused(parts)).toEqual(['unused-fact kitchen.idle', 'unused-fact kitchen.more'])
  })

  it('an attestation is one entry, used if one of its parts is', () => {
    const attestation = { type: 'attestation', label: words('证明', 'attested') }
    const given = { 'kitchen.tidy': attestation, 'kitchen.quiet': attestation }
    const requirements = [requirement({ requires: { condition: 'kitchen.tidy.value' } })]
    expect(unused({ given, requirements })).toEqual(['unused-fact kitchen.quiet'])
  })

  it('references that lead to what is asked for, or gather records, are used', () => {
    const told = (rule: object, derived = {}) =>
      lintsOf({ requirements: [requirement({ ...rule })], derived }, ['unused-fact']).map(({ about }) => about)
    const supplied = { 'supplier.kitchens': { label: words('厨房数', 'kitchens'), count: 'kitchen' } }
    const many = { fact: 'supplier.kitchens', operator: 'greaterThan', value: 1 }
    expect(told({ requires: { condition: 'kitchen.licensed' } })).toContain('kitchen.supplier')
    expect(told({ requires: { fact: 'supplier.id', operator: 'notEqual', value: null } })).not.toContain(
      'kitchen.supplier',
    )
    expect(told({ subject: 'supplier', requires: many }, supplied)).not.toContain('kitchen.supplier')
  })
})

it('parameters, instruments, bodies and roles that nothing names are reported, those in use are not', () => {
  const instrument = { title: words('守则', 'Code'), evidence: 'verified' }
  const parts: ToyParts = {
    pack: { bodies: { owner: words('经营者', 'owner'), boss: words('上级', 'boss'), guest: words('客人', 'guest') } },
    instruments: { code: instrument, letter: instrument, reform: instrument, rumour: instrument },
    parameters: {
      limit: { ...integer, values: [{ value: 3, basis: [{ instrument: 'letter' }] }] },
      spare: { ...integer, values: [dated(1)] },
    },
    requirements: [
      requirement({
        supervisor: 'boss',
        basis: [{ instrument: 'code' }],
        laterRules: [{ instrument: 'reform', from: '2020-01-01', text: words('改革', 'reform') }],
        requires: { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } },
      }),
    ],
    roles: { neighbour: words('邻居', 'neighbour') },
  }
  expect(unused(parts)).toEqual([
    'unused-role neighbour',
    'unused-instrument rumour',
    'unused-body guest',
    'unused-parameter parameters.spare',
  ])
  const given = { 'kitchen.tidy': { type: 'attestation', label: words('证明', 'attested') } }
  const requirements = [requirement({ requires: { condition: 'kitchen.tidy.value' } })]
  expect(unused({ given, requirements, roles: { neighbour: words('邻居', 'neighbour') } })).toEqual([])
})
