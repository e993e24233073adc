import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arithmetic } from '../../../packages/engine/src/formula/arithmetic.ts'
import type { Rounding } from '../../../packages/engine/src/formula/rounding.ts'
import { constant } from '../../../packages/engine/src/formula/operand-expressions.ts'
import { formatDay, parseDay } from '../../../packages/engine/src/values/date.ts'
import { parseRate } from '../../../packages/engine/src/values/rate.ts'
import { UNKNOWN, UNKNOWN_BUT_CERTAIN, Unknown, type Value } from '../../../packages/engine/src/values/value.ts'

type Name = Parameters<typeof arithmetic>[0]

function calculate(name: Name, operands: readonly Value[], rounding?: Rounding): Value {
  const expressions = operands.map((value) => constant('number', value))
  return arithmetic(name, 'integer', expressions, rounding).run(undefined as never, undefined as never)
}

const between = (least: number, greatest: number, certain = true) => new Unknown(least, greatest, certain)
const rate = (text: string) => parseRate(text)!

describe('multiplying by a rate', () => {
  it.each([
    [100, '1%', 'down', 1],
    [199, '1%', 'down', 1],
    [101, '1%', 'up', 2],
    [149, '1%', 'half-up', 1],
    [150, '1%', 'half-up', 2],
    [-150, '1%', 'down', -2],
    [-150, '1%', 'up', -1],
    [9_007_199_254_740_991, '100%', 'down', 9_007_199_254_740_991],
    [9_007_199_254_740_991, '1%', 'down', 90_071_992_547_409],
    [3, '33.333333%', 'down', 0],
  ] as [number, string, Rounding, number][])(
    '%i times %s, rounded %s, is exactly %i',
    (amount, percent, rounding, expected) => {
      expect(calculate('multiply', [amount, rate(percent)], rounding)).toBe(expected)
    },
  )

  it('is never a number where both are unknown', () => {
    expect(calculate('multiply', [UNKNOWN_BUT_CERTAIN, UNKNOWN_BUT_CERTAIN])).toBeInstanceOf(Unknown)
  })

  it('knows that a rate is never negative', () => {
    expect(calculate('multiply', [between(100, 200), UNKNOWN_BUT_CERTAIN])).toEqual(between(0, Infinity))
  })

  it('turns round for negative amounts', () => {
    expect(calculate('multiply', [between(-10_000, 100), between(rate('1%'), rate('2%'))])).toEqual(between(-200, 2))
  })
})

describe('exact integers', () => {
  it.each(['add', 'subtract'] as const)('refuses to %s past 2^53', (name) => {
    const large = Number.MAX_SAFE_INTEGER
    expect(() => calculate(name, name === 'add' ? [large, 1] : [-large, 2])).toThrow('9007199254740991')
  })

  it('adds in any order, past 2^53 and back', () => {
    const large = Number.MAX_SAFE_INTEGER
    expect(calculate('add', [large, 1, -1])).toBe(large)
    expect(calculate('add', [large, large, large, -large, -large])).toBe(large)
    expect(calculate('add', [large, 5, between(-10, 0)])).toEqual(between(large - 5, Infinity))
  })

  it('refuses a product past 2^53', () => {
    expect(() => calculate('multiply', [Number.MAX_SAFE_INTEGER, rate('101%')])).toThrow('9007199254740991')
  })

  it('does not fail for what an unknown amount merely might be', () => {
    expect(calculate('add', [between(0, Number.MAX_SAFE_INTEGER), 1])).toEqual(between(1, Infinity))
    expect(calculate('plusDays', [parseDay('2019-01-01')!, between(0, 1_000_000_000)])).toBeInstanceOf(Unknown)
  })

  it('refuses a date past the end of the calendar', () => {
    expect(() => calculate('plusDays', [parseDay('9999-12-31')!, 1])).toThrow('9999-12-31')
    for (const name of ['plusMonths', 'plusYears'] as const)
      for (const far of [120_000, 1_000_000, Number.MAX_SAFE_INTEGER])
        for (const number of [far, -far])
          expect(() => calculate(name, [parseDay('2019-01-01')!, number])).toThrow('9999-12-31')
  })
})

describe('dates', () => {
  it('ends a term of three years on the corresponding day, or the last of the month', () => {
    expect(formatDay(calculate('plusYears', [parseDay('2016-02-29')!, 3]) as number)).toBe('2019-02-28')
    expect(formatDay(calculate('plusMonths', [parseDay('2019-11-30')!, 3]) as number)).toBe('2020-02-29')
  })

  it('counts the days between two dates, with their sign', () => {
    const [a, b] = [parseDay('2019-02-28')!, parseDay('2020-03-01')!]
    expect(calculate('daysBetween', [a, b])).toBe(367)
    expect(calculate('daysBetween', [b, a])).toBe(-367)
  })
})

describe('shares', () => {
  it.each([
    [63, 79, '79.75%'],
    [1, 3, '33.33%'],
    [2, 3, '66.67%'],
    [1, 200_000, '0.00%'],
    [1, 20_000, '0.01%'],
    [0, 5, '0.00%'],
    [5, 5, '100.00%'],
    [-1, 3, '-33.33%'],
  ])('%i of %i is %s', (part, whole, expected) => {
    expect(calculate('share', [part, whole])).toBe(expected)
  })

  it('of zero is none', () => {
    expect(calculate('share', [0, 0])).toBeNull()
    expect(calculate('share', [UNKNOWN, 0])).toBeNull()
  })
})

describe('none', () => {
  it.each(['add', 'subtract', 'multiply', 'plusDays', 'daysBetween', 'share'] as const)('makes %s none', (name) => {
    expect(calculate(name, [null, 5])).toBeNull()
    expect(calculate(name, [5, null])).toBeNull()
    expect(calculate(name, [null, UNKNOWN])).toBeNull()
  })

  it('is skipped by least and greatest', () => {
    expect(calculate('least', [null, 5, 7])).toBe(5)
    expect(calculate('greatest', [null, 5, 7])).toBe(7)
    expect(calculate('least', [null, null])).toBeNull()
  })
})

describe('intervals', () => {
  const number = fc.integer({ min: -9, max: 9 })
  const open = fc
    .tuple(number, number, fc.boolean())
    .map(([a, b, certain]): Value => between(Math.min(a, b), Math.max(a, b), certain))
  const side = fc.oneof<fc.Arbitrary<Value>[]>(open, number, fc.constant(null))
  const rates = fc
    .tuple(fc.nat(9), fc.nat(9))
    .map(([a, b]) => between(Math.min(a, b) * 20_000_000, Math.max(a, b) * 20_000_000))

  function points(value: Value, step = 1): Value[] {
    if (!(value instanceof Unknown)) return [value]
    const inside: Value[] = value.certain ? [] : [null]
    for (let n = value.least; n <= value.greatest; n += step) inside.push(n)
    return inside
  }

  function expectWithin(result: Value, point: Value) {
    if (!(result instanceof Unknown)) expect(point).toBe(result)
    else if (point === null) expect(result.certain).toBe(false)
    else {
      expect(point as number).toBeGreaterThanOrEqual(result.least)
      expect(point as number).toBeLessThanOrEqual(result.greatest)
    }
  }

  it('hold every result that values inside can give', () => {
    const name = fc.constantFrom<Name[]>(
      'add',
      'subtract',
      'least',
      'greatest',
      'plusDays',
      'daysBetween',
      'plusMonths',
    )
    fc.assert(
      fc.property(name, side, side, (formula, a, b) => {
        const result = calculate(formula, [a, b])
        for (const x of points(a)) for (const y of points(b)) expectWithin(result, calculate(formula, [x, y]))
      }),
      { numRuns: 1000 },
    )
  })

  it('hold every product with a rate', () => {
    fc.assert(
      fc.property(side, rates, fc.constantFrom<Rounding[]>('down', 'up', 'half-up'), (a, b, rounding) => {
        const result = calculate('multiply', [a, b], rounding)
        for (const x of points(a))
          for (const y of points(b, 20_000_000)) expectWithin(result, calculate('multiply', [x, y], rounding))
      }),
      { numRuns: 1000 },
    )
  })
})
