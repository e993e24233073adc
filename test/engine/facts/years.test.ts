import { describe, expect, it } from 'vitest'
import { findingOn, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const integer = { type: 'integer', label: words('数', 'number') }
const placesOf = ({ missing }: { missing: readonly { pointer?: string }[] }) => missing.map(({ pointer }) => pointer)
const PLACE_OF_ALL = '/kitchens/0/complete/years'

describe('years that are not written', () => {
  const YEARLY = { recurs: { every: 'year', from: 1990 } }
  const counted = (formula: object = { count: 'year' }): ToyParts => ({
    derived: { 'kitchen.count': { label: words('数目', 'count'), ...formula } },
  })
  const atMost = (most: number, more: object = {}) =>
    requirement({ id: `at-most-${most}`, requires: leaf('kitchen.count', 'lessThanInclusive', most), ...more })

  interface Case {
    parts?: ToyParts
    more?: object
    town?: object
    kitchen?: object
    options?: object
  }
  /** Whether a count is at most one less than a number, and whether it is at most that number. */
  function upTo(
    most: number,
    { parts = counted(), more = {}, town = {}, kitchen = { years: {} }, options = {} }: Case,
  ): string[] {
    const requirements = [atMost(most - 1, more), atMost(most, more)]
    const ledger = { ...town, kitchens: [{ id: 'K1', ...kitchen }] }
    return reportOn({ ...parts, requirements }, ledger, options).findings.map(({ status }) => status)
  }
  const EXACTLY = ['unknown', 'met']

  it('may count in the year of the evaluation and in each of the twenty before it', () => {
    expect(upTo(21, {})).toEqual(EXACTLY)
  })

  it('may count from twenty before a period to the year of the evaluation', () => {
    expect(upTo(30, { more: YEARLY, options: { periods: [2010] } })).toEqual(EXACTLY)
  })

  it('may count up to a period that is to come, also where the ledger is complete up to its own day', () => {
    const coming = { more: YEARLY, options: { periods: [2021] } }
    expect(upTo(23, coming)).toEqual(EXACTLY)
    const kitchen = { years: {}, complete: { years: true } }
    expect(upTo(2, { ...coming, kitchen, town: { on: '2019-01-01' } })).toEqual(EXACTLY)
  })

  it('are the same for a period whichever others are asked for with it', () => {
    const parts = { ...counted(), requirements: [atMost(25, YEARLY)] }
    const said = (...periods: number[]) =>
      reportOn(parts, { kitchens: [{ id: 'K1', years: {} }] }, { periods }).findings.map(
        ({ period, status }) => `${period} ${status}`,
      )
    expect(said(2010)).toEqual(['2010 unknown'])
    expect(said(2018, 2010)).toEqual(['2018 met', '2010 unknown'])
    expect(said(2010, 2018)).toEqual(['2010 unknown', '2018 met'])
  })

  it('are known by their year, where a formula asks for it', () => {
    const where = leaf('year.year', 'greaterThanInclusive', 2018)
    const parts = { ...counted({ count: 'year', where }), given: { 'year.year': integer } }
    expect(upTo(2, { parts })).toEqual(EXACTLY)
  })

  it('are asked for one by one up to five, and beyond that whether the list is complete', () => {
    const unwritten = (...open: number[]) => {
      const years = Array.from({ length: 21 }, (_, i) => 1999 + i).filter((year) => !open.includes(year))
      const kitchen = { years: Object.fromEntries(years.map((year) => [year, {}])) }
      return placesOf(findingOn({ ...counted(), requirements: [atMost(20)] }, kitchen))
    }
    const years = [2001, 2003, 2005, 2007, 2009]
    expect(unwritten(...years)).toEqual(years.map((year) => `/kitchens/0/years/${year}`))
    expect(unwritten(...years, 2011)).toEqual([PLACE_OF_ALL])
  })

  it('may have any number of records below them', () => {
    const parts: ToyParts = {
      ...counted({ count: 'bill' }),
      scopes: { bill: { label: words('账单', 'bill'), in: 'year', list: 'bills' } },
      requirements: [atMost(100)],
    }
    const years = { 2018: { bills: [{}] } }
    const open = findingOn(parts, { years })
    expect(open.status).toBe('unknown')
    expect(placesOf(open)).toEqual([PLACE_OF_ALL])
    expect(findingOn(parts, { years, complete: { years: true } }).status).toBe('met')
  })

  it('may have several records by year below them', () => {
    const parts: ToyParts = {
      ...counted({ count: 'plan' }),
      scopes: { plan: { label: words('计划', 'plan'), in: 'year', list: 'plans', key: 'year' } },
      requirements: [atMost(100)],
    }
    const years = { 2018: { plans: {} } }
    expect(findingOn(parts, { years }).status).toBe('unknown')
  })
})

describe('records that refer to another from below years', () => {
  const given = {
    'year.supplier': { type: 'reference', to: 'supplier', label: words('供货商', 'supplier') },
    'bill.supplier': { type: 'reference', to: 'supplier', label: words('供货商', 'supplier') },
  }
  const counting = (over: string): ToyParts => ({
    given,
    scopes: { bill: { label: words('账单', 'bill'), in: 'year', list: 'bills' } },
    derived: { 'supplier.count': { label: words('数目', 'count'), count: over } },
    requirements: [requirement({ subject: 'supplier', requires: leaf('supplier.count', 'greaterThan', 0) })],
  })
  const found = (over: string, kitchen: object, town: object = {}) =>
    reportOn(counting(over), { suppliers: [{ id: 'S' }], kitchens: [{ id: 'K1', ...kitchen }], ...town }).findings[0]!
  const complete = { years: true }

  it('may be in a year that is not written', () => {
    const open = found('year', { years: {} })
    expect(open.status).toBe('unknown')
    expect(placesOf(open)).toEqual([PLACE_OF_ALL])
    expect(found('year', { years: {}, complete }).status).toBe('not_met')
    expect(found('year', { years: null }).status).toBe('not_met')
  })

  it('may be in a year after the ledger was drawn up', () => {
    const open = found('year', { years: {}, complete }, { on: '2017-12-31' })
    expect(open.status).toBe('unknown')
    expect(placesOf(open)).toEqual(['/kitchens/0/years/2018', '/kitchens/0/years/2019'])
    expect(found('year', { years: {}, complete }, { on: '2019-01-01' }).status).toBe('not_met')
  })

  it('may be below a year that is not written', () => {
    const years = { 2018: { bills: [] } }
    expect(found('bill', { years }).status).toBe('unknown')
    expect(placesOf(found('bill', { years }))).toEqual([PLACE_OF_ALL])
    expect(found('bill', { years, complete }).status).toBe('not_met')
  })

  it('may be below any record of a list that was not given', () => {
    const open = found('bill', {}, { kitchens: undefined })
    expect(open.status).toBe('unknown')
    expect(placesOf(open)).toEqual(['/kitchens'])
  })
})
