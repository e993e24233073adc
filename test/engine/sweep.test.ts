import { compile, Evaluation, readOptions, runCompiled, type EvaluateOptions, type Judge } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyPack, words, type ToyParts } from '../support/toy-pack.ts'

/** Any judge but that of the compiled runtime is asked of one record after another. */
const oneByOne: Judge = (condition, subject, frame) => condition.run(subject, frame)

const EQUALITY = ['equal', 'notEqual']
const ORDERS = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

/** For each type two facts that may be none, and values that are below, the same and above one another. */
const TYPES = {
  integer: { operators: [...EQUALITY, ...ORDERS], values: [1, 2, 3], literal: 2 },
  money: { operators: [...EQUALITY, ...ORDERS], values: [100, 200, 300], literal: 200 },
  date: {
    operators: [...EQUALITY, ...ORDERS],
    values: ['2018-03-01', '2018-06-01', '2018-09-01'],
    literal: '2018-06-01',
  },
  boolean: { operators: EQUALITY, values: [true, false], literal: true },
  id: { operators: EQUALITY, values: ['A', 'B'], literal: 'A' },
} as const

type Json = Record<string, unknown>

const given = Object.fromEntries(
  Object.keys(TYPES).flatMap((type) =>
    ['one', 'other'].map((name) => [
      `kitchen.${type}s.${name}`,
      { type, label: words('事实', 'fact'), none: words('没有', 'none') },
    ]),
  ),
)

/** Every pair of values, of none and of blanks. */
const kitchens: Json[] = Object.entries(TYPES).flatMap(([type, { values }]) => {
  const each = [...values, null, undefined]
  return each.flatMap((one) => each.map((other) => ({ [`${type}s`]: { one, other } })))
})

function named(list: readonly Json[]): Json[] {
  return list.map((kitchen, i) => ({ id: `K${i}`, ...kitchen }))
}

/** What both ways say, asked twice, and again with derived facts forgotten. */
function bothWays(parts: ToyParts, town: Json, options: Partial<EvaluateOptions> = {}) {
  const policy = compile(toyPack(parts))
  const settings = readOptions(policy.plan, { asOf: '2018-06-01', notInForce: true, ...options, detail: 'verdicts' })
  const ledger: unknown = JSON.parse(JSON.stringify(town)) // a blank is no property
  const reports = (judge: Judge) => {
    const evaluation = new Evaluation(policy.plan, ledger, settings)
    const report = () => evaluation.report('', judge)
    const two = [report(), report()]
    evaluation.session.renew()
    return [...two, report()]
  }
  const together = reports(runCompiled)
  expect(together).toEqual(reports(oneByOne))
  expect(together[1]).toEqual(together[0])
  expect(together[2]).toEqual(together[0])
  return together[0]!
}

function statusesOf(report: { summary: Record<string, number> }): string[] {
  return Object.keys(report.summary).filter((status) => report.summary[status]! > 0)
}

describe('deciding many records together', () => {
  it.each(Object.entries(TYPES))('compares %s as asking each record does', (type, { operators, literal }) => {
    const one = `kitchen.${type}s.one`
    const other = `kitchen.${type}s.other`
    const conditions = operators.flatMap((operator) => [
      { fact: one, operator, value: { fact: other } },
      { fact: one, operator, value: literal },
      { fact: one, operator, value: { fact: 'kitchen.same' } },
      ...(type === 'id'
        ? []
        : ['parameters.known', 'parameters.open'].flatMap((parameter) => [
            { fact: one, operator, value: { fact: parameter } },
            { fact: parameter, operator, value: { fact: one } },
          ])),
      { fact: one, operator: `not:${operator}`, value: literal },
      ...(EQUALITY.includes(operator) ? [{ fact: one, operator, value: null }] : []),
      ...(type === 'date' ? [{ fact: 'asOf', operator, value: { fact: one } }] : []),
    ])
    const lists = ['in', 'notIn'].flatMap((operator) => [
      { fact: one, operator, value: [literal] },
      { fact: one, operator, value: [literal, ...TYPES[type as keyof typeof TYPES].values.slice(0, 1)] },
    ])
    const parameter = (values: unknown[]) => ({ type, label: words('参数', 'parameter'), values })
    const report = bothWays(
      {
        given: {
          ...given,
          'kitchen.same': { type, label: words('同', 'same'), none: words('没有', 'none') },
        },
        parameters: type === 'id' ? {} : { known: parameter([dated(literal)]), open: parameter([]) },
        requirements: [...conditions, ...lists].map((requires, i) => requirement({ id: `rule-${i}`, requires })),
      },
      { kitchens: named(kitchens.map((kitchen) => ({ ...kitchen, same: literal }))) },
    )
    expect(statusesOf(report)).toEqual(['met', 'not_met', 'unknown'])
  })

  it('keeps apart what differs by year, by law and by record', () => {
    const policyOf: ToyParts = {
      given: {
        'supplier.score': { type: 'integer', label: words('分', 'score') },
        'kitchen.answeredOn': { type: 'date', label: words('答复', 'answered'), none: words('没有', 'none') },
      },
      derived: {
        'kitchen.rich': {
          label: words('富', 'rich'),
          when: { fact: 'year.revenue', operator: 'greaterThanInclusive', value: { fact: 'parameters.much' } },
        },
        'kitchen.grown': { label: words('大', 'grown'), greatest: ['year.revenue', 'parameters.much'] },
      },
      parameters: {
        much: {
          type: 'money',
          label: words('多', 'much'),
          values: [dated(100, undefined, '2018-01-01'), dated(300, '2018-01-01')],
        },
        first: { type: 'integer', label: words('首年', 'first year'), values: [] },
      },
      requirements: [
        ['rich', { applies: { condition: 'kitchen.licensed' }, requires: { condition: 'kitchen.rich' } }, 2016],
        ['some', { requires: { fact: 'year.revenue', operator: 'greaterThan', value: 150 } }, 2016],
        ['open', { requires: { fact: 'year.revenue', operator: 'greaterThan', value: 150 } }, 'parameters.first'],
        ['grown', { requires: { fact: 'kitchen.grown', operator: 'lessThanInclusive', value: 250 } }, 2016],
        ['scored', { requires: { fact: 'supplier.score', operator: 'greaterThan', value: 1 } }, undefined],
        [
          'late',
          {
            requires: { fact: 'kitchen.answeredOn', operator: 'notEqual', value: null },
            due: { date: 'kitchen.openedOn', plusMonths: 1 },
            achievedOn: 'kitchen.answeredOn',
            unless: [
              {
                id: 'small',
                text: words('小', 'small'),
                status: 'exempted',
                when: { fact: 'kitchen.seats', operator: 'lessThan', value: 10 },
              },
              {
                id: 'soon',
                text: words('即将', 'soon'),
                status: 'review',
                when: { fact: 'kitchen.cleanedOn', operator: 'lessThan', value: { fact: 'due' } },
              },
            ],
          },
          undefined,
        ],
        [
          'before',
          {
            requires: { fact: 'kitchen.cleanedOn', operator: 'lessThan', value: { fact: 'due' } },
            due: { date: 'kitchen.openedOn', plusMonths: 1 },
          },
          undefined,
        ],
      ].map(([id, parts, from]) =>
        requirement({ id: id as string, ...(parts as Json), ...(from ? { recurs: { every: 'year', from } } : {}) }),
      ),
    }
    const revenues = [100, 200, 300, undefined]
    const days = ['2018-02-01', '2018-03-01', '2018-05-15', null, undefined]
    const town = {
      suppliers: [{ id: 'S1', score: 1 }, { id: 'S2', score: 2 }, { id: 'S3' }],
      kitchens: named(
        revenues.flatMap((before) =>
          revenues.flatMap((revenue) =>
            days.flatMap((answeredOn, i) =>
              days.map((cleanedOn, k) => ({
                licensed: i === 4 ? undefined : i % 2 === 0,
                openedOn: i === k ? undefined : k === 2 ? '2018-05-20' : '2018-02-10',
                seats: [20, 16, 12, 4, undefined][k],
                supplier: ['S1', 'S2', 'S3', null, undefined][(i + k) % 5],
                answeredOn,
                cleanedOn: k === 2 ? null : cleanedOn,
                years: i === 3 ? undefined : { '2017': { revenue: before }, '2018': { revenue } },
              })),
            ),
          ),
        ),
      ),
    }
    const report = bothWays(policyOf, town, { asOf: '2018-06-01', periods: [2017, 2018] })
    expect(statusesOf(report).toSorted()).toEqual([
      'exempted',
      'met',
      'met_late',
      'not_applicable',
      'not_met',
      'pending',
      'review',
      'unknown',
    ])
  })
})
