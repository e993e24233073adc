import { describe, expect, it } from 'vitest'
import { dated, findingOn, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const LIMIT = { label: words('座位上限', 'most seats'), type: 'integer' }

const parts = (more: object = {}): ToyParts => ({
  parameters: { open: { ...LIMIT, values: [] }, changing: { ...LIMIT, values: CHANGING } },
  given: {
    'kitchen.stools': { type: 'integer', label: words('凳子数', 'stools'), unit: words('个', 'stools'), min: 0 },
    'kitchen.more': { type: 'integer', label: words('最多座位数', 'possible seats'), min: 3 },
    'kitchen.seen': { type: 'attestation', label: words('查看', 'seen'), none: words('未查看', 'not seen') },
  },
  derived: {
    'kitchen.places': { label: words('位置数', 'places'), add: ['kitchen.seats', 'kitchen.stools'] },
    'kitchen.nextOn': { label: words('下次清洁', 'next cleaning'), date: 'kitchen.cleanedOn', plusDays: 30 },
  },
  checks: [
    {
      id: 'credible',
      scope: 'kitchen',
      text: words('座位数不可信。', 'The number of seats is not credible.'),
      holds: { fact: 'kitchen.seats', operator: 'lessThan', value: 1000 },
      taints: ['kitchen.seats'],
    },
  ],
  requirements: [
    requirement({
      requires: { condition: 'kitchen.licensed' },
      at: 'kitchen.openedOn',
      notes: [{ id: 'shown', text: words(SHOWN), when: { fact: 'kitchen.id', operator: 'notEqual', value: null } }],
      figures: { seats: 'kitchen.seats', places: 'kitchen.places', ...FIGURES },
      ...more,
    }),
  ],
})

const CHANGING = [dated(3, undefined, '2019-01-01'), dated(9, '2019-01-01')]
const SHOWN = '{kitchen.seats}，{kitchen.places}，{parameters.open}，{parameters.changing}'
const FIGURES = {
  ratio: { label: words('占比', 'share'), share: ['kitchen.stools', 'kitchen.seats'] },
}
const OPENED = { openedOn: '2018-05-01' }

const figuresOf = (kitchen: object) =>
  Object.fromEntries(findingOn(parts(), { ...OPENED, ...kitchen }).figures.map(({ name, text }) => [name, text]))
const noteOn = (kitchen: object) => findingOn(parts(), { ...OPENED, ...kitchen }).notes[0]!.text

/** What the trace says of the one condition that is required. */
function said(requires: object, kitchen: object): { zh: string; en: string } {
  const { trace } = findingOn(parts({ requires }), { ...OPENED, ...kitchen }, { detail: 'trace' })
  const node = trace!.find(({ part }) => part === 'requires')!.node
  if (node.kind !== 'leaf') throw new Error('one condition was expected')
  return node.text
}

describe('a value that is not known', () => {
  it('is not given where the ledger was to give it, and cannot be worked out where a formula was', () => {
    expect(figuresOf({ stools: 3 })).toEqual({
      seats: words('未填写', 'not given'),
      places: words('无法算清', 'cannot be worked out'),
      ratio: words('无法算清', 'cannot be worked out'),
    })
  })

  it('is contradictory where what was given contradicts itself, and what rests on it cannot be worked out', () => {
    expect(figuresOf({ seats: 5000, stools: 3 })).toEqual({
      seats: words('填报矛盾', 'the entries contradict each other'),
      places: words('无法算清', 'cannot be worked out'),
      ratio: words('无法算清', 'cannot be worked out'),
    })
  })

  it('is told apart from record to record', () => {
    const texts = [{}, { seats: 5000 }, {}].map((kitchen) => figuresOf(kitchen)['seats']!.zh)
    expect(texts).toEqual(['未填写', '填报矛盾', '未填写'])
  })

  it('is not set where it is a parameter without a value, and not worked out where the governing day is open', () => {
    expect(noteOn({ stools: 3 }).zh).toBe('未填写，无法算清，未设定，3')
    expect(noteOn({ stools: 3, openedOn: '2018' }).zh).toBe('未填写，无法算清，未设定，3')
    expect(noteOn({ stools: 3, openedOn: undefined }).zh).toBe('未填写，无法算清，未设定，无法算清')
  })

  it.each([
    ['kitchen.seats', {}, '座位数：未填写', 'Number of seats: not given'],
    ['kitchen.places', {}, '位置数：无法算清', 'Places: cannot be worked out'],
    ['kitchen.seats', { seats: 5000 }, '座位数：填报矛盾', 'Number of seats: the entries contradict each other'],
  ])('is told of %s on %j in a sentence', (fact, kitchen, zh, en) => {
    expect(said({ fact, operator: 'lessThan', value: 3 }, kitchen)).toEqual(words(zh, en))
  })

  it.each([
    ['kitchen.seats', {}, '座位数未填写，但至少为0个', 'Number of seats is not given, but is at least 0 seats'],
    ['kitchen.places', {}, '位置数无法算清，但至少为0', 'Places cannot be worked out, but is at least 0'],
    [
      'kitchen.seats',
      { seats: 5000 },
      '座位数填报矛盾，但至少为0个',
      'Number of seats is given in contradiction, but is at least 0 seats',
    ],
  ])('is told of %s on %j where it decides all the same', (fact, kitchen, zh, en) => {
    expect(said({ fact, operator: 'greaterThanInclusive', value: 0 }, kitchen)).toEqual(words(zh, en))
  })

  it.each([
    ['2019-04', '2019年5月1日至2019年5月30日之间（具体日期不详）', 'between 2019-05-01 and 2019-05-30 (day unknown)'],
    [true, '无法算清', 'cannot be worked out'],
    [undefined, '无法算清', 'cannot be worked out'],
  ])('says between which days it is where it rests on a date known in part: %s', (cleanedOn, zh, en) => {
    const figures = { next: 'kitchen.nextOn' }
    const finding = findingOn(parts({ figures }), { ...OPENED, cleanedOn }, { asOf: '2019-12-31' })
    expect(finding.figures[0]!.text).toEqual(words(zh, en))
  })

  it.each([
    ['2019-04', '2019年4月（日不详）'],
    ['2018', '2018年（月、日不详）'],
  ])('is the month or the year where what is worked out is the date itself: %s', (cleanedOn, zh) => {
    const derived = { 'kitchen.doneOn': { label: words('完成', 'done'), greatest: ['kitchen.cleanedOn'] } }
    const pack = { ...parts({ figures: { done: 'kitchen.doneOn' } }), derived: { ...parts().derived, ...derived } }
    expect(findingOn(pack, { ...OPENED, cleanedOn }, { asOf: '2019-12-31' }).figures[0]!.text.zh).toBe(zh)
  })

  it('is told of the side that leaves a comparison open', () => {
    const open = { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.open' } }
    expect(said(open, { seats: 3 })).toEqual(
      words('座位数为3个，座位上限未设定', 'Number of seats is 3 seats, and the most seats is not set'),
    )
  })
})

describe('a side that is not known', () => {
  it.each([
    [
      'lessThan',
      '座位数为2个，少于最多座位数（至少为3）',
      'Number of seats is 2 seats, less than the possible seats (at least 3)',
    ],
    [
      'greaterThan',
      '座位数为2个，不超过最多座位数（至少为3）',
      'Number of seats is 2 seats, at most the possible seats (at least 3)',
    ],
  ])('says of %s how far it goes where that decides', (operator, zh, en) => {
    expect(said({ fact: 'kitchen.seats', operator, value: { fact: 'kitchen.more' } }, { seats: 2 })).toEqual(
      words(zh, en),
    )
  })

  it.each([
    ['2018-01-31', '晚于下次清洁（不晚于2018年1月30日）', 'after the next cleaning (not after 2018-01-30)'],
    ['2017-11-30', '不晚于下次清洁（不早于2017年12月31日）', 'on or before the next cleaning (not before 2017-12-31)'],
  ])('says of a day how far it goes where that decides on %s', (openedOn, zh, en) => {
    const after = { fact: 'kitchen.openedOn', operator: 'greaterThan', value: { fact: 'kitchen.nextOn' } }
    const text = said(after, { openedOn, cleanedOn: '2017-12' })
    expect([text.zh.split('，')[1], text.en.split(', ')[1]]).toEqual([zh, en])
  })
})

describe('a record that a contradictory reference leads to', () => {
  it('is in doubt with it', () => {
    const named: ToyParts = {
      given: { 'supplier.rating': { type: 'integer', label: words('评分', 'rating') } },
      requirements: [
        requirement({ requires: { condition: 'kitchen.licensed' }, figures: { rating: 'supplier.rating' } }),
      ],
    }
    const ratings = (supplier: object) =>
      reportOn(named, { kitchens: [{ id: 'K1', ...supplier }], suppliers: [] }).findings[0]!.figures[0]!.text.zh
    expect(ratings({ supplier: 'nobody' })).toBe('填报矛盾')
    expect(ratings({})).toBe('未填写')
  })
})

describe('a formula that gives none', () => {
  const NOTHING = words('无法计算', 'nothing to calculate from')

  it('has nothing to calculate from where it is arithmetic, such as the share of nothing', () => {
    expect(figuresOf({ seats: 0, stools: 0 })['ratio']).toEqual(NOTHING)
    const cleaned = {
      derived: {
        'kitchen.nextOn': { label: words('下次清洁', 'next cleaning'), date: 'kitchen.cleanedOn', plusMonths: 1 },
        'kitchen.lastOn': {
          label: words('最近到岗', 'last joined'),
          greatest: 'cook.since',
        },
      },
      requirements: [
        requirement({
          requires: { condition: 'kitchen.licensed' },
          figures: { next: 'kitchen.nextOn', last: 'kitchen.lastOn' },
        }),
      ],
    }
    const { figures } = findingOn(cleaned, { cleanedOn: null, cooks: [] })
    expect(figures.map(({ text }) => text)).toEqual([NOTHING, words('尚无记录', 'no record yet')])
  })
})

describe('a date later than the day of evaluation', () => {
  const LATER = { seen: { value: true, attestedOn: '2019-08-01', attestedBy: 'inspector' } }
  const attested = { fact: 'kitchen.seen.attestedOn', operator: 'notEqual', value: null }

  it('is shown as it was given, and as later', () => {
    const more = {
      requires: attested,
      figures: { on: 'kitchen.seen.attestedOn' },
      problem: words('查看：{kitchen.seen.attestedOn}。', 'Seen: {kitchen.seen.attestedOn}.'),
    }
    const finding = findingOn(parts(more), { ...OPENED, ...LATER }, { asOf: '2019-07-31' })
    expect(finding).toMatchObject({
      status: 'not_met',
      problem: words('查看：2019年8月1日，尚未到。', 'Seen: 2019-08-01, still to come.'),
      figures: [{ value: null, text: words('2019年8月1日，尚未到', '2019-08-01, still to come') }],
    })
    const [reason] = finding.reasons
    expect(reason).toMatchObject({ actual: null })
    expect(reason!.text.zh).toMatch(/：2019年8月1日，尚未到$/)
    expect(findingOn(parts(more), { ...OPENED, ...LATER }, { asOf: '2019-08-01' }).status).toBe('met')
  })

  it('is shown with its month where only that is known', () => {
    const more = { requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null } }
    const finding = findingOn(parts(more), { ...OPENED, cleanedOn: '2019-09' }, { asOf: '2019-07-31' })
    expect(finding.reasons[0]!.text).toEqual(
      words('清洁日期：2019年9月（日不详），尚未到', 'Cleaning day: September 2019 (day unknown), still to come'),
    )
  })

  it('is told apart from one that has not come and from other dates', () => {
    const more = { requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null } }
    const dates = ['2019-09-01', null, '2019-09-02', '2019-09'].map(
      (cleanedOn) => findingOn(parts(more), { ...OPENED, cleanedOn }, { asOf: '2019-07-31' }).reasons[0]!.text.en,
    )
    expect(dates).toEqual([
      'Cleaning day: 2019-09-01, still to come',
      'Cleaning day: not yet cleaned',
      'Cleaning day: 2019-09-02, still to come',
      'Cleaning day: September 2019 (day unknown), still to come',
    ])
  })
})
