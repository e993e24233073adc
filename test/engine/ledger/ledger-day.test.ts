import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../../packages/engine/src/values/date.ts'
import { reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const OPENED: ToyParts = {
  requirements: [requirement({ requires: { fact: 'kitchen.openedOn', operator: 'notEqual', value: null } })],
}
const on = '2019-05-31'

const openedOn = (day: unknown, asOf = '2019-12-31') =>
  reportOn(OPENED, { on, kitchens: [{ id: 'K1', openedOn: day }] }, { asOf })

describe('a day after that of the ledger', () => {
  it('contradicts it, with its place and what to do', () => {
    const { conflicts, findings } = openedOn('2019-06-30')
    const text = {
      zh: '台账日期是2019年5月31日，“开业日期”不能在此之后。请核对该日期，或者改正台账日期。',
      en: 'The ledger is of 2019-05-31, and “opening day” cannot be of a later day. Check that date, or correct the day of the ledger.',
    }
    expect(conflicts).toMatchObject([
      { check: 'ledger-day', subject: { pointer: '/kitchens/0' }, facts: ['kitchen.openedOn'], text },
    ])
    expect(findings[0]).toMatchObject({ status: 'unknown', unknownReasons: ['conflict'], missing: [{ text }] })
  })

  it.each(['2019-06', '2020', '2019-06-01'])('is that of %s', (day) => {
    expect(openedOn(day).conflicts).toHaveLength(1)
  })

  it.each(['2019-05-31', '2019-05', '2019', true])('is not that of %s', (day) => {
    expect(openedOn(day).conflicts).toEqual([])
  })

  it('contradicts it on whatever day it is judged', () => {
    expect(openedOn('2019-06-30', '2019-05-31').findings[0]).toMatchObject({ unknownReasons: ['conflict'] })
  })

  it('contradicts it in an attestation too', () => {
    const attested: ToyParts = {
      given: { 'kitchen.approval': { type: 'attestation', label: words('核准', 'approval') } },
      roles: { inspector: words('检查员', 'inspector') },
    }
    const approval = { value: true, attestedOn: '2019-06-01', attestedBy: 'inspector', evidenceRef: 'a' }
    const { conflicts } = reportOn(attested, { on, kitchens: [{ id: 'K1', approval }] }, { asOf: on })
    expect(conflicts).toMatchObject([{ facts: ['kitchen.approval.attestedOn'] }])
  })
})

describe('a duty that falls due, or something that runs out, after the day of the ledger', () => {
  const leaf = (fact: string, operator: string, value: unknown) => ({ fact: `kitchen.${fact}`, operator, value })
  const DUE: ToyParts = {
    requirements: [
      requirement({
        requires: leaf('cleanedOn', 'notEqual', null),
        due: '2019-06-30',
        achievedOn: 'kitchen.cleanedOn',
      }),
    ],
  }
  const judged = (parts: ToyParts, kitchen: object, asOf: string, day = on) =>
    reportOn(parts, { on: day, kitchens: [{ id: 'K1', ...kitchen }] }, { asOf }).findings[0]!

  const LIMIT: ToyParts = {
    parameters: {
      limit: {
        label: words('下限', 'limit'),
        type: 'integer',
        values: [
          { value: 3, to: '2019-07-01', clauses: ['c1'] },
          { value: 5, from: '2019-07-01', clauses: ['c1'] },
        ],
      },
    },
    requirements: [
      requirement({
        requires: leaf('seats', 'greaterThanInclusive', { fact: 'parameters.limit' }),
        due: '2018-12-31',
        achievedOn: 'kitchen.cleanedOn',
      }),
    ],
  }

  it('may have been met since, whatever a blank turns out to be that leaves both days open', () => {
    const found = (kitchen: object) => judged(LIMIT, { cleanedOn: null, ...kitchen }, '2019-12-31')
    expect(found({ seats: 4 }).possible).toEqual(['met', 'met_late', 'not_met'])
    expect(found({}).possible).toEqual(['met', 'met_late', 'not_met'])
    // Once the blank is filled in, a later ledger may be needed; it is not asked for before that.
    expect(found({}).unknownReasons).toEqual(['missing_fact'])
  })

  it('lists with that what no filling of the blanks reaches, and says of none that all were looked at', () => {
    const ledger = (day: string) => ({ on: day, kitchens: [{ id: 'K1', cleanedOn: null }] })
    const found = (day: string) => reportOn(LIMIT, ledger(day), { asOf: '2019-12-31', exact: true }).findings[0]!
    expect(found('2019-12-31')).toMatchObject({ possible: ['met', 'not_met'], exact: true })
    expect(found(on).possible).toEqual(['met', 'met_late', 'not_met'])
    expect(found(on).exact).toBeUndefined()
  })

  it('has not been met since where a blank means the same on both days', () => {
    expect(judged(LIMIT, { cleanedOn: null }, '2019-06-30').possible).toEqual(['met', 'not_met'])
  })

  it('is no accusation: it may have been done since, and a later ledger is asked for', () => {
    const found = judged(DUE, { cleanedOn: null }, '2019-12-31')
    expect(found).toMatchObject({
      status: 'unknown',
      unknownReasons: ['earlier_ledger'],
      possible: ['met', 'met_late', 'not_met'],
      missing: [
        {
          reason: 'earlier_ledger',
          pointer: '/on',
          text: { zh: '台账日期是2019年5月31日，此后的情况没有记载：请按2019年12月31日的情况更新台账' },
        },
      ],
    })
    expect(found.problem).toBeUndefined()
    expect(judged(DUE, { cleanedOn: null }, '2019-06-30').status).toBe('pending')
  })

  it('is found once the ledger is of a later day, with the days to that of the ledger', () => {
    expect(judged(DUE, { cleanedOn: null }, '2019-12-31', '2019-06-30').status).toBe('unknown')
    expect(judged(DUE, { cleanedOn: null }, '2019-12-31', '2019-07-01')).toMatchObject({
      status: 'not_met',
      daysLate: 1,
    })
  })

  it('is so too of what ran out in the meantime', () => {
    const licence = {
      derived: {
        'kitchen.until': { label: words('有效期', 'valid until'), date: 'kitchen.openedOn', plusMonths: 2 },
      },
      requirements: [requirement({ requires: leaf('until', 'greaterThan', { fact: 'asOf' }) })],
    }
    expect(judged(licence, { openedOn: '2019-05-01' }, '2019-12-31')).toMatchObject({
      status: 'unknown',
      possible: ['met', 'not_met'],
    })
    expect(judged(licence, { openedOn: '2019-03-01' }, '2019-12-31').status).toBe('not_met')
  })

  it('asks too for what would show that it was so on that day already', () => {
    // By the day of evaluation it is due in any case; whether it was due on the day of the ledger is not known.
    const due = {
      ...DUE,
      requirements: [
        requirement({
          requires: leaf('cleanedOn', 'notEqual', null),
          due: { date: 'kitchen.openedOn', plusDays: 20 },
          achievedOn: 'kitchen.cleanedOn',
        }),
      ],
    }
    const blank = judged(due, { cleanedOn: null, openedOn: '2019-05' }, '2019-12-31')
    expect(blank.missing.map(({ pointer }) => pointer)).toEqual(['/on', '/kitchens/0/openedOn'])
    expect(judged(due, { cleanedOn: null, openedOn: '2019-05-01' }, '2019-12-31').status).toBe('not_met')
    expect(judged(due, { cleanedOn: null, openedOn: '2019-05-20' }, '2019-12-31').status).toBe('unknown')
  })

  it('is the same in verdicts', () => {
    const ledger = { on, kitchens: [{ id: 'K1', cleanedOn: null }] }
    expect(reportOn(DUE, ledger, { asOf: '2019-12-31', detail: 'verdicts' }).findings[0]!.status).toBe('unknown')
  })
})

describe('a date that a ledger leaves out', () => {
  it('is none or a day up to that of the ledger, in whatever is possible', () => {
    const due: ToyParts = {
      requirements: [
        requirement({
          requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null },
          due: '2019-06-30',
          achievedOn: 'kitchen.cleanedOn',
        }),
      ],
    }
    const possible = (day?: string) =>
      reportOn(due, { ...(day && { on: day }), kitchens: [{ id: 'K1' }] }, { asOf: '2019-12-31', exact: true })
        .findings[0]!.possible
    expect(possible()).toEqual(['met', 'met_late', 'not_met'])
    // Cleaned by then, since then in time, since then late, or never.
    expect(possible('2019-05-31')).toEqual(['met', 'met_late', 'not_met'])
    expect(possible('2019-07-31')).toEqual(['met', 'met_late', 'not_met'])
  })
})

describe('a reason on another day than that of the ledger', () => {
  const cleaned = { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null }
  const reasonOn = (requires: unknown, kitchen: Record<string, unknown>, asOf = '2019-12-31') => {
    const parts: ToyParts = {
      derived: {
        'kitchen.cookCount': { label: words('厨师数', 'number of cooks'), count: 'cook' },
        'kitchen.hasNewCook': {
          label: words('是否有新到岗的厨师', 'whether a cook is new'),
          some: 'cook',
          where: { fact: 'cook.since', operator: 'greaterThan', value: '2019-01-01' },
        },
        'kitchen.readyOn': { label: words('就绪日期', 'day all is ready'), greatest: ['kitchen.cleanedOn'] },
      },
      requirements: [requirement({ requires })],
    }
    const report = reportOn(parts, { on, kitchens: [{ id: 'K1', ...kitchen }] }, { asOf })
    return report.findings[0]!.reasons[0]!.text.zh
  }
  const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
  const named = expect.stringContaining('（2019年5月31日的情况）')

  it.each([
    ['a date that is none', cleaned, { cleanedOn: null }],
    ['a date of which no day is given', cleaned, { cleanedOn: true }],
    ['a date derived from none', leaf('kitchen.readyOn', 'notEqual', null), { cleanedOn: null }],
    ['a list that is empty', leaf('kitchen.cookCount', 'greaterThan', 0), { cooks: [] }],
    ['no record of a list', leaf('kitchen.hasNewCook', 'equal', true), { cooks: [{ since: '2018-02-01' }] }],
    [
      'a number, on the right',
      leaf('kitchen.cookCount', 'lessThan', { fact: 'kitchen.seats' }),
      { cooks: [{ since: '2018-02-01' }], seats: 2 },
    ],
    [
      'a date that is none, on the right',
      leaf('kitchen.openedOn', 'notEqual', { fact: 'kitchen.cleanedOn' }),
      { openedOn: '2018-01-01', cleanedOn: null },
    ],
  ])('says so where it rests on %s', (_, requires, kitchen) => {
    expect(reasonOn(requires, kitchen)).toEqual(named)
  })

  it.each([
    ['a date', cleaned, { cleanedOn: '2019-03-01' }, '2019-12-31'],
    ['a date known to the month', cleaned, { cleanedOn: '2019-03' }, '2019-12-31'],
    ['a date that is still to come', cleaned, { cleanedOn: '2019-03-01' }, '2019-02-01'],
    [
      'a date derived from one to come',
      leaf('kitchen.readyOn', 'notEqual', null),
      { cleanedOn: '2019-03-01' },
      '2019-02-01',
    ],
    [
      'a record with a date',
      leaf('kitchen.hasNewCook', 'equal', true),
      { cooks: [{ since: '2019-02-01' }] },
      '2019-12-31',
    ],
    ['a record to come', leaf('kitchen.hasNewCook', 'equal', true), { cooks: [{ since: '2019-02-01' }] }, '2019-01-15'],
  ])('does not where it rests on %s', (_, requires, kitchen, asOf) => {
    expect(reasonOn(requires, kitchen, asOf)).not.toEqual(named)
  })
})

describe('a sentence of the pack on another day than that of the ledger', () => {
  const leaf = (fact: string, operator: string, value: unknown) => ({ fact: `kitchen.${fact}`, operator, value })
  const HIRED = leaf('hasCook', 'equal', true)
  const findingOf = (rule: object, kitchen: Record<string, unknown>, asOf = '2019-12-31') => {
    const parts: ToyParts = {
      given: { 'kitchen.closedOn': { type: 'date', label: words('停业日期'), none: words('没有停业') } },
      derived: { 'kitchen.hasCook': { label: words('是否有厨师'), some: 'cook' } },
      requirements: [requirement({ requires: leaf('openedOn', 'equal', '2018-01-01'), ...rule })],
    }
    const ledger = { on, kitchens: [{ id: 'K1', openedOn: '2017-01-01', closedOn: null, ...kitchen }] }
    return reportOn(parts, ledger, { asOf }).findings[0]!
  }
  const cleaned = { problem: words('尚未清洁。', 'Not cleaned yet.'), requires: leaf('cleanedOn', 'notEqual', null) }
  const ofDay = words('按2019年5月31日登记的情况，', 'As registered on 2019-05-31: ')
  const says = (text: object, { zh, en }: { zh: string; en: string }) =>
    expect(text).toEqual({ zh: ofDay.zh + zh, en: ofDay.en + en })

  it('says so where it finds wrong what the ledger does not have', () => {
    says(findingOf(cleaned, { cleanedOn: null }).problem!, cleaned.problem)
    expect(findingOf(cleaned, { cleanedOn: null }, on).problem).toEqual(cleaned.problem)
  })

  it('does not where days decide, and nothing has ended', () => {
    const applies = leaf('closedOn', 'equal', null)
    const late = { ...cleaned, applies, requires: leaf('cleanedOn', 'lessThan', '2019-01-01') }
    expect(findingOf(late, { cleanedOn: '2019-03-01' }).problem).toEqual(cleaned.problem)
  })

  it('says so where the ledger does not have what would be an exception', () => {
    const unless = [{ id: 'hired', text: words('有厨师'), status: 'exempted', when: HIRED }]
    const rule = { ...cleaned, requires: leaf('openedOn', 'lessThan', '2016-01-01'), unless }
    says(findingOf(rule, { cooks: [] }).problem!, cleaned.problem)
    expect(findingOf({ ...rule, unless: [] }, { cooks: [] }).problem).toEqual(cleaned.problem)
  })

  it('says so in an exception that rests on it', () => {
    const text = words('没有厨师。', 'No cook.')
    const unless = [{ id: 'alone', text, status: 'exempted', when: { not: HIRED } }]
    says(findingOf({ unless }, { cooks: [] }).exception!.text, text)
    const dated = [{ ...unless[0], when: leaf('openedOn', 'lessThan', '2018-01-01') }]
    expect(findingOf({ unless: dated }, { cooks: [] }).exception!.text).toEqual(text)
  })

  it.each([
    ['a list that is empty', { not: HIRED }, { cooks: [] }],
    ['a reference to nothing', leaf('supplier', 'equal', null), { supplier: null }],
    [
      'an empty list, while nothing has ended',
      { all: [{ not: HIRED }, leaf('closedOn', 'equal', null)] },
      { cooks: [] },
    ],
    ['a day that has not come, and nothing else', leaf('closedOn', 'equal', null), {}],
    ['what there is', leaf('seats', 'equal', 3), { seats: 3 }],
    [
      'what there is, while nothing has ended',
      { all: [leaf('seats', 'equal', 3), { not: leaf('closedOn', 'lessThan', on) }, leaf('closedOn', 'equal', null)] },
      { seats: 3 },
    ],
  ])('does not in a note, which may be about the document: on %s', (_, when, kitchen) => {
    const text = words('说明。', 'A note.')
    expect(findingOf({ notes: [{ id: 'n', text, when }] }, kitchen).notes[0]!.text).toEqual(text)
  })
})

describe('a day that a ledger may give before it comes', () => {
  const visit = (more: Record<string, unknown>): ToyParts => ({
    given: { 'kitchen.visitOn': { type: 'date', label: words('走访日期', 'day of the visit'), ...more } },
    requirements: [requirement({ requires: { fact: 'kitchen.visitOn', operator: 'notEqual', value: null } })],
  })
  const reported = (more: Record<string, unknown>, visitOn: unknown, asOf: string) => {
    const { conflicts, findings } = reportOn(visit(more), { on, kitchens: [{ id: 'K1', visitOn }] }, { asOf })
    return [conflicts.length, findings[0]!.status]
  }

  it('may be planned: it counts once it has come', () => {
    expect(reported({ planned: true }, '2019-06-30', '2019-06-29')).toEqual([0, 'not_met'])
    expect(reported({ planned: true }, '2019-06-30', '2019-06-30')).toEqual([0, 'met'])
  })

  it('may be any day of the month of the ledger, where it is planned', () => {
    const early = { on: '2019-05-20', kitchens: [{ id: 'K1', visitOn: '2019-05' }] }
    const statusOf = (more: Record<string, unknown>) =>
      reportOn(visit(more), early, { asOf: '2019-05-20' }).findings[0]!.status
    expect(statusOf({})).toBe('met')
    expect(statusOf({ planned: true })).toBe('unknown')
  })

  it('has come by the day of the ledger where no day is given', () => {
    expect(reported({ planned: true }, true, on)).toEqual([0, 'met'])
  })

  it('may be a day in the future', () => {
    expect(reported({ future: true }, '2019-06-30', on)).toEqual([0, 'met'])
  })
})

describe('what has happened on an unknown day of a year', () => {
  const PAID: ToyParts = {
    given: {
      'year.paidOn': { type: 'date', label: words('缴费日期', 'day of payment'), none: words('未缴', 'not paid') },
    },
    derived: {
      'kitchen.paidOn': { label: words('缴费日期', 'day of payment'), greatest: 'year.paidOn' },
    },
    requirements: [
      requirement({
        requires: {
          any: [
            { fact: 'kitchen.paidOn', operator: 'notEqual', value: null },
            { fact: 'kitchen.licensed', operator: 'equal', value: true },
          ],
        },
      }),
    ],
  }
  const paid = (year: number, asOf: string, day?: string) =>
    reportOn(
      PAID,
      {
        ...(day === undefined ? {} : { on: day }),
        kitchens: [{ id: 'K1', licensed: false, complete: { years: true }, years: { [year]: { paidOn: true } } }],
      },
      { asOf },
    )

  it('contradicts a ledger of an earlier year', () => {
    expect(paid(2020, '2020-12-31', on).conflicts).toMatchObject([
      { check: 'ledger-day', subject: { pointer: '/kitchens/0/years/2020' }, facts: ['year.paidOn'] },
    ])
  })

  it('has happened, may have, or has not, as each of the days that it can be', () => {
    const day = fc.integer({ min: parseDay('2017-06-01')!, max: parseDay('2021-06-01')! })
    fc.assert(
      fc.property(fc.integer({ min: 2018, max: 2020 }), day, fc.option(day), (year, asOf, ledgerDay) => {
        const own = ledgerDay === null ? undefined : formatDay(ledgerDay)
        const { conflicts, findings } = paid(year, formatDay(asOf), own)
        const first = parseDay(`${year}-01-01`)!
        const last = Math.min(parseDay(`${year}-12-31`)!, ledgerDay ?? Infinity)
        expect(conflicts).toHaveLength(first > last ? 1 : 0)
        // Without a day of its own, a ledger is of the day on which it is judged.
        const latest = ledgerDay === null && asOf >= first ? Math.min(last, asOf) : last
        const status = first > last ? 'unknown' : latest <= asOf ? 'met' : first > asOf ? 'not_met' : 'unknown'
        expect(findings[0]?.status).toBe(status)
      }),
    )
  })
})
