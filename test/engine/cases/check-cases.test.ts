import { describe, expect, it } from 'vitest'
import { compile } from '@tiaoli/engine'
import { checkCases } from '@tiaoli/engine/plan'
import { removeAt, setAt } from '../../../packages/engine/src/json/json-at.ts'
import { pathOf } from '../../../packages/engine/src/json/pointer.ts'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const yearly: ToyParts = {
  requirements: [
    requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
    requirement({
      id: 'revenue',
      recurs: { every: 'year', from: 2018 },
      requires: { fact: 'year.revenue', operator: 'greaterThan', value: 0 },
      due: 'period.end',
    }),
    requirement({ id: 'later', effective: { from: '2030-01-01' }, requires: { condition: 'kitchen.licensed' } }),
  ],
}
const KITCHENS = [
  { licensed: false, years: { '2018': { revenue: 0 }, '2019': { revenue: 0 } } },
  { id: 'K2', licensed: true, years: { '2018': { revenue: 5 }, '2019': { revenue: 5 } } },
]

/** What one case with these expectations finds wrong: field, expected, actual. */
async function failuresOf(...expect_: Record<string, unknown>[]) {
  const cases = [{ id: 'A', asOf: '2019-06-01', ledger: { kitchens: KITCHENS }, expect: expect_ }]
  const policy = compile(toyPack({ ...yearly, cases }))
  const [result] = await checkCases(policy.plan, (ledger, options) => policy.evaluate(ledger, options))
  return result!.failures.map(({ field, expected, actual }) => [field, expected, actual])
}

describe('a case', () => {
  it.each([
    [{ requirement: 'licence', subject: 'K2', status: 'met' }],
    [{ requirement: 'licence', subject: '#0', status: 'not_met' }],
    [{ requirement: 'licence', subject: '#1', status: 'met' }],
    [{ requirement: 'revenue', subject: '#1', period: 2019, status: 'met' }],
    [{ requirement: 'revenue', subject: '#0', period: 2018, status: 'not_met', daysLate: 152, due: '2018-12-31' }],
    [{ requirement: 'later', subject: 'K2', absent: true }],
    [{ requirement: 'revenue', subject: 'K2', period: 2017, absent: true }],
  ])('holds: %j', async (expectation) => {
    expect(await failuresOf(expectation)).toEqual([])
  })

  it('is compared with the outcomes that can be reached where it states what is possible', async () => {
    const twice = { fact: 'kitchen.seats', operator: 'greaterThan', value: 5 }
    const ledger = { kitchens: [{}] }
    const wanted = [{ requirement: 'rule', status: 'unknown', possible: ['met', 'not_applicable'] }]
    const cases = [{ id: 'A', asOf: '2019-06-01', ledger, expect: wanted }]
    const policy = compile(toyPack({ requirements: [requirement({ applies: twice, requires: twice })], cases }))
    const [result] = await checkCases(policy.plan, (given, options) => policy.evaluate(given, options))
    expect(result!.failures).toEqual([])
    const [finding] = policy.evaluate(ledger, { asOf: '2019-06-01' }).findings
    expect(finding!.possible).toContain('not_met')
  })

  it.each([
    [{ requirement: 'licence', subject: 'K2', status: 'not_met' }, ['status', 'not_met', 'met']],
    [{ requirement: 'licence', subject: '#0', possible: ['met'] }, ['possible', ['met'], ['not_met']]],
    [{ requirement: 'licence', status: 'met' }, ['subject', 'one finding', '2 of kitchen']],
    [{ requirement: 'licence', subject: 'K3', status: 'met' }, ['subject', 'one finding', '0 of kitchen']],
    [{ requirement: 'revenue', subject: '#1', status: 'met' }, ['subject', 'one finding', '2 of kitchen']],
    [{ requirement: 'licence', subject: 'K2', absent: true }, ['absent', true, 'met']],
    [{ requirement: 'licence', subject: 'K2', notes: ['x'] }, ['notes.x', true, false]],
    [{ requirement: 'licence', subject: 'K2', missing: ['kitchen.seats'] }, ['missing', ['kitchen.seats'], []]],
  ])('fails, and says in what: %j', async (expectation, failure) => {
    expect(await failuresOf(expectation)).toEqual([failure])
  })

  it.each([
    [{}, -1, [['conflicts.bound', [], ['year.revenue']]]],
    [{ bound: ['year.revenue'] }, -1, []],
    [
      { bound: ['year.revenue', 'kitchen.licensed'] },
      -1,
      [['conflicts.bound', ['kitchen.licensed', 'year.revenue'], ['year.revenue']]],
    ],
    [{}, 1, []],
    [{ bound: ['year.revenue'] }, 1, [['conflicts.bound', ['year.revenue'], []]]],
  ])('says what does not agree: %j', async (conflicts, revenue, failures) => {
    const ledger = { kitchens: [{ licensed: true, years: { '2018': { revenue } } }] }
    const met = [{ requirement: 'licence', status: 'met' }]
    const policy = compile(
      toyPack({ ...yearly, cases: [{ id: 'A', asOf: '2019-06-01', ledger, conflicts, expect: met }] }),
    )
    const [result] = await checkCases(policy.plan, (...asked) => policy.evaluate(...asked))
    expect(result!.failures.map(({ field, expected, actual }) => [field, expected, actual])).toEqual(failures)
  })

  it('whose ledger is refused fails with the reason', async () => {
    const cases = [{ id: 'A', asOf: '2019-06-01', ledger: { kitchen: [] }, expect: [{ requirement: 'licence' }] }]
    const policy = compile(toyPack({ ...yearly, cases }))
    const [result] = await checkCases(policy.plan, (ledger, options) => policy.evaluate(ledger, options))
    expect(result!.failures).toMatchObject([{ field: 'ledger', actual: expect.stringContaining('/kitchen') }])
  })
})

describe('the cases of a pack', () => {
  it('are all checked, even where one asks for more than can be computed', async () => {
    const sum = { label: words('工时', 'hours'), sum: 'cook.hours' }
    const cooks = (...hours: number[]) => ({ kitchens: [{ cooks: hours.map((one) => ({ hours: one })) }] })
    const expected = { asOf: '2019-06-01', expect: [{ requirement: 'rule', status: 'met' }] }
    const policy = compile(
      toyPack({
        given: { 'cook.hours': { type: 'integer', label: words('工时', 'hours') } },
        derived: { 'kitchen.hours': sum },
        requirements: [requirement({ requires: { fact: 'kitchen.hours', operator: 'greaterThan', value: 1 } })],
        cases: [
          { id: 'A', ledger: cooks(Number.MAX_SAFE_INTEGER, 1), ...expected },
          { id: 'B', ledger: cooks(1, 1), ...expected },
        ],
      }),
    )
    const results = await checkCases(policy.plan, (...asked) => policy.evaluate(...asked))
    expect(results.map(({ id, failures }) => [id, failures.map(({ field, actual }) => [field, actual])])).toEqual([
      ['A', [['evaluation', expect.stringContaining('9007199254740991')]]],
      ['B', []],
    ])
  })
})

describe('a ledger made from a base', () => {
  const made = (pointer: string, value: unknown) => {
    const ledger = { list: [{ a: 1 }] }
    setAt(ledger, pathOf(pointer), value)
    return ledger
  }

  it('has places set, appended and made on the way', () => {
    expect(made('/list/0/a', 2)).toEqual({ list: [{ a: 2 }] })
    expect(made('/list/-', { a: 3 })).toEqual({ list: [{ a: 1 }, { a: 3 }] })
    expect(made('/x/y~1z', 4)).toEqual({ list: [{ a: 1 }], x: { 'y/z': 4 } })
  })

  it('has places removed, from lists too', () => {
    const ledger = { list: [1, 2, 3], a: { b: 1 } }
    removeAt(ledger, ['list', '1'])
    removeAt(ledger, ['a', 'b'])
    expect(removeAt(ledger, ['not', 'there'])).toBe(false)
    expect(removeAt(ledger, ['list', 'x'])).toBe(false)
    expect(ledger).toEqual({ list: [1, 3], a: {} })
  })

  it('never reaches a prototype', () => {
    setAt({}, ['__proto__', 'polluted'], true)
    setAt({}, ['constructor', 'prototype', 'polluted'], true)
    removeAt({}, ['__proto__', 'toString'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(typeof {}.toString).toBe('function')
  })
})
