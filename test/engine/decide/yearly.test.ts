import { describe, expect, it } from 'vitest'
import { dated, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const LICENSED = { condition: 'kitchen.licensed' }
const rule = (parts: Record<string, unknown>): ToyParts => ({
  requirements: [requirement({ requires: LICENSED, ...parts })],
})
const yearly = (parts: Record<string, unknown> = {}) =>
  rule({
    recurs: { every: 'year', from: 2017 },
    requires: leaf('year.revenue', 'greaterThan', 0),
    due: 'period.end',
    ...parts,
  })

/** Each year that is reported, with its status. */
function years(parts: ToyParts, kitchen: Record<string, unknown>, options: Record<string, unknown> = {}) {
  return reportOn(parts, { kitchens: [kitchen] }, options).findings.map(({ period, status }) => `${period} ${status}`)
}

describe('a yearly duty', () => {
  it('is reported for this year and back to the latest that fell due', () => {
    expect(
      years(yearly(), { years: { '2018': { revenue: 5 }, '2019': { revenue: 0 } } }, { asOf: '2019-06-30' }),
    ).toEqual(['2018 met', '2019 pending'])
  })

  it('is pending on its due date itself, and then the year before is still shown', () => {
    const kitchen = { years: { '2017': { revenue: 5 }, '2018': { revenue: 0 }, '2019': { revenue: 0 } } }
    expect(years(yearly(), kitchen, { asOf: '2018-12-31' })).toEqual(['2017 met', '2018 pending'])
    expect(years(yearly(), kitchen, { asOf: '2019-01-01' })).toEqual(['2018 not_met', '2019 pending'])
  })

  it('reaches back further where it falls due long after its year', () => {
    const kitchen = { years: { '2017': { revenue: 5 }, '2018': { revenue: 5 }, '2019': { revenue: 5 } } }
    expect(years(yearly({ due: { date: 'period.end', plusMonths: 14 } }), kitchen, { asOf: '2019-06-30' })).toEqual([
      '2017 met',
      '2018 met',
      '2019 met',
    ])
  })

  it('stays listed for an earlier year in which it waits for an approval', () => {
    const waits = {
      id: 'asked',
      status: 'pending',
      text: words('待批', 'awaits approval'),
      when: leaf('year.revenue', 'equal', 7),
    }
    const parts = yearly({ requires: leaf('year.revenue', 'greaterThan', 9), unless: [waits] })
    const kitchen = { years: { '2017': { revenue: 7 }, '2018': { revenue: 10 }, '2019': { revenue: 10 } } }
    expect(years(parts, kitchen, { asOf: '2019-06-30' })).toEqual(['2017 pending', '2018 met', '2019 met'])
  })

  it('stays listed for an earlier year that an exception leaves to a person, not for one that only comes after the plan', () => {
    const unclear = {
      id: 'unclear',
      status: 'review',
      text: words('不清楚', 'unclear'),
      when: leaf('year.revenue', 'equal', 7),
    }
    const parts = {
      document: { horizon: { to: '2016-12-31', text: words('规划到期', 'the plan is over') } },
      ...yearly({ requires: leaf('year.revenue', 'greaterThan', 9), unless: [unclear] }),
    }
    const kitchen = { years: { '2017': { revenue: 7 }, '2018': { revenue: 5 }, '2019': { revenue: 10 }, '2020': {} } }
    expect(years(parts, kitchen, { asOf: '2020-06-30' })).toEqual(['2017 review', '2019 met', '2020 unknown'])
  })

  it('is not looked for in earlier years in which it was not in force, not even where these are listed', () => {
    const parts = yearly({ effective: { from: '2019-01-01' } })
    const kitchen = { years: { '2017': { revenue: 0 }, '2018': { revenue: 0 }, '2019': { revenue: 5 } } }
    expect(years(parts, kitchen, { asOf: '2019-06-30', notInForce: true })).toEqual(['2018 not_applicable', '2019 met'])
  })

  it('does not reach back before its first year', () => {
    const kitchen = { years: { '2018': { revenue: 5 }, '2019': { revenue: 5 } } }
    expect(years(yearly({ recurs: { every: 'year', from: 2019 } }), kitchen, { asOf: '2019-06-30' })).toEqual([
      '2019 met',
    ])
  })

  it('is said not to be about a year asked for that it does not reach, whichever statuses are listed', () => {
    const noticed = (parts: ToyParts, options: Record<string, unknown>) =>
      reportOn(parts, { kitchens: [{}] }, { asOf: '2019-06-30', ...options }).notices.map(({ text }) => text.en)
    const on2016 = expect.stringMatching(/^No finding is about 2016: /)
    expect(noticed(yearly(), { periods: [2016, 2017] })).toEqual([on2016])
    expect(noticed(yearly(), { periods: [2016, 2017], statuses: ['met'] })).toEqual([on2016])
    expect(noticed(yearly(), { periods: [2016], notInForce: true })).toEqual([])
    expect(noticed(rule({}), { periods: [2016] })).toEqual([on2016])
    expect(noticed(yearly(), {})).toEqual([])
  })

  it('begins in a year that a parameter gives', () => {
    const parts = {
      ...yearly({ recurs: { every: 'year', from: 'parameters.first' } }),
      parameters: { first: { label: words('首年', 'first year'), type: 'integer', values: [dated(2019)] } },
    }
    expect(years(parts, { years: { '2019': { revenue: 5 } } }, { asOf: '2020-01-01' })).toEqual([
      '2019 met',
      '2020 unknown',
    ])
    expect(
      years(parts, { years: { '2019': { revenue: 5 } } }, { asOf: '2020-01-01', parameters: { first: 2020 } }),
    ).toEqual(['2020 unknown'])
  })

  it('is reported for just the years asked for', () => {
    const kitchen = { years: { '2017': { revenue: 5 }, '2018': { revenue: 0 } } }
    expect(years(yearly(), kitchen, { asOf: '2019-06-30', periods: [2018, 2017] })).toEqual([
      '2018 not_met',
      '2017 met',
    ])
    expect(years(yearly(), kitchen, { asOf: '2019-06-30', periods: [2016] })).toEqual([])
  })

  it('is governed by the law at the end of its year', () => {
    const parts: ToyParts = {
      ...yearly({ requires: leaf('year.revenue', 'greaterThanInclusive', { fact: 'parameters.least' }) }),
      parameters: {
        least: {
          label: words('最低收入', 'least revenue'),
          type: 'money',
          values: [dated(100, '2010-01-01', '2019-01-01'), dated(200, '2019-01-01')],
        },
      },
    }
    const kitchen = { years: { '2018': { revenue: 150 }, '2019': { revenue: 150 } } }
    expect(years(parts, kitchen, { asOf: '2020-06-30', periods: [2018, 2019] })).toEqual(['2018 met', '2019 not_met'])
  })

  it('counts the days since its own due date', () => {
    const [finding] = reportOn(
      yearly(),
      { kitchens: [{ years: { '2018': { revenue: 0 } } }] },
      { periods: [2018] },
    ).findings
    expect(finding).toMatchObject({ due: '2018-12-31', daysLate: 1 })
  })
})
