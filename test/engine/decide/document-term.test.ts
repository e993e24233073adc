import { describe, expect, it } from 'vitest'
import { reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const UNLICENSED = { kitchens: [{ id: 'K1', licensed: false, years: {} }] }
const rule = (parts: object) => requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' }, ...parts })

describe('the days on which a document is in force', () => {
  const bounded: ToyParts = {
    pack: { effective: { from: '2018-01-01', to: '2019-01-01' } },
    requirements: [rule({ effective: { from: '2017-01-01' } })],
  }
  const on = (asOf: string) => reportOn(bounded, UNLICENSED, { asOf })

  it('bound each of its requirements, and outside them the report says so', () => {
    expect(on('2017-12-31').findings).toEqual([])
    expect(on('2019-01-01').findings).toEqual([])
    expect(on('2019-01-01').notices).toEqual([
      {
        code: 'outside-term',
        text: {
          zh: '评价日期2019年1月1日不在文件施行期内：文件的各项规定当日均不适用。',
          en: 'The document is not in force on 2019-01-01: none of its provisions applies on that day.',
        },
      },
    ])
  })

  it('leave nothing to count outside them, unless what is not in force is asked for', () => {
    const counted = (notInForce: boolean) =>
      reportOn(bounded, UNLICENSED, { asOf: '2019-01-01', notInForce }).summary.not_applicable
    expect([counted(false), counted(true)]).toEqual([0, 1])
  })

  it('say nothing within them', () => {
    expect(on('2018-01-01')).toMatchObject({ findings: [{ status: 'not_met' }], notices: [] })
    expect(on('2018-12-31').findings).toMatchObject([{ status: 'not_met' }])
  })
})

describe('a requirement on clauses of two documents', () => {
  const onBoth: ToyParts = {
    document: { effective: { from: '2018-01-01', to: '2022-01-01' } },
    documents: {
      notice: { document: { effective: { from: '2020-01-01', to: '2024-01-01' } }, clauses: [{ id: 'a1' }] },
    },
    requirements: [rule({ clauses: ['c1', 'notice/a1'] })],
  }
  it.each([
    ['2017-12-31', []],
    ['2018-01-01', ['not_met']],
    ['2020-01-01', ['not_met']],
    ['2022-01-01', ['review']],
    ['2023-12-31', ['review']],
    ['2024-01-01', []],
  ])(
    'holds from the first day of either to the last of both, and for a person once one has ended: %s',
    (asOf, expected) => {
      const { findings } = reportOn(onBoth, UNLICENSED, { asOf })
      expect(findings.map(({ status }) => status)).toEqual(expected)
    },
  )
})

describe('the years that a document plans for', () => {
  const text = words('规划期已届满，请先核实。', 'The years planned for are over; verify first.')
  const forAPerson = words(
    '文件规划期已届满：本项是否仍须办理，由人工研判。',
    'The years that the document plans for are over: whether this is still to be done is for a person to judge.',
  )
  const planned = (parts: object): ToyParts => ({
    document: { horizon: { to: '2018-12-31', text } },
    requirements: [rule({ due: '2018-06-30', ...parts })],
  })
  const status = (parts: object, asOf: string) => reportOn(planned(parts), UNLICENSED, { asOf }).findings

  it('leave to a person what was not done by then of a task, with no count of days', () => {
    expect(status({ duty: 'once' }, '2018-12-31')).toMatchObject([{ status: 'not_met', daysLate: 184 }])
    const [after] = status({ duty: 'once' }, '2019-01-01')
    expect(after).toMatchObject({ status: 'review', notes: [{ id: 'past-horizon', text: forAPerson }] })
    expect(after).not.toHaveProperty('daysLate')
  })

  it('leave the duties of later years to a person, overdue or not, and count no days of earlier ones', () => {
    const yearly = { recurs: { every: 'year', from: 2018 }, due: 'period.end', remedy: words('办证') }
    const found = status(yearly, '2020-06-30')
    expect(found.map((finding) => `${finding.period} ${finding.status}`)).toEqual([
      '2018 not_met',
      '2019 review',
      '2020 review',
    ])
    expect(found[2]).toMatchObject({ notes: [{ id: 'past-horizon', text: forAPerson }] })
    expect(found[2]).not.toHaveProperty('remedy')
    expect(found[0]).not.toHaveProperty('daysLate')
    expect(found[0]!.notes).toMatchObject([{ id: 'days-not-counted' }])
  })

  it('count no days of their yearly duties that fall due after them', () => {
    const debriefing = { recurs: { every: 'year', from: 2018 }, due: { date: 'period.end', plusMonths: 4 } }
    const [found] = status(debriefing, '2019-06-30')
    expect(found).toMatchObject({ period: 2018, due: '2019-04-30', status: 'not_met' })
    expect(found).not.toHaveProperty('daysLate')
  })

  it.each(['2018-12-31', '2019-01-01'])('count no days of what stands by its words and was due on %s', (due) => {
    const [found] = status({ due }, '2019-06-30')
    expect(found).not.toHaveProperty('daysLate')
    expect(found).toMatchObject({ status: 'not_met', notes: [{ id: 'days-not-counted' }] })
    expect(found!.notes[0]!.text.zh).toContain('仍按原文评价')
  })

  it('count the days by which something was done late after them', () => {
    const late = {
      due: '2019-01-01',
      requires: { fact: 'kitchen.openedOn', operator: 'notEqual', value: null },
      achievedOn: 'kitchen.openedOn',
    }
    const ledger = { kitchens: [{ id: 'K1', openedOn: '2019-01-11' }] }
    expect(reportOn(planned(late), ledger, { asOf: '2019-06-30' }).findings).toMatchObject([
      { status: 'met_late', daysLate: 10 },
    ])
  })

  it('are no reason for what an exception leaves to a person', () => {
    const unless = [
      { id: 'asked', status: 'review', text: words('已请示'), when: { not: { condition: 'kitchen.licensed' } } },
    ]
    expect(status({ duty: 'once', unless }, '2019-01-01')).toMatchObject([
      { status: 'review', exception: { id: 'asked' }, notes: [] },
    ])
  })

  it('are no reason for what is left to a person on another ground', () => {
    const ended = (parts: object): ToyParts => ({
      ...planned({ clauses: ['c1', 'c2'], ...parts }),
      documents: {
        notice: {
          document: { effective: { from: '2019-01-01' } },
          clauses: [{ id: 'a1', changes: [{ ends: ['c2'] }] }],
        },
      },
    })
    const notesOf = (parts: object) =>
      reportOn(ended(parts), UNLICENSED, { asOf: '2019-06-30' }).findings.flatMap(({ period, status: is, notes }) => [
        [period, is, ...notes.map(({ id }) => id)],
      ])
    expect(notesOf({})).toEqual([[undefined, 'review', 'partly-ended']])
    expect(notesOf({ duty: 'once' })).toEqual([[undefined, 'review', 'past-horizon', 'partly-ended']])
    expect(notesOf({ recurs: { every: 'year', from: 2018 }, due: 'period.end', at: 'period.end' })).toEqual([
      [2018, 'not_met', 'days-not-counted'],
      [2019, 'review', 'past-horizon', 'partly-ended'],
    ])
  })

  it('do not end what rests on other instruments alone', () => {
    const other: ToyParts = {
      ...planned({ duty: 'once', clauses: undefined, basis: [{ instrument: 'act' }] }),
      instruments: { act: { title: words('条例', 'Act'), evidence: 'secondary' } },
    }
    expect(reportOn(other, UNLICENSED, { asOf: '2019-01-01' }).findings).toMatchObject([{ status: 'not_met' }])
  })

  it('do not end what stands by its words', () => {
    expect(status({}, '2026-01-01')).toMatchObject([{ status: 'not_met' }])
    expect(status({ duty: 'standing' }, '2026-01-01')).toMatchObject([{ status: 'not_met' }])
  })

  it('are a notice of the report once they are over', () => {
    expect(reportOn(planned({}), UNLICENSED, { asOf: '2019-01-01' }).notices).toEqual([{ code: 'past-horizon', text }])
    expect(reportOn(planned({}), UNLICENSED, { asOf: '2018-12-31' }).notices).toEqual([])
  })
})

describe('later law on the same matter', () => {
  const later: ToyParts = {
    instruments: { act: { title: words('新条例', 'New Act'), evidence: 'secondary' } },
    requirements: [
      rule({
        laterRules: [
          {
            instrument: 'act',
            article: words('第三条', 'Article 3'),
            from: '2019-01-01',
            text: words('新条例另有规定。', 'The new Act differs.'),
          },
        ],
      }),
    ],
  }

  it('is shown from the day on which it says so', () => {
    expect(reportOn(later, UNLICENSED, { asOf: '2018-12-31' }).findings[0]).not.toHaveProperty('laterRules')
    expect(reportOn(later, UNLICENSED, { asOf: '2019-01-01' }).findings[0]?.laterRules).toMatchObject([
      { text: { zh: '新条例另有规定。' }, citations: [{ kind: 'instrument', id: 'act', article: { zh: '第三条' } }] },
    ])
  })
})

describe('what is still open of earlier years', () => {
  const paid: ToyParts = {
    given: { 'year.paid': { type: 'boolean', label: words('是否缴清', 'whether paid') } },
    requirements: [
      requirement({
        id: 'fee',
        recurs: { every: 'year', from: 2015 },
        due: 'period.end',
        requires: { condition: 'year.paid' },
      }),
    ],
  }
  const years = (records: object) =>
    reportOn(paid, { kitchens: [{ id: 'K1', years: records }] }, { asOf: '2019-06-30' }).findings.map(
      ({ period, status }) => `${period} ${status}`,
    )

  it('stays listed until it is done', () => {
    const records = { 2015: { paid: true }, 2016: { paid: false }, 2017: { paid: true }, 2018: { paid: true } }
    expect(years(records)).toEqual(['2016 not_met', '2018 met', '2019 unknown'])
    expect(years({ ...records, 2016: { paid: true } })).toEqual(['2018 met', '2019 unknown'])
  })

  it('is not asked for again where nothing was written', () => {
    expect(years({})).toEqual(['2018 unknown', '2019 unknown'])
  })
})
