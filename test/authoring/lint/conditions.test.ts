import type { LintCode } from '@tiaoli/authoring'
import { describe, expect, it } from 'vitest'
import { requirement, toyText, words, type ToyParts } from '../../support/toy-pack.ts'
import { lintsOf, lintsOfText, placesOf } from './lint-toy.ts'

const CODES: LintCode[] = [
  'always-true',
  'always-false',
  'contradicting-leaves',
  'repeated-leaf',
  'always-met',
  'never-met',
  'unreachable-exception',
  'pointless-requirement',
]

type Json = Record<string, unknown>

const seats = (operator: string, value: unknown) => ({ fact: 'kitchen.seats', operator, value })
const cleaned = (operator: string, value: unknown) => ({ fact: 'kitchen.cleanedOn', operator, value })
const licensed = { condition: 'kitchen.licensed' }
const size = {
  type: 'enum',
  label: words('规模', 'size'),
  values: { small: words('小', 'small'), large: words('大', 'large') },
}
const facts: ToyParts = {
  given: { 'kitchen.size': size, 'kitchen.kind': { ...size, none: words('没有', 'none') } },
  parameters: { limit: { label: words('上限', 'limit'), type: 'integer', min: 1, values: [] } },
}

function told(rule: Json, parts: ToyParts = {}): string[] {
  const all = { ...facts, ...parts }
  return placesOf(lintsOf({ ...all, requirements: [requirement(rule)] }, CODES)).map((line) =>
    line.replace('requirements/all.json#/requirements/0', ''),
  )
}

describe('a condition with one answer only', () => {
  it.each<[string, Json, string]>([
    ['a count at least its least value', seats('greaterThanInclusive', 0), 'always-true'],
    ['a count below its least value', seats('lessThan', 0), 'always-false'],
    ['a parameter below its least value', { fact: 'parameters.limit', operator: 'lessThan', value: 1 }, 'always-false'],
    ['every value of an enum', { fact: 'kitchen.size', operator: 'in', value: ['small', 'large'] }, 'always-true'],
    ['none where it is not declared', seats('equal', null), 'always-false'],
    ['an order with none', cleaned('lessThan', null), 'always-false'],
    ['a fact and its negation', { any: [licensed, { not: licensed }] }, 'always-true'],
    ['two ends that overlap', { any: [seats('lessThan', 6), seats('greaterThan', 5)] }, 'always-true'],
  ])('%s is told', (_, condition, code) => {
    expect(told({ requires: condition })).toEqual([`${code} /requires`])
  })

  it.each<[string, Json]>([
    ['a count above its least value', seats('greaterThan', 0)],
    ['every value of an enum that may be none', { fact: 'kitchen.kind', operator: 'in', value: ['small', 'large'] }],
    ['none of a date, which may lie ahead', { fact: 'kitchen.openedOn', operator: 'equal', value: null }],
    ['two ends with a gap of one', { any: [seats('lessThan', 5), seats('greaterThan', 5)] }],
    [
      'before and not before a day that may be none',
      { any: [cleaned('lessThan', '2019-01-01'), cleaned('greaterThanInclusive', '2019-01-01')] },
    ],
    [
      'two facts in either order',
      {
        any: [
          { fact: 'kitchen.openedOn', operator: 'lessThan', value: { fact: 'kitchen.cleanedOn' } },
          { fact: 'kitchen.openedOn', operator: 'greaterThanInclusive', value: { fact: 'kitchen.cleanedOn' } },
        ],
      },
    ],
    [
      'two facts that are equal and in no order, for both may be none',
      {
        all: [
          { fact: 'kitchen.openedOn', operator: 'equal', value: { fact: 'kitchen.cleanedOn' } },
          { fact: 'kitchen.openedOn', operator: 'not:lessThanInclusive', value: { fact: 'kitchen.cleanedOn' } },
        ],
      },
    ],
    ['a reference that may lead to none', { fact: 'supplier.id', operator: 'notEqual', value: null }],
  ])('%s is not', (_, condition) => {
    expect(told({ requires: condition })).toEqual([])
  })

  it('only the outermost is reported, at its place to the column', () => {
    const never = { not: { any: [seats('greaterThanInclusive', 0), licensed] } }
    const text = toyText({ ...facts, requirements: [requirement({ requires: { all: [licensed, never] } })] })
    const [lint, ...more] = lintsOfText(text).filter(({ code }) => CODES.includes(code))
    expect(more).toEqual([])
    expect(lint).toMatchObject({ code: 'always-false', about: 'rule', pointer: '/requirements/0/requires' })
    const line = text['requirements/all.json']!.split('\n')[lint!.line! - 1]!
    expect(line.slice(lint!.column! - 1)).toBe('{')
    expect(line).toContain('"requires": {')
  })

  it('a name that leads to another record says nothing of this one', () => {
    const given = { 'supplier.kitchen': { type: 'reference', to: 'kitchen', label: words('自有厨房', 'own kitchen') } }
    const isBig = { label: words('大', 'big'), when: seats('greaterThan', 50) }
    const requires = (name: string) => ({ requires: { all: [{ condition: name }, seats('lessThan', 50)] } })
    expect(told(requires('supplier.isBig'), { given, derived: { 'supplier.isBig': isBig } })).toEqual([])
    expect(told(requires('kitchen.isBig'), { derived: { 'kitchen.isBig': isBig } })).toEqual(['always-false /requires'])
  })

  it('one that is impossible by itself is not reported as a contradiction with its neighbour', () => {
    const requires = { all: [seats('lessThan', 0), seats('greaterThan', 5)] }
    expect(told({ requires })).toEqual(['always-false /requires'])
  })

  it('is found behind names, in formulas over records and in checks', () => {
    const parts: ToyParts = {
      derived: {
        'kitchen.isBig': { label: words('大', 'big'), when: seats('greaterThan', 50) },
        'kitchen.cooks': {
          label: words('厨师数', 'cooks'),
          count: 'cook',
          where: { all: [{ condition: 'cook.trained' }, { not: { condition: 'cook.trained' } }] },
        },
      },
      checks: [
        {
          id: 'seats',
          scope: 'kitchen',
          text: words('座位', 'seats'),
          holds: seats('greaterThanInclusive', 0),
          taints: ['kitchen.seats'],
        },
      ],
    }
    const small = { all: [{ condition: 'kitchen.isBig' }, seats('lessThan', 50)] }
    expect(
      told({ applies: { fact: 'kitchen.cooks', operator: 'greaterThan', value: 1 }, requires: small }, parts),
    ).toEqual([
      'always-false facts.json#/derived/kitchen.cooks/where',
      'always-true facts.json#/checks/0/holds',
      'always-false /requires',
    ])
  })
})

describe('leaves side by side', () => {
  it.each<[string, Json, string]>([
    [
      'a weaker bound in an all',
      { all: [seats('greaterThanInclusive', 3), seats('greaterThanInclusive', 5)] },
      'repeated-leaf /requires/all/0',
    ],
    [
      'a stronger bound in an any',
      { any: [seats('greaterThanInclusive', 3), seats('greaterThanInclusive', 5)] },
      'repeated-leaf /requires/any/1',
    ],
    ['the same leaf twice', { all: [licensed, { condition: 'kitchen.licensed' }] }, 'repeated-leaf /requires/all/1'],
    [
      'a value and a list that holds it',
      {
        any: [
          { fact: 'kitchen.size', operator: 'in', value: ['small'] },
          { fact: 'kitchen.size', operator: 'equal', value: 'small' },
        ],
      },
      'repeated-leaf /requires/any/1',
    ],
    [
      'none excluded beside an order',
      { all: [cleaned('notEqual', null), cleaned('lessThan', '2019-01-01')] },
      'repeated-leaf /requires/all/0',
    ],
    [
      'bounds that exclude each other',
      { all: [seats('greaterThan', 5), seats('lessThan', 6)] },
      'contradicting-leaves /requires/all/1',
    ],
    [
      'two values of one fact',
      {
        all: [
          { fact: 'kitchen.size', operator: 'equal', value: 'small' },
          { fact: 'kitchen.size', operator: 'equal', value: 'large' },
        ],
      },
      'contradicting-leaves /requires/all/1',
    ],
    [
      'two facts in both orders',
      {
        all: [
          { fact: 'kitchen.openedOn', operator: 'lessThan', value: { fact: 'kitchen.cleanedOn' } },
          { fact: 'kitchen.cleanedOn', operator: 'lessThan', value: { fact: 'kitchen.openedOn' } },
        ],
      },
      'contradicting-leaves /requires/all/1',
    ],
  ])('%s is told', (_, condition, line) => {
    expect(told({ requires: condition })).toEqual([line])
  })

  it('bounds that leave room between them are not', () => {
    expect(told({ requires: { all: [seats('greaterThan', 5), seats('lessThan', 7)] } })).toEqual([])
    expect(told({ requires: { any: [seats('lessThan', 5), seats('greaterThan', 7)] } })).toEqual([])
  })
})

describe('the parts of a requirement together', () => {
  const exception = (id: string, when: Json) => ({ id, text: words('例外', 'Exception'), status: 'exempted', when })

  it('one that everyone to whom it applies meets, or nobody can meet, is reported', () => {
    expect(told({ applies: seats('greaterThan', 10), requires: seats('greaterThan', 5) })).toEqual([
      'always-met /requires',
    ])
    expect(told({ applies: seats('lessThan', 5), requires: seats('greaterThan', 5) })).toEqual(['never-met /requires'])
    expect(told({ applies: seats('greaterThan', 5), requires: seats('greaterThan', 10) })).toEqual([])
  })

  it('an exception that holds only where the requirement is met, or after one that covers it, is reported', () => {
    const unless = [
      exception('small', seats('lessThan', 5)),
      exception('tiny', seats('lessThan', 3)),
      exception('held', licensed),
    ]
    expect(told({ requires: licensed, unless })).toEqual([
      'unreachable-exception /unless/1/id',
      'unreachable-exception /unless/2/id',
    ])
    expect(told({ requires: licensed, unless: unless.toSpliced(2, 1).toReversed() })).toEqual([])
  })
})

describe('a requirement beside another', () => {
  const alike = (second: Json, first: Json = {}) => {
    const rule = { applies: seats('greaterThan', 5), requires: licensed }
    const requirements = [requirement({ id: 'one', ...rule, ...first }), requirement({ id: 'two', ...rule, ...second })]
    const instruments = { act: { title: words('条例', 'Act'), evidence: 'secondary' } }
    return placesOf(lintsOf({ ...facts, instruments, requirements }, ['pointless-requirement']))
  }
  const two = ['pointless-requirement requirements/all.json#/requirements/1/id']

  it('that asks the same, or less of fewer, is pointless', () => {
    expect(alike({})).toEqual(two)
    expect(alike({ applies: seats('greaterThan', 9) })).toEqual(two)
    expect(alike({ requires: { any: [licensed, cleaned('notEqual', null)] } })).toEqual(two)
    expect(alike({}, { applies: undefined })).toEqual(two)
  })

  it.each([
    { title: words('另一要求', 'Another rule') },
    { notes: [{ id: 'note', text: words('提示。', 'A note.'), when: licensed }] },
    { figures: { seats: 'kitchen.seats' } },
    { problem: words('没有许可证。', 'There is no licence.') },
    { remedy: words('请办证。', 'Apply for one.') },
    { laterRules: [{ instrument: 'act', from: '2019-01-01', text: words('另有规定。', 'The act differs.') }] },
  ])('that says otherwise what it asks the same is pointless: %j', (second) => {
    expect(alike(second)).toEqual(two)
  })

  it('that asks more, of more, of others, by another day or for another clause is not', () => {
    expect(
      alike({
        applies: { any: [seats('greaterThan', 5), cleaned('equal', null)] },
        requires: { any: [licensed, seats('equal', 9)] },
      }),
    ).toEqual([])
    expect(
      alike({ requires: { all: [licensed, cleaned('notEqual', null)] }, applies: seats('greaterThan', 9) }),
    ).toEqual([])
    expect(alike({ dutyBearer: 'office' })).toEqual([])
    expect(alike({ due: '2019-01-01' })).toEqual([])
    expect(alike({ clauses: ['c2'], force: 'encourage' })).toEqual([])
    expect(alike({ effective: { from: '2019-01-01' } })).toEqual([])
    expect(alike({ unless: [exception()] })).toEqual([])
  })

  function exception() {
    return { id: 'e', text: words('例外', 'Exception'), status: 'exempted', when: cleaned('equal', null) }
  }
})
