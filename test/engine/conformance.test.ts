import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { compileCondition } from '@tiaoli/engine'

/** Whether stock json-rules-engine finds a condition true. */
async function stock(
  condition: unknown,
  facts: Record<string, unknown>,
  named: Record<string, unknown> = {},
): Promise<boolean> {
  const engine = new Engine()
  for (const [name, item] of Object.entries(named)) engine.setCondition(name, item as never)
  engine.addRule({ conditions: { all: [condition] } as never, event: { type: 'holds' } })
  const { events } = await engine.run(facts)
  return events.length > 0
}

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

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
const facts = fc.record(FACTS)

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
  .oneof(
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
  )
  .chain(([fact, operator, value]) =>
    fc.constantFrom(
      leaf(fact, operator, value),
      leaf(fact, `not:${operator}`, value),
      leaf(fact, `not:not:${operator}`, value),
    ),
  )

const NAMED = { small: { all: [leaf('n', 'lessThan', 1)] }, early: { not: leaf('on', 'greaterThan', '2018-12-31') } }

const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
    fc.constantFrom({ condition: 'small' }, { condition: 'early' }),
  ),
}))

describe('stock json-rules-engine', () => {
  it('finds true just what a compiled condition does, where every fact is known', async () => {
    await fc.assert(
      fc.asyncProperty(condition, facts, async (item, known) => {
        expect(compileCondition(item, { conditions: NAMED })(known)).toBe(await stock(item, known, NAMED))
      }),
      { numRuns: 1500 },
    )
  })

  it('agrees on dotted paths', async () => {
    const item = { ...leaf('a', 'equal', 3), path: '$.b.c' }
    for (const known of [{ a: { b: { c: 3 } } }, { a: { b: { c: 4 } } }])
      expect(compileCondition(item)(known)).toBe(await stock(item, known))
  })
})

/** Where we differ on purpose, each with what the stock library does. */
describe('deliberate divergence from stock json-rules-engine', () => {
  const THROWS = 'throws'
  it.each<[string, unknown, Record<string, unknown>, boolean | undefined, boolean | typeof THROWS]>([
    ['texts that are no dates have no order', leaf('x', 'lessThan', '9'), { x: '10' }, false, true],
    ['a text is never compared with a number', leaf('x', 'greaterThan', 3), { x: '5' }, false, true],
    ['none on the value side has no order', leaf('x', 'greaterThan', null), { x: 5 }, false, true],
    ['a list has no order', leaf('x', 'greaterThan', 0), { x: [5] }, false, true],
    ['a text holds no other text', leaf('x', 'in', 'abc'), { x: 'b' }, false, true],
    ['"in" nothing is false', leaf('x', 'in', null), { x: 1 }, false, THROWS],
    ['"in" a number is false', leaf('x', 'in', 5), { x: 1 }, false, THROWS],
    ['some value of nothing is false', leaf('x', 'someValue:equal', null), { x: 1 }, false, THROWS],
    ['a missing fact is open', leaf('x', 'notEqual', 1), {}, undefined, THROWS],
    ['a path into what is no object is open', { ...leaf('x', 'equal', 'b'), path: '$.a' }, { x: 'b' }, undefined, true],
  ])('%s', async (_, item, known, ours, theirs) => {
    expect(compileCondition(item)(known)).toBe(ours)
    expect(await stock(item, known).catch(() => THROWS)).toBe(theirs)
  })
})
