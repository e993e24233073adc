import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EvaluationError } from '@tiaoli/engine'
import { findingOn, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const TRAINED = { condition: 'cook.trained' }
const given = {
  'cook.hours': { type: 'integer', label: words('工时', 'hours'), min: 0 },
  'cook.tips': { type: 'money', label: words('小费', 'tips') },
}
const yes = { trained: true }
const no = { trained: false }
const open = {}

function asks(formula: Record<string, unknown>, operator: string, value: unknown): ToyParts {
  return {
    given,
    derived: { 'kitchen.result': { label: words('结果', 'result'), ...formula } },
    requirements: [requirement({ requires: leaf('kitchen.result', operator, value) })],
  }
}
const status = (parts: ToyParts, cooks: unknown[] | undefined) => findingOn(parts, cooks ? { cooks } : {}).status

describe('some', () => {
  const some = asks({ some: 'cook', where: TRAINED }, 'equal', true)
  it.each([
    [[no, yes, open], 'met'],
    [[no, open], 'unknown'],
    [[no, no], 'not_met'],
    [[], 'not_met'],
    [undefined, 'unknown'],
  ])('of %j is %s', (cooks, expected) => {
    expect(status(some, cooks)).toBe(expected)
  })
})

describe('every', () => {
  const every = asks({ every: 'cook', where: leaf('cook.hours', 'greaterThan', 10), holds: TRAINED }, 'equal', true)
  it.each([
    [
      [
        { ...yes, hours: 20 },
        { ...no, hours: 5 },
      ],
      'met',
    ],
    [
      [
        { ...no, hours: 20 },
        { ...open, hours: 20 },
      ],
      'not_met',
    ],
    [[{ ...no }], 'unknown'],
    [[{ ...yes }], 'met'],
    [[{ hours: 20 }], 'unknown'],
    [[{ hours: 5 }], 'met'],
    [[], 'met'],
    [undefined, 'unknown'],
  ])('of %j is %s', (cooks, expected) => {
    expect(status(every, cooks)).toBe(expected)
  })
})

describe('count', () => {
  it.each([
    ['lessThan', 2, [yes, no], 'met'],
    ['lessThan', 3, [yes, open], 'met'],
    ['lessThan', 2, [yes, open], 'unknown'],
    ['lessThan', 1, [yes, open], 'not_met'],
    ['greaterThanInclusive', 0, undefined, 'met'],
    ['equal', 4, [yes, open, open], 'not_met'],
    ['equal', 0, [], 'met'],
  ] as [string, number, unknown[] | undefined, string][])('%s %i of %j is %s', (operator, value, cooks, expected) => {
    expect(status(asks({ count: 'cook', where: TRAINED }, operator, value), cooks)).toBe(expected)
  })
})

describe('sum', () => {
  const sum = (operator: string, value: number, where?: unknown) =>
    asks({ sum: 'cook.hours', ...(where ? { where } : {}) }, operator, value)

  it('adds what is known, and takes an unknown amount from its least', () => {
    expect(status(sum('equal', 7), [{ hours: 3 }, { hours: 4 }])).toBe('met')
    expect(status(sum('greaterThanInclusive', 3), [{ hours: 3 }, {}])).toBe('met')
    expect(status(sum('greaterThanInclusive', 4), [{ hours: 3 }, {}])).toBe('unknown')
  })

  it('counts a record that may not belong for nothing at least', () => {
    expect(status(sum('lessThanInclusive', 7, TRAINED), [{ hours: 3, ...yes }, { hours: 4 }])).toBe('met')
    expect(status(sum('greaterThanInclusive', 7, TRAINED), [{ hours: 3, ...yes }, { hours: 4 }])).toBe('unknown')
  })

  it('of nothing is zero', () => {
    expect(status(sum('equal', 0), [])).toBe('met')
  })

  it('is open downwards where amounts may be negative', () => {
    expect(status(asks({ sum: 'cook.tips' }, 'greaterThanInclusive', 0), [{ tips: 5 }, {}])).toBe('unknown')
  })

  it('fails rather than be wrong past 2^53', () => {
    const large = Number.MAX_SAFE_INTEGER
    expect(() => status(sum('equal', 7), [{ hours: large }, { hours: 1 }])).toThrow(EvaluationError)
  })

  it('fails where it is certainly past 2^53, whatever the blanks are', () => {
    const hours = [{ hours: Number.MAX_SAFE_INTEGER }, {}, { hours: 1 }]
    expect(() => status(sum('equal', 7), hours)).toThrow(EvaluationError)
  })

  it('does not fail for a blank that may be too large', () => {
    const bounded = { 'cook.hours': { ...given['cook.hours'], max: Number.MAX_SAFE_INTEGER } }
    const parts = { ...sum('greaterThanInclusive', 1), given: bounded }
    expect(status(parts, [{}, { hours: 1 }])).toBe('met')
    expect(status(parts, [{ hours: 1 }, {}])).toBe('met')
  })

  it('is exact in any order, even where it is past 2^53 on the way', () => {
    const large = Number.MAX_SAFE_INTEGER
    const tip = fc.constantFrom(large, -large, large - 1, 1, -1, 0)
    const adds = (tips: readonly number[], result: number) =>
      status(
        asks({ sum: 'cook.tips' }, 'equal', result),
        tips.map((amount) => ({ tips: amount })),
      )
    fc.assert(
      fc.property(fc.array(tip, { maxLength: 6 }), fc.nat(), (tips, turn) => {
        const whole = tips.reduce((total, amount) => total + BigInt(amount), 0n)
        const turned = tips.map((_, i) => tips[(i + turn) % tips.length]!)
        if (Number.isSafeInteger(Number(whole))) expect(adds(turned, Number(whole))).toBe('met')
        else expect(() => adds(turned, 0)).toThrow(EvaluationError)
      }),
    )
  })

  it('does not fail for an amount that may not belong', () => {
    const large = Number.MAX_SAFE_INTEGER
    expect(status(sum('equal', large, TRAINED), [{ hours: large, ...yes }, { hours: large }])).toBe('unknown')
  })
})

describe('least and greatest', () => {
  const least = (operator: string, value: unknown) => asks({ least: 'cook.hours' }, operator, value)

  it('of nothing are none', () => {
    expect(status(least('equal', null), [])).toBe('met')
  })

  it('are bounded by what is known', () => {
    expect(status(least('lessThanInclusive', 5), [{ hours: 5 }, {}])).toBe('met')
    expect(status(least('lessThan', 5), [{ hours: 5 }, {}])).toBe('unknown')
    expect(status(asks({ greatest: 'cook.hours' }, 'greaterThanInclusive', 5), [{ hours: 5 }, {}])).toBe('met')
  })

  it('skip none', () => {
    const first = asks({ least: 'cook.since' }, 'equal', '2018-05-01')
    expect(status(first, [{ since: null }, { since: '2018-05-01' }, { since: '2019-05-01' }])).toBe('met')
  })
})

describe('what is missing for a formula over records', () => {
  const count = asks({ count: 'cook', where: TRAINED }, 'greaterThanInclusive', 2)

  it('is the fact of each record that could change it', () => {
    const finding = findingOn(count, { cooks: [yes, open, no, open] })
    expect(finding.missing.map(({ pointer }) => pointer)).toEqual([
      '/kitchens/0/cooks/1/trained',
      '/kitchens/0/cooks/3/trained',
    ])
  })

  it('is the list of its own record, not that of another', () => {
    const { findings } = reportOn(count, { kitchens: [{}, {}] })
    expect(findings.map(({ missing }) => missing.map(({ pointer }) => pointer))).toEqual([
      ['/kitchens/0/cooks'],
      ['/kitchens/1/cooks'],
    ])
  })

  it('is the list of yearly records where the formula is over years', () => {
    const years = asks({ count: 'year' }, 'greaterThanInclusive', 2)
    expect(findingOn(years, {}).missing.map(({ pointer }) => pointer)).toEqual(['/kitchens/0/years'])
  })

  it('is every list on the way, for records two levels below', () => {
    const parts: ToyParts = {
      derived: { 'town.trained': { label: words('受训人数', 'trained'), count: 'cook', where: TRAINED } },
      requirements: [requirement({ subject: 'town', requires: leaf('town.trained', 'greaterThan', 5) })],
    }
    const missing = (ledger: unknown) => reportOn(parts, ledger).findings[0]!.missing.map(({ pointer }) => pointer)
    expect(missing({})).toEqual(['/kitchens'])
    expect(missing({ kitchens: [{}, { cooks: [open] }] })).toEqual(['/kitchens/1/cooks/0/trained', '/kitchens/0/cooks'])
  })
})
