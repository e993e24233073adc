import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../support/refuse.ts'
import { reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

/** A kitchen must have been cleaned, by the end of March 2019. */
const CLEANED: ToyParts = {
  requirements: [
    requirement({
      requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null },
      due: '2019-03-31',
      achievedOn: 'kitchen.cleanedOn',
    }),
  ],
}

const found = (cleanedOn: unknown, asOf: string, on?: string) => {
  const ledger = { ...(on === undefined ? {} : { on }), kitchens: [{ id: 'K1', cleanedOn }] }
  return reportOn(CLEANED, ledger, { asOf }).findings[0]!
}

describe('a date of which only the month or the year is known', () => {
  it.each([
    ['2019-03', '2019-12-31', 'met'],
    ['2019-04', '2019-12-31', 'met_late'],
    ['2019', '2019-12-31', 'unknown'],
    ['2018', '2019-12-31', 'met'],
    ['2019-05', '2019-04-30', 'not_met'],
    ['2019-02', '2019-01-31', 'pending'],
    ['2019-02', '2019-02-01', 'unknown'],
    ['2019-02', '2019-02-15', 'unknown'],
    ['2019-02', '2019-02-28', 'met'],
  ])('%s, looked at on %s, is %s', (cleanedOn, asOf, status) => {
    expect(found(cleanedOn, asOf).status).toBe(status)
  })

  it('has no value to show where nothing of it is known but that it has come', () => {
    expect(found('2019-03', '2019-12-31').reasons[0]).toMatchObject({ actual: '2019-03' })
    expect(found(true, '2019-03-01', '2019-03-01').reasons[0]).not.toHaveProperty('actual')
  })

  it('is shown as it was given, and its day is asked for where that decides', () => {
    const finding = found('2019', '2019-12-31')
    expect(finding.possible).toEqual(['met', 'met_late'])
    expect(finding.missing).toMatchObject([
      {
        pointer: '/kitchens/0/cleanedOn',
        text: {
          zh: '清洁日期现填2019年（月、日不详），需要具体日期',
          en: 'Cleaning day is given as 2019 (month and day unknown); the exact day is needed',
        },
      },
    ])
    expect(found('2019-04', '2019-12-31').reasons.map(({ text }) => text.zh)).toContainEqual(
      expect.stringContaining('2019年4月（日不详）'),
    )
  })

  it.each(['2019-13', '2019-00', '19', '0000', '2019-1', '2019-02-30'])('is refused where it is %s', (cleanedOn) => {
    expect(problemsOf({ kitchens: [{ cleanedOn }] })).toMatchObject([{ code: 'not-date' }])
  })
})

describe('a month or a year in which the day of the ledger lies', () => {
  it.each([
    ['2019-03', '2019-03-20', '2019-03-20', 'met'],
    ['2019', '2019-03-20', '2019-03-20', 'met'],
    ['2019', '2019-12-31', '2019-03-20', 'met'],
    ['2019', '2019-12-31', '2019-04-20', 'unknown'],
    ['2019-03', '2019-03-10', '2019-03-20', 'unknown'],
    ['2019', '2019-12-31', '2019-01-01', 'met'],
  ])('%s, looked at on %s in a ledger of %s, is %s', (cleanedOn, asOf, on, status) => {
    expect(found(cleanedOn, asOf, on).status).toBe(status)
  })

  it('goes on beyond it for what may lie in the future', () => {
    const licence: ToyParts = {
      given: {
        'kitchen.licensedUntil': {
          type: 'date',
          future: true,
          label: words('证照有效期', 'end of the licence'),
          none: words('没有期限', 'no end'),
        },
      },
      requirements: [
        requirement({
          requires: { fact: 'kitchen.licensedUntil', operator: 'greaterThan', value: { fact: 'asOf' } },
        }),
      ],
    }
    const ledger = { on: '2019-03-20', kitchens: [{ id: 'K1', licensedUntil: '2019-03' }] }
    expect(reportOn(licence, ledger, { asOf: '2019-03-20' }).findings[0]?.status).toBe('unknown')
  })
})

it('a day that may be in the future is not said to have come', () => {
  const given = { 'kitchen.leaseEnds': { type: 'date', label: words('租约到期', 'end of the lease'), future: true } }
  expect(problemsOf({ kitchens: [{ leaseEnds: true }] }, { given })).toMatchObject([
    { code: 'not-date', pointer: '/kitchens/0/leaseEnds', message: { en: expect.not.stringContaining('true') } },
  ])
})

describe('the name of an organization', () => {
  const NAMED: ToyParts = {
    scopes: { kitchen: { label: words('厨房', 'kitchen'), in: 'town', list: 'kitchens', named: true } },
  }

  it('is part of how its findings are referred to', () => {
    const { findings } = reportOn(NAMED, { kitchens: [{ id: 'K1', name: '第一食堂', licensed: true }] })
    expect(findings[0]?.subject).toEqual({ scope: 'kitchen', id: 'K1', name: '第一食堂', pointer: '/kitchens/0' })
  })

  it('is refused in records of which the catalogue does not say that they have one', () => {
    expect(problemsOf({ kitchens: [{ id: 'K1', name: '第一食堂' }] })).toMatchObject([{ code: 'unknown-property' }])
    expect(problemsOf({ kitchens: [{ cooks: [{ name: '张三' }] }] }, NAMED)).toMatchObject([
      { code: 'unknown-property' },
    ])
  })
})

describe('a property that is undefined', () => {
  it('is absent', () => {
    const ledger = { kitchens: [{ id: 'K1', openedOn: undefined, years: { '2019': undefined }, typo: undefined }] }
    expect(reportOn({}, ledger).findings).toMatchObject([{ status: 'unknown' }])
  })
})

describe('what has happened on an unknown day', () => {
  it('had happened by the day of the ledger', () => {
    expect(found(true, '2019-12-31', '2019-03-31').status).toBe('met')
    expect(found(true, '2019-12-31', '2019-06-30').status).toBe('unknown')
    expect(found(true, '2019-03-01', '2019-03-31').status).toBe('unknown')
  })

  it('had happened by the day of evaluation, if the ledger has no day', () => {
    expect(found(true, '2019-03-31').status).toBe('met')
    expect(found(true, '2019-12-31').possible).toEqual(['met', 'met_late'])
  })

  it.each([
    ['2019-03-31', ['met']],
    ['2019-04-01', ['met', 'met_late']],
  ])('may have happened in the year after that of its record where the fact says so: by %s', (asOf, possible) => {
    const label = words('述职日期', 'debriefing')
    const yearly: ToyParts = {
      given: { 'year.toldOn': { type: 'date', label, none: words('未述职', 'none'), intoNextYear: true } },
      requirements: [
        requirement({
          recurs: { every: 'year', from: 2018 },
          requires: { fact: 'year.toldOn', operator: 'notEqual', value: null },
          due: { date: 'period.end', plusMonths: 3 },
          achievedOn: 'year.toldOn',
        }),
      ],
    }
    const ledger = { kitchens: [{ id: 'K1', years: { '2018': { toldOn: true } } }] }
    expect(reportOn(yearly, ledger, { asOf, periods: [2018] }).findings).toMatchObject([{ possible }])
  })

  it('in the record of a year happened within that year', () => {
    const yearly: ToyParts = {
      given: {
        'year.paidOn': { type: 'date', label: words('缴费日期', 'day of payment'), none: words('未缴', 'not paid') },
      },
      requirements: [
        requirement({
          recurs: { every: 'year', from: 2018 },
          requires: { fact: 'year.paidOn', operator: 'notEqual', value: null },
          due: 'period.end',
          achievedOn: 'year.paidOn',
        }),
      ],
    }
    const { findings } = reportOn(
      yearly,
      { kitchens: [{ id: 'K1', years: { '2018': { paidOn: true } } }] },
      {
        asOf: '2019-12-31',
        periods: [2018],
      },
    )
    expect(findings).toMatchObject([{ status: 'met' }])
  })
})

describe('a ledger that says of which day it is', () => {
  const opened = (asOf: string) => {
    const report = reportOn({}, { on: '2019-06-30', kitchens: [{ id: 'K1', licensed: true }] }, { asOf })
    return { notices: report.notices, reason: report.findings[0]!.reasons[0]!.text }
  }

  it('has a notice where it is judged on another day, and reasons without a date say so', () => {
    const { notices, reason } = opened('2019-01-01')
    expect(notices).toEqual([
      {
        code: 'ledger-day',
        text: {
          zh: '台账日期是2019年6月30日，情况截至2019年1月1日：没有注明日期的事项按台账日期的情况判断。截至日的情况可能不同，请核对。',
          en: 'The ledger describes 2019-06-30; this report is of 2019-01-01. Facts without a date are taken as they were on 2019-06-30. They may have been otherwise on the day of the report: check that.',
        },
      },
    ])
    expect(reason.zh).toBe('是否持证：是（2019年6月30日的情况）')
    expect(opened('2019-12-31').notices[0]!.text).toEqual({
      zh: '台账日期是2019年6月30日，情况截至2019年12月31日：没有注明日期的事项按台账日期的情况判断。',
      en: 'The ledger describes 2019-06-30; this report is of 2019-12-31. Facts without a date are taken as they were on 2019-06-30.',
    })
  })

  it('has dates that speak for themselves', () => {
    const [reason] = found('2018-12-01', '2019-01-01', '2018-12-31').reasons
    expect(reason!.text.zh).not.toContain('的情况')
  })

  it('has none on its own day', () => {
    const { notices, reason } = opened('2019-06-30')
    expect(notices).toEqual([])
    expect(reason.zh).toBe('是否持证：是')
  })

  it('gives an exact day', () => {
    expect(problemsOf({ on: '2019-06' })).toMatchObject([{ code: 'not-date', pointer: '/on' }])
  })
})
