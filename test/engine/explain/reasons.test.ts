import { describe, expect, it } from 'vitest'
import { findingOn, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const letters = Object.fromEntries(
  ['a', 'b', 'c', 'd'].map((name) => [`kitchen.${name}`, { type: 'boolean', label: words(name) }]),
)
const is = (name: string) => ({ condition: `kitchen.${name}` })

function reasonsFor(requires: unknown, kitchen: Record<string, unknown>, more: ToyParts = {}): string[] {
  const { reasons } = findingOn(
    { ...more, given: { ...letters, ...more.given }, requirements: [requirement({ requires })] },
    kitchen,
  )
  return reasons.map(({ fact, holds }) => `${fact.replace('kitchen.', '')} ${holds}`)
}

describe('reasons', () => {
  it.each([
    [{ all: [is('a'), is('b')] }, { a: true, b: true }, ['a true', 'b true']],
    [{ all: [is('a'), is('b'), is('c')] }, { a: true, b: false, c: false }, ['b false']],
    [{ any: [is('a'), is('b')] }, { a: false, b: false }, ['a false', 'b false']],
    [{ any: [is('a'), is('b')] }, { a: true, b: true }, ['a true']],
    [{ any: [{ all: [is('a'), is('b')] }, is('c')] }, { a: true, b: true, c: true }, ['c true']],
    [{ all: [{ any: [is('a'), is('b')] }, is('c')] }, { a: false, b: false, c: false }, ['c false']],
    [{ not: { all: [is('a'), is('b')] } }, { a: true, b: false }, ['b false']],
    [{ not: { any: [is('a'), is('b')] } }, { a: false, b: false }, ['a false', 'b false']],
    [{ all: [is('a'), is('b')] }, { a: false }, ['a false']],
    [{ any: [is('a'), is('b')] }, { b: true }, ['b true']],
    [{ all: [is('a'), { any: [is('a'), is('b')] }] }, { a: true, b: true }, ['a true']],
  ])('is the least set of leaves that decides: %j', (requires, kitchen, expected) => {
    expect(reasonsFor(requires, kitchen)).toEqual(expected)
  })

  it('follows a named condition to the leaves behind it', () => {
    const derived = {
      'kitchen.fine': { label: words('良好', 'fine'), when: { all: [is('a'), leaf('kitchen.seats', 'lessThan', 5)] } },
    }
    expect(reasonsFor(is('fine'), { a: true, seats: 9 }, { derived })).toEqual(['seats false'])
  })

  it('names the records that make "some" true or "every" false', () => {
    const derived = {
      'kitchen.anyTrained': {
        label: words('有人受训', 'someone is trained'),
        some: 'cook',
        where: { condition: 'cook.trained' },
      },
      'kitchen.allTrained': {
        label: words('都受训', 'everyone is trained'),
        every: 'cook',
        holds: { condition: 'cook.trained' },
      },
    }
    const cooks = [{ id: 'C1', trained: true }, { trained: false }, { id: 'C3', trained: true }]
    const ask = (name: string) =>
      findingOn({ derived, requirements: [requirement({ requires: { condition: `kitchen.${name}` } })] }, { cooks })
        .reasons[0]!
    expect(ask('anyTrained')).toMatchObject({ records: ['C1', 'C3'], text: { zh: '有人受训：是' } })
    expect(ask('allTrained')).toMatchObject({ records: ['/kitchens/0/cooks/1'], text: { zh: '都受训：否' } })
  })

  it('tells which part each reason belongs to', () => {
    const parts = {
      given: letters,
      requirements: [
        requirement({
          applies: is('a'),
          requires: is('b'),
          due: '2018-12-31',
          unless: [{ id: 'late', text: words('迟'), status: 'review', when: is('c') }],
        }),
      ],
    }
    const partsOf = (kitchen: Record<string, unknown>) =>
      findingOn(parts, kitchen).reasons.map(({ part, exception, text }) => [part, exception ?? text.zh])
    expect(partsOf({ a: true, b: false, c: false })).toEqual([
      ['applies', 'a：是'],
      ['requires', 'b：否'],
      ['due', '期限为2018年12月31日，截至2019年1月1日已过'],
    ])
    expect(partsOf({ a: true, b: false, c: true })).toEqual([
      ['applies', 'a：是'],
      ['requires', 'b：否'],
      ['unless', 'late'],
    ])
    expect(partsOf({ a: false })).toEqual([['applies', 'a：否']])
  })

  it('says nothing of the day of completion where it was in time, and names no exception that does not hold', () => {
    const achieved = requirement({ requires: is('a'), due: '2018-12-31', achievedOn: 'kitchen.openedOn' })
    const partsOf = (openedOn: string) =>
      findingOn({ given: letters, requirements: [achieved] }, { a: true, openedOn }).reasons.map(({ part }) => part)
    expect(partsOf('2018-12-31')).toEqual(['requires'])
    expect(partsOf('2019-01-01')).toEqual(['requires', 'achievedOn'])
    const unless = [{ id: 'late', text: words('迟'), status: 'review', when: is('b') }]
    const excused = { given: letters, requirements: [requirement({ requires: is('a'), unless })] }
    expect(findingOn(excused, { a: false, b: false })).not.toHaveProperty('exception')
    expect(findingOn(excused, { a: false, b: true })).toHaveProperty('exception')
  })

  it('says by which date something came late', () => {
    const parts = {
      given: letters,
      requirements: [requirement({ requires: is('a'), due: '2018-11-30', achievedOn: 'kitchen.cleanedOn' })],
    }
    expect(findingOn(parts, { a: true, cleanedOn: '2018-12-05' }).reasons.map(({ text }) => text.zh)).toEqual([
      'a：是',
      '清洁日期为2018年12月5日，晚于期限（2018年11月30日）',
    ])
  })
})

describe('a reason as data', () => {
  it('has what was found, what was expected and where that comes from', () => {
    const parts: ToyParts = {
      parameters: {
        limit: { label: words('上限', 'limit'), type: 'integer', values: [{ value: 3, clauses: ['c1'] }] },
      },
      requirements: [
        requirement({ requires: leaf('kitchen.seats', 'lessThanInclusive', { fact: 'parameters.limit' }) }),
      ],
    }
    expect(findingOn(parts, { seats: 5 }).reasons).toMatchObject([
      {
        part: 'requires',
        fact: 'kitchen.seats',
        operator: 'lessThanInclusive',
        actual: 5,
        expected: 3,
        parameter: 'limit',
        holds: false,
      },
    ])
  })

  it('writes dates and rates as people do', () => {
    const parts: ToyParts = {
      given: { 'kitchen.tax': { type: 'rate', label: words('税率', 'tax') } },
      requirements: [
        requirement({
          requires: {
            all: [leaf('kitchen.openedOn', 'lessThan', '2019-01-01'), leaf('kitchen.tax', 'in', ['1%', '2%'])],
          },
        }),
      ],
    }
    expect(findingOn(parts, { openedOn: '2018-02-03', tax: '1.0%' }).reasons).toMatchObject([
      { actual: '2018-02-03', expected: '2019-01-01' },
      { actual: '1%', expected: ['1%', '2%'] },
    ])
  })
})

describe('the trace', () => {
  const parts: ToyParts = {
    given: letters,
    derived: { 'kitchen.fine': { label: words('良好', 'fine'), when: { any: [is('a'), is('b')] } } },
    requirements: [requirement({ applies: is('c'), requires: { not: is('fine') } })],
  }

  it('shows every part with the truth of each leaf, through named conditions', () => {
    const { trace } = findingOn(parts, { a: true, c: true }, { detail: 'trace' })
    expect(trace).toMatchObject([
      { part: 'applies', node: { kind: 'leaf', fact: 'kitchen.c', holds: true, actual: true } },
      {
        part: 'requires',
        node: {
          kind: 'not',
          holds: false,
          children: [
            {
              kind: 'leaf',
              fact: 'kitchen.fine',
              from: { kind: 'any', holds: true, children: [{ holds: true }, { holds: null }] },
            },
          ],
        },
      },
    ])
  })

  it('is left out where it was not asked for', () => {
    expect(findingOn(parts, { a: true, c: true })).not.toHaveProperty('trace')
  })

  it('leads to the same findings as without it', () => {
    const ledger = { kitchens: [{ a: true, c: true }, {}, { c: false }] }
    const withTrace = reportOn(parts, ledger, { detail: 'trace' }).findings.map(
      ({ trace: _trace, ...finding }) => finding,
    )
    expect(withTrace).toEqual(reportOn(parts, ledger).findings)
  })
})
