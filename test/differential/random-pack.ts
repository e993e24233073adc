import type { PackSource } from '@tiaoli/engine'
import fc from 'fast-check'

const text = (en: string) => ({ zh: en, en })

const NUMBERS = [
  'unit.a',
  'unit.b',
  'unit.c',
  'unit.count',
  'unit.total',
  'unit.lowest',
  'unit.difference',
  'parameters.limit',
]
const FLAGS = ['unit.flag', 'unit.some', 'unit.every', 'unit.given', 'unit.named', 'group.named']

const given = {
  'unit.a': { type: 'integer', label: text('a'), none: text('no a') },
  'unit.b': { type: 'integer', label: text('b'), min: 0, max: 4 },
  'unit.c': { type: 'integer', label: text('c'), min: 'unit.b', max: 5 },
  'unit.flag': { type: 'boolean', label: text('flag'), none: text('no flag') },
  'unit.kind': {
    type: 'enum',
    label: text('kind'),
    none: text('no kind'),
    values: { x: text('x'), y: text('y'), z: text('z') },
  },
  'unit.day': { type: 'date', label: text('day'), none: text('no day') },
  'unit.done': { type: 'date', label: text('done'), none: text('not done') },
  'unit.group': { type: 'reference', to: 'group', label: text('group'), none: text('no group') },
  'group.id': { type: 'id', label: text('id') },
  'group.n': { type: 'integer', label: text('n'), min: 0 },
  'item.n': { type: 'integer', label: text('n'), min: 0, max: 3, none: text('no n') },
  'item.ok': { type: 'boolean', label: text('ok') },
}

const derived = {
  'unit.count': { label: text('count'), count: 'item', where: { condition: 'item.ok' } },
  'unit.total': { label: text('total'), sum: 'item.n' },
  'unit.lowest': { label: text('lowest'), least: 'item.n', where: { condition: 'item.ok' } },
  'unit.difference': { label: text('difference'), subtract: ['unit.a', 'unit.b'] },
  'unit.some': { label: text('some'), some: 'item', where: { fact: 'item.n', operator: 'greaterThan', value: 1 } },
  'unit.every': { label: text('every'), every: 'item', holds: { condition: 'item.ok' } },
  'unit.given': { label: text('given'), when: { fact: 'unit.a', operator: 'notEqual', value: null } },
  'group.named': { label: text('group'), when: { fact: 'group.n', operator: 'greaterThan', value: 2 } },
}

const anyOf = <T>(...values: T[]) => fc.constantFrom(...values)
const number = fc.integer({ min: -1, max: 6 })
const day = anyOf('2019-01-01', '2019-02-01', '2019-03-01')
const orders = anyOf('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive')
const single = fc.oneof(anyOf('equal', 'notEqual'), orders)
const decorated = (decorators: string[], operator: fc.Arbitrary<string>) =>
  fc.tuple(fc.array(anyOf(...decorators), { maxLength: 2 }), operator).map((parts) => parts.flat().join(':'))

const overList = fc.oneof(
  decorated(['not'], anyOf('in', 'notIn', 'swap:contains', 'swap:doesNotContain')),
  fc
    .tuple(anyOf('', 'not:'), anyOf('someValue', 'everyValue'), decorated(['not', 'swap'], single))
    .map(([before, over, operator]) => `${before}${over}:${operator}`),
)

const flags = fc.record({
  fact: anyOf(...FLAGS),
  operator: decorated(['not', 'swap'], anyOf('equal', 'notEqual')),
  value: anyOf(true, false, null),
})
const leaf = fc.oneof(
  fc.record({
    fact: anyOf(...NUMBERS),
    operator: decorated(['not', 'swap'], single),
    value: fc.oneof(number, fc.constant(null), fc.record({ fact: anyOf(...NUMBERS) })),
  }),
  fc.record({
    fact: anyOf(...NUMBERS),
    operator: overList,
    value: fc.array(fc.oneof(number, fc.constant(null)), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    fact: anyOf('unit.day', 'unit.done', 'asOf'),
    operator: decorated(['not', 'swap'], single),
    value: fc.oneof(day, fc.constant(null), fc.record({ fact: anyOf('unit.day', 'asOf') })),
  }),
  fc.record({
    fact: fc.constant('unit.kind'),
    operator: anyOf('equal', 'notEqual', 'not:equal'),
    value: anyOf('x', 'y', null),
  }),
  fc.record({
    fact: fc.constant('unit.kind'),
    operator: anyOf('in', 'not:in', 'notIn'),
    value: anyOf(['x'], ['x', null], ['x', 'y', 'z']),
  }),
  flags,
  fc.record({ condition: anyOf(...FLAGS) }),
)

const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

/** A derived condition may not name itself. */
const namesNothing = (value: unknown) => !JSON.stringify(value).includes('named')

/** A pack with one requirement whose conditions are random, over facts of every type and kind. */
export const packs: fc.Arbitrary<PackSource> = fc
  .record({
    named: condition.filter(namesNothing),
    applies: fc.option(condition, { nil: undefined }),
    requires: condition,
    exceptions: fc.array(fc.record({ when: condition, status: anyOf('exempted', 'pending', 'review') }), {
      maxLength: 2,
    }),
    due: fc.option(fc.constant('unit.day'), { nil: undefined }),
  })
  .map(({ named, applies, requires, exceptions, due }) => ({
    files: {
      'pack.json': {
        id: 'random',
        version: '1.0.0',
        title: text('random'),
        language: 'en',
        timeZone: 'Asia/Shanghai',
        bodies: { unit: text('unit') },
      },
      'clauses.json': { clauses: [{ id: 's1', zh: '一', en: 'One', force: 'must', testability: 'full' }] },
      'facts.json': {
        scopes: {
          parent: { label: text('parent') },
          group: { label: text('group'), in: 'parent', list: 'groups' },
          unit: { label: text('unit'), in: 'parent', list: 'units' },
          item: { label: text('item'), in: 'unit', list: 'items' },
        },
        given,
        derived: { ...derived, 'unit.named': { label: text('named'), when: named } },
      },
      'parameters.json': {
        parameters: {
          limit: {
            label: text('limit'),
            type: 'integer',
            values: [
              { value: 2, to: '2019-02-01', clauses: ['s1'] },
              { value: 3, from: '2019-02-01', clauses: ['s1'] },
            ],
          },
        },
      },
      'requirements/one.json': {
        theme: text('one'),
        requirements: [
          {
            id: 'one',
            title: text('one'),
            clauses: ['s1'],
            force: 'must',
            subject: 'unit',
            dutyBearer: 'unit',
            at: 'unit.done',
            ...(applies === undefined ? {} : { applies }),
            requires,
            ...(due === undefined ? {} : { due, achievedOn: 'unit.done' }),
            unless: exceptions.map(({ when, status }, i) => ({
              id: `exception-${i}`,
              text: text('exception'),
              status,
              when,
            })),
          },
        ],
      },
    },
  }))

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const orNone = <T>(value: fc.Arbitrary<T>) => maybe(fc.option(value, { freq: 3 }))

/** Ledgers for these packs, with gaps; `undefined` is taken out by way of JSON. */
export const ledgers: fc.Arbitrary<unknown> = fc
  .record({
    groups: fc.tuple(fc.record({ id: fc.constant('G'), n: maybe(fc.nat(4)) })),
    units: fc.array(
      fc.record({
        a: orNone(number),
        group: orNone(fc.constant('G')),
        b: maybe(fc.nat(4)),
        c: maybe(fc.nat(5)),
        flag: orNone(fc.boolean()),
        kind: orNone(anyOf('x', 'y', 'z')),
        day: orNone(day),
        done: orNone(day),
        items: maybe(fc.array(fc.record({ n: orNone(fc.nat(3)), ok: maybe(fc.boolean()) }), { maxLength: 3 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map((ledger): unknown => JSON.parse(JSON.stringify(ledger)))
