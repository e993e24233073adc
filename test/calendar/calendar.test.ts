import { compile, EvaluationError, type InputError } from '@tiaoli/engine'
import { calendarOf, icsOf } from '@tiaoli/calendar'
import { isToBeChecked } from '@tiaoli/engine/plan'
import { recordNames } from '@tiaoli/office/papers'
import { describe, expect, test } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'
import { dated, requirement as toyRequirement, toyPack, words } from '../support/toy-pack.ts'

const policy = compiledPack('ganzhou-2018-32')
const year = { from: '2019-01-01', to: '2019-12-31' }

describe('the calendar of a policy', () => {
  const { items, undated } = calendarOf(policy, undefined, year)

  test('lists the duties whose day is the same for all, in order', () => {
    expect(items.map(({ due }) => due)).toEqual(items.map(({ due }) => due).sort())
    expect(items.find(({ requirement }) => requirement === 'annual-work-points')).toMatchObject({
      due: '2019-03-31',
      period: 2019,
    })
    expect(items.some((item) => 'subject' in item || 'status' in item)).toBe(false)
  })

  test('names the duties whose day depends on what is not given', () => {
    expect(undated).toContain('admission-transfer')
    expect(items.map(({ requirement }) => requirement)).not.toContain('admission-transfer')
  })

  test('begins yearly duties in their first year', () => {
    const early = calendarOf(policy, undefined, { from: '2017-01-01', to: '2019-12-31' })
    const first = policy.plan.requirements.find(({ id }) => id === 'annual-work-points')!.entry.recurs!.from
    const years = early.items.flatMap((item) => (item.requirement === 'annual-work-points' ? [item.period!] : []))
    expect(Math.min(...years)).toBe(first)
  })
})

describe('the calendar of a ledger', () => {
  const calendar = calendarOf(policy, readSample(), year)

  test('lists what is still open, with the subject and its status', () => {
    expect(calendar.items.length).toBeGreaterThan(0)
    for (const { due, status, subject } of calendar.items) {
      expect(due >= year.from && due <= year.to).toBe(true)
      expect(['pending', 'not_met', 'unknown', 'review', 'met']).toContain(status)
      expect(subject).toBeDefined()
    }
  })

  test('agrees with the findings of the day', () => {
    const report = policy.evaluate(readSample(), { asOf: year.from, detail: 'findings', statuses: ['pending'] })
    const due = report.findings.filter((finding) => finding.due! >= year.from && finding.due! <= year.to)
    const listed = calendar.items.filter(({ status }) => status === 'pending')
    expect(listed.map(({ requirement, subject }) => `${requirement} ${subject!.id}`).sort()).toEqual(
      due.map(({ requirement, subject }) => `${requirement} ${subject.id}`).sort(),
    )
  })
})

describe('the calendar of what is met until a day', () => {
  const until = {
    id: 'inspection',
    applies: { condition: 'kitchen.licensed' },
    requires: { fact: 'kitchen.cleanedOn', operator: 'greaterThanInclusive', value: '2018-06-01' },
    figures: {
      next: { label: words('下次检查', 'next inspection'), date: 'kitchen.cleanedOn', plusYears: 1 },
    },
    metUntil: 'next',
  }
  const listed = (kitchen: object, asOf = '2019-01-01') =>
    calendarOf(compile(toyPack({ requirements: [toyRequirement(until)] })), { kitchens: [kitchen] }, { ...year, asOf })

  test('lists the last day of what is met, and says that it has to be done again', () => {
    expect(listed({ licensed: true, cleanedOn: '2018-07-01' }).items).toMatchObject([
      { due: '2019-07-01', status: 'met', note: { en: 'Met until this day; then it is to be done again.' } },
    ])
  })

  test('lists by its month what is met until a day of which only the month is known', () => {
    const { items, spans, undated } = listed({ licensed: true, cleanedOn: '2018-07' })
    expect({ items, undated }).toEqual({ items: [], undated: [] })
    expect(spans).toMatchObject([
      { earliest: '2019-07-01', latest: '2019-07-31', days: { zh: '2019年7月（日不详）' }, status: 'met' },
    ])
    const file = icsOf({ notices: [], items, spans }, { name: 'due', language: 'zh', asOf: '2019-01-01' })
    expect(file).toContain('DTSTART;VALUE=DATE:20190701')
    expect(file).toContain('DTEND;VALUE=DATE:20190801')
  })

  test('lists no month of which only the year is known, and tells the requirement', () => {
    const { items, spans, undated } = listed({ licensed: true, cleanedOn: '2018' }, '2019-01-01')
    expect({ items, spans }).toEqual({ items: [], spans: [] })
    expect(undated).toEqual(['inspection'])
  })

  test('lists nothing of what is met beyond the calendar, or is no longer asked', () => {
    expect(listed({ licensed: true, cleanedOn: '2018-12-31' }).items).toHaveLength(1)
    expect(listed({ licensed: true, cleanedOn: '2019-01-01' }).items).toEqual([])
    expect(listed({ licensed: false, cleanedOn: '2018-07-01' })).toMatchObject({ items: [], undated: [] })
  })

  test('names the duty where the day is not known', () => {
    expect(listed({ licensed: true })).toMatchObject({ items: [], undated: ['inspection'] })
  })

  test('lists when branches of the sample city are to be re-elected', () => {
    const { items } = calendarOf(policy, readSample(), { from: '2018-12-31', to: '2022-12-31' })
    const terms = items.filter(({ requirement, status }) => requirement.endsWith('-term') && status === 'met')
    expect(terms.length).toBeGreaterThan(0)
    for (const { due } of terms) expect(due >= '2018-12-31').toBe(true)
  })
})

describe('a calendar past the years that the document plans for', () => {
  const horizon = policy.plan.document?.entry.horizon
  const noticesOf = (from: string, to: string, asOf?: string) =>
    calendarOf(policy, undefined, { from, to, asOf }).notices

  test('says so of the days it is made for', () => {
    expect(noticesOf('2026-01-01', '2027-12-31')).toEqual([{ code: 'past-horizon', text: horizon!.text }])
    expect(noticesOf('2019-01-01', horizon!.to)).toEqual([])
  })

  test('says of which days it speaks where the first ones are within them', () => {
    const text = {
      zh: `2020-12-31 之后到期的事项：${horizon!.text.zh}`,
      en: `What falls due after 2020-12-31: ${horizon!.text.en}`,
    }
    expect(noticesOf('2020-12-31', '2021-01-01')).toEqual([{ code: 'past-horizon', text }])
    expect(noticesOf('2026-01-01', '2027-12-31', '2019-01-01')).toEqual([{ code: 'past-horizon', text }])
  })

  test('says of each duty of a later year that a person judges it, with no remedy, and not of an earlier one', () => {
    const found = [undefined, { years: { 2021: { workPointsPublishedOn: null } } }].flatMap(
      (ledger) => calendarOf(policy, ledger, { from: '2021-01-01', to: '2021-12-31' }).items,
    )
    const later = found.filter(({ period }) => period === 2021)
    expect(later.map(({ status }) => status)).toEqual(expect.arrayContaining([undefined, 'review', 'unknown']))
    for (const { note, remedy } of later) {
      expect(note?.zh).toBe('规划期后的年度：是否继续办理由人工研判。')
      expect(remedy).toBeUndefined()
    }
    for (const item of found.filter(({ period }) => period !== 2021)) expect(item).not.toHaveProperty('note')
    const file = icsOf({ notices: [], items: found }, { name: 'due dates', language: 'zh', asOf: '2021-01-01' })
    expect(file.replaceAll('\r\n ', '')).toContain('规划期后的年度')
  })

  test('has the notices as the description of the iCalendar file', () => {
    const of = (from: string, to: string) =>
      icsOf(calendarOf(policy, undefined, { from, to }), { name: 'due dates', language: 'zh', asOf: from })
    const past = of('2026-01-01', '2027-12-31').replaceAll('\r\n ', '')
    expect(past).toContain(`X-WR-CALDESC:${horizon!.text.zh}`)
    expect(of('2019-01-01', '2019-12-31')).not.toContain('CALDESC')
  })

  test('has several notices as one description, in which commas and lines are marked', () => {
    const notice = (en: string) => ({ code: 'changed' as const, text: { zh: en, en } })
    const notices = [notice('Section 1, ended; section 2.'), notice('The years are over.')]
    const file = icsOf({ notices, items: [] }, { name: 'due', language: 'en', asOf: '2026-01-01' })
    expect(file).toContain(String.raw`X-WR-CALDESC:Section 1\, ended\; section 2.\nThe years are over.`)
    for (const line of file.trimEnd().split('\r\n')) expect(line).toMatch(/^(?: |[A-Z-]+[:;])/)
  })
})

describe('a calendar over days on which a later document changes the law', () => {
  const horizon = { to: '2018-12-31', text: words('规划期至2018年。', 'The plan runs to 2018.') }
  const rule = { id: 'clean', requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null } }
  const calendar = (changes: object, to = '2019-12-31', more: object = {}, years: object = {}) => {
    const parts = {
      document: { horizon, ...years },
      documents: {
        notice: {
          document: { number: '卫通[2019]1号', effective: { from: '2019-06-01' } },
          clauses: [{ id: 'a1', changes: [changes] }],
        },
      },
      parameters: { limit: { label: words('期限'), type: 'date', values: [dated('2019-09-30')] } },
      requirements: [
        toyRequirement({ ...rule, due: 'parameters.limit', clauses: ['c2'], force: 'encourage', ...more }),
      ],
    }
    return calendarOf(compile(toyPack(parts)), undefined, { from: '2018-06-01', to })
  }

  test('says what it changes by the last day, and of each duty that ends before its day', () => {
    const { notices, items } = calendar({ ends: ['c2'] })
    expect(notices[0]?.text).toEqual({
      zh: '《关于厨房卫生的通知》（卫通[2019]1号）：自2019年6月1日起，a1废止《厨房卫生》c2。',
      en: 'Notice on kitchen hygiene (卫通[2019]1号): from 2019-06-01 on, a1 ends Kitchen hygiene, c2.',
    })
    expect(items).toMatchObject([
      {
        due: '2019-09-30',
        note: {
          zh: '自2019年6月1日起不再适用，依据是《关于厨房卫生的通知》（卫通[2019]1号）a1。',
          en: 'No longer in force from 2019-06-01 on, by Notice on kitchen hygiene (卫通[2019]1号), a1.',
        },
      },
    ])
  })

  test('says of a duty that part of its ground ends before its day, and nothing of one left as it was', () => {
    const on = (clauses: string[]) => calendar({ ends: ['c2'] }, '2019-12-31', { clauses, force: 'must' }).items
    expect(on(['c1', 'c2'])[0]?.note?.zh).toBe(
      '所依据的条款有一部分自2019年6月1日起由《关于厨房卫生的通知》（卫通[2019]1号）a1改变，其余仍然有效：是否仍应执行，由人工研判。',
    )
    expect(on(['c1'])).toHaveLength(1)
    expect(on(['c1'])[0]).not.toHaveProperty('note')
  })

  test('says nothing of what changes after the last day', () => {
    expect(calendar({ ends: ['c2'] }, '2019-05-31').notices.map(({ code }) => code)).toEqual(['past-horizon'])
  })

  test('has nothing of years of which a later document says something else, nor of a document that ends with them', () => {
    const codes = (changes: object, years: object = {}) =>
      calendar(changes, '2019-12-31', {}, years).notices.map(({ code }) => code)
    expect(codes({ replaces: ['c1'] })).toEqual(['changed', 'past-horizon'])
    expect(codes({ replaces: ['c1'] }, { horizon: { ...horizon, clauses: ['c1'] } })).toEqual(['changed'])
    expect(codes({ ends: ['c1'] }, { effective: { to: '2019-01-01' } })).toEqual(['changed'])
  })

  test('counts the plan to the day to which it was prolonged, and says by which document', () => {
    const { notices } = calendar({ prolongs: [{ document: 'code' }], to: '2020-12-31' }, '2021-12-31')
    expect(notices.find(({ code }) => code === 'past-horizon')?.text).toEqual({
      zh: '2020-12-31（由《关于厨房卫生的通知》（卫通[2019]1号）a1延长） 之后到期的事项：规划期至2018年。',
      en: 'What falls due after 2020-12-31, prolonged by Notice on kitchen hygiene (卫通[2019]1号), a1: The plan runs to 2018.',
    })
  })
})

test('a calendar stops at a number of duties, those of the first day and those that take effect later', () => {
  const span = { from: '2017-01-01', to: '2019-12-31' }
  const { items } = calendarOf(policy, undefined, span)
  const refusal = (maxFindings: number) => {
    try {
      calendarOf(policy, undefined, { ...span, maxFindings })
      return undefined
    } catch (error) {
      return (error as EvaluationError | InputError).code
    }
  }
  expect(items.length).toBeGreaterThan(1)
  expect(refusal(1000)).toBeUndefined()
  expect(refusal(items.length - 1)).toBe('too-many-findings')
  expect(refusal(-1)).toBe('invalid-input')
})

test('a calendar stops at a number of decisions, of duties that are settled too', () => {
  const span = { from: '2017-01-01', to: '2019-12-31' }
  const listed = (maxDecisions: number) => calendarOf(policy, undefined, { ...span, maxDecisions }).items.length
  expect(listed(1000)).toBeGreaterThan(1)
  expect(() => listed(1)).toThrow(EvaluationError)
})

test('a calendar refuses days that are not days, and a span turned round', () => {
  const refused = (from: string, to: string) => {
    try {
      calendarOf(policy, undefined, { from, to })
      return []
    } catch (error) {
      return (error as InputError).problems.map(({ code, pointer }) => `${code} ${pointer}`)
    }
  }
  expect(refused('2019-02-30', '2019')).toEqual(['day-invalid /from', 'day-invalid /to'])
  expect(refused('2019-12-31', '2019-01-01')).toEqual(['days-turned-round /to'])
  expect(refused('1900-01-01', '2019-01-01')).toEqual(['calendar-too-long /to'])
  expect(refused('1970-12-31', '2020-01-01')).toEqual(['calendar-too-long /to'])
  expect(refused('1971-01-01', '2020-12-31')).toEqual([])
})

test.each([
  ['0001-01-01', '0050-01-01'],
  ['0990-01-01', '1010-01-01'],
])('a calendar from %s to %s is empty, for nothing was in force', (from, to) => {
  expect(calendarOf(policy, undefined, { from, to }).items).toEqual([])
})

test('a calendar reaches to the last day there is', () => {
  const { items } = calendarOf(policy, undefined, { from: '2990-01-01', to: '3010-12-31' })
  expect(items.length).toBeGreaterThan(0)
  expect(calendarOf(policy, undefined, { from: '9990-01-01', to: '9999-12-31' }).items).toEqual([])
})

describe('iCalendar text', () => {
  const calendar = calendarOf(policy, readSample(), year)
  const text = icsOf(calendar, { name: '到期日历', language: 'zh', asOf: '2019-01-01' })
  const unfolded = text.replaceAll('\r\n ', '')

  test('has an all-day entry for each item, and the same bytes each time', () => {
    expect(unfolded.match(/^DTSTART;VALUE=DATE:\d{8}\r$/gm)).toHaveLength(calendar.items.length)
    expect(icsOf(calendar, { name: '到期日历', language: 'zh', asOf: '2019-01-01' })).toBe(text)
    expect(unfolded).toContain('DTSTAMP:20190101T000000Z')
    expect(new Set(unfolded.match(/^UID:.*$/gm)).size).toBe(calendar.items.length)
  })

  test('has an entry for each year of a duty, and the same ones in a later calendar', () => {
    const entriesOf = (from: string, to: string) => {
      const { items, ...more } = calendarOf(policy, undefined, { from, to })
      const yearly = items.filter(({ requirement }) => requirement === 'annual-work-points')
      const file = icsOf({ ...more, items: yearly }, { name: '到期日历', language: 'en', asOf: from })
      return file.replaceAll('\r\n ', '').match(/^UID:.*$/gm) ?? []
    }
    const [of2019, of2020] = entriesOf('2019-01-01', '2020-12-31')
    expect(of2020).not.toBe(of2019)
    expect(entriesOf('2019-02-01', '2019-12-31')).toEqual([of2019])
    expect(entriesOf('2020-01-01', '2021-12-31')).toContain(of2020)
  })

  test('has an entry for each firm with the same duty on the same day, and the same one whoever else has it', () => {
    const { items, ...more } = calendarOf(policy, readSample(), { from: '2020-01-01', to: '2020-12-31' })
    const duties = items.filter((item) => item.requirement === 'party-assessment-with-inspection')
    const entriesOf = (some: typeof items) =>
      icsOf({ ...more, items: some }, { name: '到期日历', language: 'zh', asOf: '2020-01-01' })
        .replaceAll('\r\n ', '')
        .match(/^UID:.*$/gm) ?? []
    expect(new Set(duties.map(({ due }) => due)).size).toBe(1)
    expect(new Set(entriesOf(duties)).size).toBe(79)
    expect(entriesOf(duties.slice(1))).toEqual(entriesOf(duties).slice(1))
  })

  test('calls firms by their names, those of one name with their counties, and years as years', () => {
    const firm = (id: string, name?: string) => ({
      id,
      ...(name !== undefined && { name }),
      establishedOn: '2010-01-01',
      closedOn: null,
      organization: { id: `O${id}`, establishedOn: '2011-01-01', dissolvedOn: null },
    })
    const ledger = {
      counties: [
        {
          id: 'C1',
          name: '章贡区',
          firms: [firm('firm-1', '江西明远律师事务所'), firm('firm-2', '江西启明律师事务所')],
        },
        { id: 'C2', name: '南康区', firms: [firm('firm-3', '江西明远律师事务所'), firm('firm-4'), firm('firm-5')] },
      ],
    }
    const names = { 'firm-5': '江西正衡律师事务所' }
    const nameOf = recordNames({ policy, ledger, names, language: 'zh' })
    const found = calendarOf(policy, ledger, { from: '2020-04-01', to: '2020-04-30' })
    const debriefings = found.items.filter(({ requirement }) => requirement === 'debriefing')
    const file = icsOf(
      { notices: [], items: debriefings },
      { name: '到期', language: 'zh', asOf: '2020-04-01', nameOf },
    )
    const titles = file.replaceAll('\r\n ', '').match(/(?<=^SUMMARY:).*(?=\r$)/gm)!
    expect(titles.map((title) => title.slice(title.indexOf('（')))).toEqual([
      '（江西明远律师事务所（章贡区），2019年度）',
      '（江西启明律师事务所，2019年度）',
      '（江西明远律师事务所（南康区），2019年度）',
      '（firm-4，2019年度）',
      '（江西正衡律师事务所，2019年度）',
    ])
  })

  test('calls nothing unmet that is to be checked, and marks an instrument that nobody has seen', () => {
    const { items, ...more } = calendarOf(policy, readSample(), {
      from: '2018-11-01',
      to: '2026-12-31',
      asOf: '2026-06-30',
    })
    const unseen = items.filter((item) => item.status && isToBeChecked({ ...item, status: item.status }))
    expect(unseen.length).toBeGreaterThan(0)
    const file = icsOf({ ...more, items: unseen, spans: [] }, { name: '到期', language: 'zh', asOf: '2026-06-30' })
    const said = file.replaceAll('\r\n ', '').match(/^DESCRIPTION:.*$/gm)!
    expect(said).toHaveLength(unseen.length)
    for (const description of said) {
      expect(description).toContain('\\n待核\\n')
      expect(description).toContain('〔待核〕')
      expect(description).not.toMatch(/不符合|提示/)
    }
  })

  test('folds lines at 75 octets, also in Chinese', () => {
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  })
})
