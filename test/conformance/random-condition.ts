import fc from 'fast-check'
import { leaf, type Facts } from './point.ts'

const number = fc.integer({ min: -3, max: 3 })
const date = fc.constantFrom('2018-12-31', '2019-01-01', '2019-02-28')
const FACTS = {
  n: number,
  m: number,
  on: date,
  until: date,
  yes: fc.boolean(),
  name: fc.constantFrom('a', 'b', '10', '9'),
  list: fc.array(number, { maxLength: 3 }),
  none: fc.constant(null),
}
export const facts: fc.Arbitrary<Facts> = fc.record(FACTS)

const order = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive')
const equality = fc.constantFrom('equal', 'notEqual')
const membership = fc.constantFrom('in', 'notIn')
const content = fc.constantFrom('contains', 'doesNotContain')
const each = fc.constantFrom('some', 'every')
const numbers = fc.array(number, { minLength: 1, maxLength: 3 })
const literal = fc.oneof<fc.Arbitrary<unknown>[]>(
  number,
  fc.boolean(),
  fc.constantFrom('a', 'b', '2019-01-01'),
  fc.constant(null),
)

/** Leaves on which both libraries must agree: every operator and decorator, on sides that have the types they ask for. */
const leaves = fc
  .tuple(
    fc.oneof(
      fc.tuple(
        fc.constantFrom('n', 'm'),
        order,
        fc.oneof<fc.Arbitrary<unknown>[]>(number, fc.constantFrom({ fact: 'n' }, { fact: 'm' })),
      ),
      fc.tuple(
        fc.constantFrom('on', 'until'),
        order,
        fc.oneof<fc.Arbitrary<unknown>[]>(date, fc.constantFrom({ fact: 'on' }, { fact: 'until' })),
      ),
      fc.tuple(fc.constantFrom('none', 'yes'), order, number),
      fc.tuple(
        fc.constantFrom('n', 'on', 'yes', 'name', 'none'),
        equality,
        fc.oneof(literal, fc.constantFrom({ fact: 'n' }, { fact: 'name' }, { fact: 'none' })),
      ),
      fc.tuple(
        fc.constantFrom('n', 'name', 'none'),
        membership,
        fc.oneof<fc.Arbitrary<unknown>[]>(numbers, fc.constant(['a', null]), fc.constant({ fact: 'list' })),
      ),
      fc.tuple(fc.constantFrom('list', 'n', 'none'), content, number),
      fc.tuple(
        fc.constant('list'),
        fc.tuple(each, fc.oneof(order, equality)).map(([some, operator]) => `${some}Fact:${operator}`),
        number,
      ),
      fc.tuple(
        fc.constant('n'),
        fc.tuple(each, fc.oneof(order, equality)).map(([some, operator]) => `${some}Value:${operator}`),
        numbers,
      ),
      fc.tuple(
        fc.constant('list'),
        fc.tuple(each, each, order).map(([a, b, operator]) => `${a}Fact:${b}Value:${operator}`),
        numbers,
      ),
      fc.tuple(
        fc.constant('n'),
        order.map((operator) => `swap:${operator}`),
        number,
      ),
      fc.tuple(fc.constant('n'), fc.constant('swap:contains'), numbers),
    ),
    fc.constantFrom('', 'not:', 'not:not:'),
  )
  .map(([[fact, operator, value], negation]) => leaf(fact, `${negation}${operator}`, value))

/** Named conditions that a random condition may use. */
export const NAMED = {
  small: { all: [leaf('n', 'lessThan', 1)] },
  early: { not: leaf('on', 'greaterThan', '2018-12-31') },
}

export const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
    fc.constantFrom({ condition: 'small' }, { condition: 'early' }),
  ),
}))
