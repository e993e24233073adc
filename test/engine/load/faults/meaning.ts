import type { Fault } from '../../../support/diagnose.ts'
import { dated, requirement, words } from '../../../support/toy-pack.ts'

const R = 'requirements/all.json'
const LICENSED = { condition: 'kitchen.licensed' }
const rule = (parts: Record<string, unknown>) => ({ requirements: [requirement({ requires: LICENSED, ...parts })] })
const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const derived = (name: string, formula: Record<string, unknown>) => ({
  derived: { [name]: { label: words('x'), ...formula } },
})
const limit = (values: unknown[], more: Record<string, unknown> = {}) => ({
  parameters: { limit: { label: words('上限', 'limit'), type: 'integer', values, ...more } },
})

/** Literals and operators whose types do not fit. */
const TYPES: [string, unknown, string, [string, string]?][] = [
  ['a text compared with a number', leaf('kitchen.seats', 'equal', '3'), 'value', ['整数', 'integer']],
  ['a fraction compared with a number', leaf('kitchen.seats', 'equal', 3.5), 'value', ['整数', 'integer']],
  ['a number compared with yes or no', leaf('kitchen.licensed', 'equal', 1), 'value', ['true', 'true']],
  [
    'a date that the calendar does not have',
    leaf('kitchen.openedOn', 'lessThan', '2019-02-29'),
    'value',
    ['日历', 'calendar'],
  ],
  ['an order of names', leaf('kitchen.id', 'lessThan', 'K2'), 'operator', ['没有大小先后', 'has no order']],
  ['a list for an order', leaf('kitchen.seats', 'lessThan', [1, 2]), 'operator', ['列表', 'list']],
  ['one value for a list', leaf('kitchen.seats', 'in', 1), 'operator', ['列表', 'list']],
  [
    'a decorator over a fact that is no list',
    leaf('kitchen.seats', 'everyFact:equal', 1),
    'operator',
    ['everyFact', 'everyFact'],
  ],
  [
    'a number compared with a date',
    leaf('kitchen.seats', 'equal', { fact: 'kitchen.openedOn' }),
    'operator',
    ['整数', 'integer'],
  ],
  [
    'a number that stands as a condition',
    { condition: 'kitchen.seats' },
    'condition',
    ['不是是非判断', 'cannot be a condition'],
  ],
]

export const MEANING_FAULTS: [what: string, fault: Fault][] = [
  ...TYPES.map(([what, requires, key, says]): [string, Fault] => [
    what,
    {
      code: 'type-mismatch',
      parts: rule({ requires }),
      file: R,
      pointer: `/requirements/0/requires/${key}`,
      ...(says ? { says } : {}),
    },
  ]),
  [
    'a value that an enum does not have',
    {
      code: 'type-mismatch',
      parts: {
        given: {
          'kitchen.grade': {
            type: 'enum',
            label: words('等级', 'grade'),
            values: { good: words('好', 'good'), poor: words('差', 'poor') },
          },
        },
        ...rule({ requires: leaf('kitchen.grade', 'equal', 'goood') }),
      },
      file: R,
      pointer: '/requirements/0/requires/value',
      at: '"goood"',
      suggestion: 'good',
      says: ['good、poor', 'good, poor'],
    },
  ],
  [
    'a sum of dates',
    {
      code: 'type-mismatch',
      parts: derived('kitchen.x', { add: ['kitchen.openedOn', 'kitchen.cleanedOn'] }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x',
      says: ['add', 'add'],
    },
  ],
  [
    'a product with a number that is no rate',
    {
      code: 'type-mismatch',
      parts: derived('kitchen.x', { multiply: ['kitchen.seats', 2], round: 'down' }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x',
      says: ['“multiply”应先为整数或金额，后为比例', 'takes an integer or an amount of money, and then a rate'],
    },
  ],
  [
    'a rate written in a formula',
    {
      code: 'type-mismatch',
      parts: derived('kitchen.x', { multiply: ['kitchen.seats', '50%'], round: 'down' }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x/multiply/1',
      says: ['请设为参数', 'make it a parameter'],
    },
  ],
  [
    'a count of a fact',
    {
      code: 'type-mismatch',
      parts: derived('kitchen.x', { count: 'cook.trained' }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x/count',
    },
  ],
  [
    'a sum of yes and no',
    {
      code: 'type-mismatch',
      parts: derived('kitchen.x', { sum: 'cook.trained' }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x/sum',
    },
  ],
  [
    'a due that is no date',
    {
      code: 'type-mismatch',
      parts: rule({ due: 'kitchen.seats' }),
      file: R,
      pointer: '/requirements/0/due',
      at: '"kitchen.seats"',
    },
  ],
  [
    'a share that decides',
    {
      code: 'type-mismatch',
      parts: {
        ...derived('kitchen.part', { share: ['kitchen.seats', 'kitchen.seats'] }),
        ...rule({ requires: leaf('kitchen.part', 'equal', '5.00%') }),
      },
      file: R,
      pointer: '/requirements/0/requires/value',
      says: ['占比', 'share'],
    },
  ],
  [
    'a bound of another type',
    {
      code: 'type-mismatch',
      parts: { given: { 'kitchen.tables': { type: 'integer', label: words('桌'), max: 'kitchen.openedOn' } } },
      file: 'facts.json',
      pointer: '/given/kitchen.tables/max',
    },
  ],
  [
    'a parameter out of its range',
    {
      code: 'type-mismatch',
      parts: limit([dated(0)], { min: 1 }),
      file: 'parameters.json',
      pointer: '/parameters/limit/values/0/value',
      says: ['1', '1'],
    },
  ],
  [
    'a parameter that ends before it begins',
    {
      code: 'type-mismatch',
      parts: limit([dated(1, '2019-01-02', '2019-01-02')]),
      file: 'parameters.json',
      pointer: '/parameters/limit/values/0',
      says: ['to', 'to'],
    },
  ],
  [
    'a gap between two values',
    {
      code: 'parameter-gap',
      parts: limit([dated(1, '2018-01-01', '2019-01-01'), dated(2, '2019-01-02')]),
      file: 'parameters.json',
      pointer: '/parameters/limit/values/1',
      says: ['2019-01-01 至 2019-01-02', '2019-01-01 and 2019-01-02'],
    },
  ],
  [
    'two values on one day',
    {
      code: 'parameter-overlap',
      parts: limit([dated(2, '2018-12-31'), dated(1, '2018-01-01', '2019-01-01')]),
      file: 'parameters.json',
      pointer: '/parameters/limit/values/0',
      says: ['2018-12-31', '2018-12-31'],
    },
  ],
  [
    'two values from the clause of the later one on, which may not be the day that is meant',
    {
      code: 'parameter-overlap',
      parts: {
        documents: {
          notice: {
            document: { effective: { from: '2019-01-01' } },
            clauses: [{ id: 'a1', changes: [{ continues: ['c1'] }] }],
          },
        },
        ...limit([
          { value: 1, clauses: ['c1'] },
          { value: 2, clauses: ['notice/a1'] },
        ]),
      },
      file: 'parameters.json',
      pointer: '/parameters/limit/values/1',
      says: ['自 2019-01-01 起参数就有两个值。后一个值没有写 from', 'if the notice gives it another day'],
    },
  ],
  [
    'two values for all time',
    {
      code: 'parameter-overlap',
      parts: limit([dated(1), dated(2)]),
      file: 'parameters.json',
      pointer: '/parameters/limit/values/1',
    },
  ],
  [
    'a value without a source',
    {
      code: 'uncited-value',
      parts: limit([{ value: 1 }]),
      file: 'parameters.json',
      pointer: '/parameters/limit/values/0',
      says: ['assumption', 'assumption'],
    },
  ],
  [
    'a requirement without a source',
    {
      code: 'uncited-requirement',
      parts: rule({ clauses: undefined }),
      file: R,
      pointer: '/requirements/0',
      says: ['clauses 或 basis', '`clauses` or `basis`'],
    },
  ],
  [
    'an effective date that the calendar does not have',
    {
      code: 'invalid-date',
      parts: rule({ effective: { from: '2019-02-29' } }),
      file: R,
      pointer: '/requirements/0/effective/from',
      at: '"2019-02-29"',
      says: ['2019-02-29', '2019-02-29'],
    },
  ],
  [
    'a due date that the calendar does not have',
    {
      code: 'invalid-date',
      parts: rule({ due: '2019-04-31' }),
      file: R,
      pointer: '/requirements/0/due',
      at: '"2019-04-31"',
    },
  ],
  [
    'a parameter from a day that the calendar does not have',
    {
      code: 'invalid-date',
      parts: limit([dated(1, '2019-06-31')]),
      file: 'parameters.json',
      pointer: '/parameters/limit/values/0/from',
      at: '"2019-06-31"',
    },
  ],
  [
    'a force that the clause does not have',
    {
      code: 'force-mismatch',
      parts: rule({ force: 'encourage' }),
      file: R,
      pointer: '/requirements/0/force',
      at: '"encourage"',
      says: ['must', 'must'],
    },
  ],
  [
    'a requirement that asks for nothing and shows nothing',
    {
      code: 'nothing-required',
      parts: rule({ requires: undefined }),
      file: R,
      pointer: '/requirements/0',
      says: ['figures', 'figures'],
    },
  ],
]
