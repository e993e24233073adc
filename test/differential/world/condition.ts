import fc from 'fast-check'
import { DAYS, type Vocabulary } from './catalogue.ts'

export type Json = Record<string, unknown>

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const ORDERS = oneOf('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive')
const EQUALITY = oneOf('equal', 'notEqual')
const SINGLE = fc.oneof(EQUALITY, ORDERS)
const MEMBERSHIP = oneOf('in', 'notIn', 'swap:contains', 'swap:doesNotContain')

/** An operator with up to two decorators before it. */
const decorated = (decorators: string[], operator: fc.Arbitrary<string>) =>
  fc.tuple(fc.array(oneOf(...decorators), { maxLength: 2 }), operator).map((parts) => parts.flat().join(':'))

const overList = (operator: fc.Arbitrary<string>) =>
  fc.oneof(
    decorated(['not'], MEMBERSHIP),
    fc
      .tuple(oneOf('', 'not:'), oneOf('someValue', 'everyValue'), decorated(['not', 'swap'], operator))
      .map(([before, over, single]) => `${before}${over}:${single}`),
  )

export const number = fc.integer({ min: -1, max: 6 })
export const rate = oneOf('0%', '1%', '2.5%', '100%')
export const day = oneOf(...DAYS)
export const id = oneOf('A', 'B', 'C')

/** Leaves about facts of one type: against literals, none, lists and one another. */
function leavesOf(
  names: readonly string[],
  literal: fc.Arbitrary<unknown>,
  operator: fc.Arbitrary<string>,
): fc.Arbitrary<Json>[] {
  if (names.length === 0) return []
  const fact = oneOf(...names)
  const orNone = fc.option(literal, { freq: 5 })
  const other = names.length > 1 ? fc.record({ fact }) : literal
  return [
    fc.record({ fact, operator: decorated(['not', 'swap'], operator), value: fc.oneof(orNone, orNone, other) }),
    fc.record({ fact, operator: overList(operator), value: fc.array(orNone, { minLength: 1, maxLength: 3 }) }),
  ]
}

function leaf(vocabulary: Vocabulary): fc.Arbitrary<Json> {
  const { integers, money, rates, dates, flags, enums, ids } = vocabulary
  const named = flags.length > 0 ? [fc.record({ condition: oneOf(...flags) })] : []
  return fc.oneof(
    ...leavesOf(integers, number, SINGLE),
    ...leavesOf(money, number, SINGLE),
    ...leavesOf(rates, rate, SINGLE),
    ...leavesOf(dates, day, SINGLE),
    ...leavesOf(flags, fc.boolean(), EQUALITY).slice(0, 1),
    ...leavesOf(enums, oneOf('x', 'y', 'z'), EQUALITY),
    ...leavesOf(ids, id, EQUALITY),
    ...named,
    ...named,
  )
}

/** A condition over what a vocabulary names. */
export function conditionOver(vocabulary: Vocabulary, maxDepth = 3): fc.Arbitrary<Json> {
  const { condition } = fc.letrec<{ condition: Json }>((tie) => ({
    condition: fc.oneof(
      { maxDepth, withCrossShrink: true },
      { weight: 2, arbitrary: leaf(vocabulary) },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ not: tie('condition') }) },
    ),
  }))
  return condition
}
