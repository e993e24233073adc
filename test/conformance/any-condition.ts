import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import type { NextOperator } from '@tiaoli/engine/condition'
import { leaf, type Facts, type Setting } from './point.ts'

const SYMBOL = Symbol('odd')
const SHARED = { a: 1 }

/** What is no number, text, truth or list of them: some of it compared as stock does, some of it refused. */
const odd = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    undefined,
    Number.NaN,
    Infinity,
    -Infinity,
    -0,
    0n,
    2n,
    -3n,
    SYMBOL,
    SHARED,
    Object.create(null),
    { valueOf: () => 3 },
    '',
    ' ',
    '3',
    '10',
    '9.5',
    'abc',
    '2019-02-30',
    '2019-01-01T08:00:00Z',
    '2019-01-01 08:00',
    '20190101',
  ),
  fc.constantFrom<unknown[]>(new Date(0), () => 1, Promise.resolve(1), runInNewContext('Promise.resolve(1)')),
)
const even = fc.oneof<fc.Arbitrary<unknown>[]>(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('a', 'b', '2018-12-31', '2019-01-01', '2019-02-28'),
  fc.boolean(),
)

/** A value of any kind, or a list of them, with or without holes, or lists of lists. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 4, arbitrary: even },
    { weight: 4, arbitrary: odd },
    { weight: 3, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.sparseArray(tie('value'), { maxNumElements: 3, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.record({ a: tie('value') }) },
  ),
}))

/** An object or list for paths to lead into. Into anything else they lead otherwise than in stock. */
const holder = fc.oneof(
  fc.record({ a: value, 'b c': fc.record({ '（元）': value }), length: value }, { requiredKeys: ['a'] }),
  fc.array(fc.oneof(value, fc.record({ a: value })), { maxLength: 2 }),
  fc.constant(null),
)

/** `x`, `y` and `z` of any kind; `o` and `p` are objects and lists. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({ x: value, y: value, z: value, o: holder, p: holder })

const path = fc.constantFrom(
  '$.a',
  'a',
  '$.a.a',
  '$[0]',
  '$.0.a',
  '$.a.length',
  '$.length',
  "$['b c']['（元）']",
  '$.a[0]',
)
const reference = fc.oneof(
  fc.record({ fact: fc.constantFrom('x', 'y', 'z') }),
  fc.record({ fact: fc.constantFrom('o', 'p'), path }),
)

const decorator = fc.constantFrom(
  'not',
  'not',
  'swap',
  'someFact',
  'everyFact',
  'someValue',
  'everyValue',
  'first',
  'returns',
)
const operator = fc.constantFrom(
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'own:same',
  'returns',
)
const named = fc
  .tuple(fc.array(decorator, { maxLength: 3 }), operator)
  .map(([decorators, name]) => [...decorators, name].join(':'))

export const anyLeaf = fc
  .tuple(reference, named, fc.oneof({ weight: 2, arbitrary: reference }, { weight: 1, arbitrary: value }))
  .map(([left, name, right]) => ({ ...leaf(left.fact, name, right), ...left }))

export const { condition: anyCondition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyLeaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

/** Operators and decorators of one's own, of which some return what is drawn. */
export const anySetting: fc.Arbitrary<Setting> = fc
  .oneof({ weight: 3, arbitrary: fc.boolean() }, { weight: 1, arbitrary: value })
  .map((returned) => ({
    operators: {
      'own:same': (a: unknown, b: unknown) => typeof a !== 'object' && Object.is(a, b),
      returns: (() => returned) as never,
    },
    decorators: {
      first: (fact: unknown, other: unknown, next: NextOperator) => Array.isArray(fact) && next(fact[0], other),
      returns: (() => returned) as never,
    },
  }))
