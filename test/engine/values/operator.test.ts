import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOperator, testOf, type Comparable } from '../../../packages/engine/src/values/operator.ts'
import { UNKNOWN, UNKNOWN_BUT_CERTAIN, Unknown, type Value } from '../../../packages/engine/src/values/value.ts'

function ask(fact: Comparable, operator: string, value: Comparable) {
  const parsed = parseOperator(operator)
  if ('unknown' in parsed) throw new Error(`no operator ${parsed.unknown}`)
  return testOf(parsed)(fact, value)
}

const between = (least: number, greatest: number, certain = true) => new Unknown(least, greatest, certain)
const ORDERS = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const

describe('none', () => {
  it.each(ORDERS)('makes %s false on either side, and its negation true', (operator) => {
    expect(ask(null, operator, 3)).toBe(false)
    expect(ask(3, operator, null)).toBe(false)
    expect(ask(null, `not:${operator}`, 3)).toBe(true)
    expect(ask(null, operator, UNKNOWN)).toBe(false)
  })

  it('equals none and nothing else', () => {
    expect(ask(null, 'equal', null)).toBe(true)
    expect(ask(null, 'equal', 0)).toBe(false)
    expect(ask(null, 'equal', false)).toBe(false)
    expect(ask(3, 'notEqual', null)).toBe(true)
  })

  it('can be in a list', () => {
    expect(ask(null, 'in', ['a', null])).toBe(true)
    expect(ask(null, 'notIn', ['a', 'b'])).toBe(true)
  })
})

describe('what is unknown', () => {
  it('leaves every comparison open where nothing narrows it', () => {
    for (const operator of ['equal', 'notEqual', ...ORDERS]) expect(ask(UNKNOWN, operator, 3)).toBeUndefined()
    expect(ask(UNKNOWN, 'in', [1, 2])).toBeUndefined()
  })

  it('is not none where there certainly is a value', () => {
    expect(ask(UNKNOWN_BUT_CERTAIN, 'equal', null)).toBe(false)
    expect(ask(UNKNOWN_BUT_CERTAIN, 'notEqual', null)).toBe(true)
    expect(ask(UNKNOWN, 'notEqual', null)).toBeUndefined()
  })

  it('is decided early by its interval', () => {
    expect(ask(between(0, 2), 'lessThan', 3)).toBe(true)
    expect(ask(between(0, 3), 'lessThan', 3)).toBeUndefined()
    expect(ask(between(3, 9), 'lessThan', 3)).toBe(false)
    expect(ask(between(4, 9), 'equal', 3)).toBe(false)
    expect(ask(between(0, 2), 'in', [5, 6])).toBe(false)
  })

  it('is never called less if it may turn out to be none', () => {
    expect(ask(between(0, 2, false), 'lessThan', 3)).toBeUndefined()
    expect(ask(between(3, 9, false), 'lessThan', 3)).toBe(false)
  })

  it('may equal another unknown only where the intervals meet', () => {
    expect(ask(between(0, 2), 'equal', between(3, 4))).toBe(false)
    expect(ask(between(0, 2), 'equal', between(2, 4))).toBeUndefined()
    expect(ask(between(0, 2, false), 'equal', between(3, 4, false))).toBeUndefined()
    expect(ask(between(0, 2, false), 'equal', between(3, 4, true))).toBe(false)
  })
})

describe('types', () => {
  it('never reads a text as a number', () => {
    expect(ask('10', 'lessThan', '9')).toBe(false)
    expect(ask('10', 'greaterThan', '9')).toBe(false)
    expect(ask('5', 'greaterThan', 3)).toBe(false)
    expect(ask('5', 'equal', 5)).toBe(false)
  })

  it('orders ISO dates', () => {
    expect(ask('2019-01-01', 'lessThan', '2019-02-01')).toBe(true)
    expect(ask('2019-02-30', 'greaterThan', '2019-02-01')).toBe(false)
  })

  it.each([true, [1, 2], {}])('gives %j no order', (odd) => {
    for (const operator of ORDERS) expect(ask(odd, operator, 0)).toBe(false)
  })
})

describe('lists and decorators', () => {
  it.each([
    [2, 'in', [1, 2], true],
    [2, 'notIn', [1, 2], false],
    [[1, 2], 'contains', 2, true],
    [[1, 2], 'doesNotContain', 3, true],
    [3, 'not:equal', 3, false],
    [5, 'swap:lessThan', 3, true],
    [5, 'not:swap:lessThan', 3, false],
    [[1, 5], 'someFact:greaterThan', 4, true],
    [[1, 5], 'everyFact:greaterThan', 4, false],
    [4, 'someValue:greaterThan', [3, 9], true],
    [4, 'everyValue:greaterThan', [3, 9], false],
    [[1, 5], 'everyFact:someValue:equal', [1, 5, 7], true],
    [[1, 6], 'everyFact:in', [1, 5, 7], false],
    [[], 'everyFact:equal', 1, true],
    [[], 'someFact:equal', 1, false],
  ] as [Comparable, string, Comparable, boolean][])('%j %s %j is %s', (fact, operator, value, expected) => {
    expect(ask(fact, operator, value)).toBe(expected)
  })

  it('asks nothing of what is no list', () => {
    expect(ask(3, 'someFact:equal', 3)).toBe(false)
    expect(ask(3, 'in', 3)).toBe(false)
    expect(ask(null, 'doesNotContain', 3)).toBe(false)
  })

  it('finds one hit in a list although other entries are unknown', () => {
    expect(ask([UNKNOWN, 2], 'contains', 2)).toBe(true)
    expect(ask([UNKNOWN, 3], 'contains', 2)).toBeUndefined()
  })

  it('names the part of an operator that it does not know', () => {
    expect(parseOperator('not:lesThan')).toMatchObject({ unknown: 'lesThan' })
    expect(parseOperator('nott:lessThan')).toMatchObject({ unknown: 'nott' })
    expect(parseOperator('')).toMatchObject({ unknown: '' })
    expect(parseOperator('constructor')).toMatchObject({ unknown: 'constructor' })
  })
})

describe('intervals are sound', () => {
  const bound = fc.integer({ min: -5, max: 5 })
  const open = fc
    .record({ a: bound, b: bound, certain: fc.boolean(), least: fc.boolean(), greatest: fc.boolean() })
    .map(({ a, b, certain, least, greatest }) =>
      between(least ? Math.min(a, b) : -Infinity, greatest ? Math.max(a, b) : Infinity, certain),
    )
  const side = fc.oneof<fc.Arbitrary<Value>[]>(open, fc.integer({ min: -6, max: 6 }), fc.constant(null))
  const operator = fc.constantFrom(
    'equal',
    'notEqual',
    'not:equal',
    ...ORDERS,
    ...ORDERS.flatMap((name) => [`not:${name}`, `swap:${name}`]),
  )

  /** Every value that a side may turn out to be, within reach of the other. */
  function points(value: Value): Value[] {
    if (!(value instanceof Unknown)) return [value]
    const numbers: Value[] = []
    for (let n = Math.max(value.least, -8); n <= Math.min(value.greatest, 8); n++) numbers.push(n)
    return value.certain ? numbers : [...numbers, null]
  }

  it('so a comparison once decided is the same for every value inside', () => {
    fc.assert(
      fc.property(side, operator, side, (fact, name, value) => {
        const decided = ask(fact, name, value)
        if (decided === undefined) return
        for (const a of points(fact)) for (const b of points(value)) expect(ask(a, name, b)).toBe(decided)
      }),
      { numRuns: 2000 },
    )
  })

  it('and an order is left open only where the values inside disagree', () => {
    fc.assert(
      fc.property(side, fc.constantFrom(...ORDERS), side, (fact, name, value) => {
        if (ask(fact, name, value) !== undefined) return
        const answers = new Set(points(fact).flatMap((a) => points(value).map((b) => ask(a, name, b))))
        expect(answers.size).toBe(2)
      }),
      { numRuns: 2000 },
    )
  })
})
