import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../support/refuse.ts'
import { findingOn, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const missingOf = ({ missing }: { missing: readonly { fact: string; pointer?: string }[] }) =>
  missing.map(({ pointer }) => pointer)

describe('a fact that is absent', () => {
  const rule = { requirements: [requirement({ requires: { condition: 'kitchen.licensed' } })] }

  it('is unknown, and never false', () => {
    expect(findingOn(rule, {}).status).toBe('unknown')
    expect(findingOn(rule, { licensed: false }).status).toBe('not_met')
  })

  it('is unknown under a negation too', () => {
    expect(
      findingOn({ requirements: [requirement({ requires: { not: { condition: 'kitchen.licensed' } } })] }, {}).status,
    ).toBe('unknown')
  })

  it('is certainly not none where the catalogue has no none for it', () => {
    const asks = (fact: string) => ({ requirements: [requirement({ requires: leaf(fact, 'notEqual', null) })] })
    expect(findingOn(asks('kitchen.openedOn'), {}, { asOf: '2019-01-01' }).status).toBe('unknown') // it may lie ahead
    expect(findingOn(asks('kitchen.seats'), {}).status).toBe('met')
    expect(findingOn(asks('kitchen.supplier'), {}).status).toBe('unknown')
  })
})

describe('a date that is written down only once it has come', () => {
  const closedOn = (absent: object) => ({
    given: {
      'kitchen.closedOn': {
        type: 'date',
        label: words('停业日期', 'day it closed'),
        none: words('没有', 'none'),
        ...absent,
      },
    },
    requirements: [requirement({ requires: leaf('kitchen.closedOn', 'equal', null) })],
  })

  it('is none where it is left out, if the catalogue says so, and unknown otherwise', () => {
    expect(findingOn(closedOn({ absent: 'none' }), {}).status).toBe('met')
    expect(findingOn(closedOn({}), {}).status).toBe('unknown')
  })

  it('counts as given, and is in doubt when a check says so', () => {
    const parts = closedOn({ absent: 'none' })
    expect(findingOn(parts, { closedOn: '2018-01-01' }, { asOf: '2019-01-01' }).status).toBe('not_met')
    const check = {
      id: 'after-opening',
      scope: 'kitchen',
      text: words('停业晚于开业', 'it closed after it opened'),
      holds: { not: leaf('kitchen.closedOn', 'lessThan', { fact: 'kitchen.openedOn' }) },
      taints: ['kitchen.closedOn'],
    }
    const kitchen = { openedOn: '2018-02-01', closedOn: '2018-01-01' }
    expect(findingOn({ ...parts, checks: [check] }, kitchen, { asOf: '2019-01-01' }).status).toBe('unknown')
  })
})

describe('facts of the records around', () => {
  const parts: ToyParts = {
    given: { 'town.size': { type: 'integer', label: words('面积', 'size') } },
    requirements: [
      requirement({
        subject: 'cook',
        requires: { all: [leaf('town.size', 'greaterThan', 5), leaf('kitchen.seats', 'greaterThan', 5)] },
      }),
    ],
  }

  it('are seen from every record below', () => {
    const ledger = {
      size: 6,
      kitchens: [
        { seats: 9, cooks: [{}, {}] },
        { seats: 2, cooks: [{}] },
      ],
    }
    expect(reportOn(parts, ledger).findings.map(({ subject, status }) => `${subject.pointer} ${status}`)).toEqual([
      '/kitchens/0/cooks/0 met',
      '/kitchens/0/cooks/1 met',
      '/kitchens/1/cooks/0 not_met',
    ])
  })

  it('are named with their own place where they are missing', () => {
    const { findings } = reportOn(parts, { kitchens: [{ cooks: [{}] }] })
    expect(missingOf(findings[0]!)).toEqual(['/size', '/kitchens/0/seats'])
  })
})

describe('yearly records', () => {
  const parts: ToyParts = {
    requirements: [
      requirement({
        recurs: { every: 'year', from: 2018 },
        requires: leaf('year.revenue', 'greaterThanInclusive', 100),
      }),
    ],
  }
  const in2019 = (years: unknown) => findingOn(parts, years === undefined ? {} : { years }, { periods: [2019] })

  it('are those of the evaluated year', () => {
    expect(in2019({ '2018': { revenue: 5 }, '2019': { revenue: 100 } }).status).toBe('met')
  })

  it('that are absent are unknown, and asked for by their year', () => {
    for (const years of [undefined, {}, { '2018': { revenue: 5 } }]) {
      const finding = in2019(years)
      expect(finding.status).toBe('unknown')
      expect(missingOf(finding)).toEqual(['/kitchens/0/years/2019'])
    }
  })

  it('that are null have no order', () => {
    expect(in2019({ '2019': null }).status).toBe('not_met')
    expect(in2019(null).status).toBe('not_met')
  })

  it('know their own year where the catalogue names it', () => {
    const named: ToyParts = {
      scopes: { record: { label: words('记录', 'record'), in: 'kitchen', list: 'records', key: 'year' } },
      given: {
        'record.year': { type: 'integer', label: words('年度', 'year') },
        'record.clean': { type: 'boolean', label: words('是否清洁', 'whether clean') },
      },
      requirements: [
        requirement({
          figures: {
            first: {
              label: words('首个清洁年度', 'first clean year'),
              least: 'record.year',
              where: { condition: 'record.clean' },
            },
          },
        }),
      ],
    }
    const { figures } = findingOn(named, {
      records: { '2017': { clean: false }, '2018': { clean: true }, '2019': { clean: true } },
      complete: { records: true },
    })
    expect(figures).toMatchObject([{ value: 2018 }])
  })
})

describe('a date after the day of the evaluation', () => {
  const parts = (future: boolean): ToyParts => ({
    given: {
      'kitchen.inspectedOn': {
        type: 'date',
        label: words('检查日期', 'day of inspection'),
        none: words('未检查', 'not inspected'),
        ...(future ? { future } : {}),
      },
    },
    requirements: [requirement({ requires: leaf('kitchen.inspectedOn', 'notEqual', null) })],
  })

  it('has not happened: it reads as none', () => {
    expect(findingOn(parts(false), { inspectedOn: '2019-01-02' }).status).toBe('not_met')
    expect(findingOn(parts(false), { inspectedOn: '2019-01-01' }).status).toBe('met')
  })

  it('is read where the catalogue says that it may be in the future', () => {
    expect(findingOn(parts(true), { inspectedOn: '2030-01-01' }).status).toBe('met')
  })

  it('reads as none even where none is not declared', () => {
    const rule = {
      requirements: [requirement({ requires: leaf('kitchen.openedOn', 'lessThanInclusive', '2030-01-01') })],
    }
    expect(findingOn(rule, { openedOn: '2019-01-02' }).status).toBe('not_met')
  })

  it('is the day in Asia/Shanghai', () => {
    expect(findingOn(parts(false), { inspectedOn: '2019-01-01T15:59:59Z' }).status).toBe('met')
    expect(findingOn(parts(false), { inspectedOn: '2019-01-01T16:00:00Z' }).status).toBe('not_met')
  })
})

describe('a group', () => {
  const parts: ToyParts = {
    given: {
      'kitchen.owner': { type: 'group', label: words('业主', 'owner'), none: words('没有业主', 'no owner') },
      'kitchen.owner.local': { type: 'boolean', label: words('是否本地', 'whether local') },
      'kitchen.owner.since': { type: 'date', label: words('起始', 'since') },
    },
    requirements: [requirement({ requires: leaf('kitchen.owner.local', 'notEqual', null) })],
  }

  it('that is none makes every fact in it none', () => {
    expect(findingOn(parts, { owner: null }).status).toBe('not_met')
  })

  it('that is given has its facts not none, even unknown ones only where they are given', () => {
    expect(findingOn(parts, { owner: { local: false } }).status).toBe('met')
    expect(findingOn(parts, {}).status).toBe('unknown')
  })
})

describe('a list', () => {
  const counted: ToyParts = {
    derived: {
      'town.licensed': {
        label: words('持证厨房数', 'licensed kitchens'),
        count: 'kitchen',
        where: { condition: 'kitchen.licensed' },
      },
    },
    requirements: [
      requirement({ id: 'two', subject: 'town', requires: leaf('town.licensed', 'greaterThanInclusive', 2) }),
    ],
  }
  const two = (ledger: object) => reportOn(counted, ledger).findings[0]!
  const kitchens = [{ id: 'K1', licensed: true }]

  it('is taken to be whole unless the ledger says that it is not', () => {
    expect(two({ kitchens }).status).toBe('not_met')
    const partial = two({ kitchens, complete: { kitchens: false } })
    expect(partial.status).toBe('unknown')
    expect(partial.missing).toMatchObject([{ fact: 'kitchen', pointer: '/kitchens' }])
    expect(two({ kitchens: [...kitchens, { id: 'K2', licensed: true }], complete: { kitchens: false } }).status).toBe(
      'met',
    )
  })

  it('of years is not, unless the ledger says so', () => {
    const summed: ToyParts = {
      derived: { 'kitchen.revenue': { label: words('收入', 'revenue'), sum: 'year.revenue' } },
      requirements: [requirement({ id: 'earns', requires: leaf('kitchen.revenue', 'greaterThanInclusive', 10) })],
    }
    const earns = (facts: object) => reportOn(summed, { kitchens: [{ id: 'K1', ...facts }] }).findings[0]!
    expect(earns({ years: { '2018': { revenue: 4 } } })).toMatchObject({
      status: 'unknown',
      missing: [{ fact: 'year', pointer: '/kitchens/0/complete/years' }],
    })
    expect(earns({ years: { '2018': { revenue: 4 } }, complete: { years: true } }).status).toBe('not_met')
    expect(earns({ years: { '2018': { revenue: 10 } } }).status).toBe('met')
  })

  it('can be called complete only where there is such a list, with yes or no', () => {
    expect(problemsOf({ complete: { cooks: true } })).toMatchObject([
      { code: 'unknown-list', pointer: '/complete/cooks' },
    ])
    expect(problemsOf({ complete: { kitchens: 1 } })).toMatchObject([
      { code: 'not-boolean', pointer: '/complete/kitchens' },
    ])
  })
})

describe('a list of years that is declared complete', () => {
  const given = { 'year.inspected': { type: 'boolean', label: words('是否检查', 'whether it was inspected') } }
  const yearly: ToyParts = {
    given,
    requirements: [requirement({ recurs: { every: 'year', from: 2018 }, requires: { condition: 'year.inspected' } })],
  }
  const counted: ToyParts = {
    given,
    derived: {
      'kitchen.inspections': {
        label: words('检查次数', 'number of inspections'),
        count: 'year',
        where: { condition: 'year.inspected' },
      },
    },
    requirements: [requirement({ requires: leaf('kitchen.inspections', 'greaterThan', 0) })],
  }
  const statuses = (parts: ToyParts, town: object, kitchen: object) =>
    reportOn(parts, { ...town, kitchens: [{ id: 'K1', ...kitchen }] }, { asOf: '2020-06-30' }).findings.map(
      ({ period, status }) => [period, status].join(' '),
    )
  const complete = { years: {}, complete: { years: true } }

  it('says nothing of the years after the ledger was drawn up', () => {
    expect(statuses(yearly, { on: '2018-06-30' }, complete)).toEqual(['2018 not_met', '2019 unknown', '2020 unknown'])
    expect(statuses(yearly, { on: '2018-06-30' }, { years: null })).toEqual([
      '2018 not_met',
      '2019 unknown',
      '2020 unknown',
    ])
    expect(statuses(counted, { on: '2018-06-30' }, complete)).toEqual([' unknown'])
    expect(statuses(counted, { on: '2020-01-31' }, complete)).toEqual([' not_met'])
    expect(statuses(counted, {}, complete)).toEqual([' not_met'])
  })

  it('is what a count needs: a year that is not written may count', () => {
    expect(statuses(counted, {}, { years: {} })).toEqual([' unknown'])
    expect(statuses(counted, {}, { years: { 2018: { inspected: false } } })).toEqual([' unknown'])
    expect(statuses(counted, {}, { years: { 2018: { inspected: true } } })).toEqual([' met'])
  })
})
