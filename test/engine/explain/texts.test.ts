import { handbook } from '@tiaoli/authoring'
import { compile, PackError } from '@tiaoli/engine'
import { textWithoutRecord } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { dated, findingOn, reportOn, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const seats = words('个座位', 'seats')
const LIMIT = { label: words('座位上限', 'most seats'), type: 'integer', unit: seats, values: [dated(3)] }
const FEW = { fact: 'kitchen.seats', operator: 'lessThanInclusive', value: { fact: 'parameters.limit' } }

function few(more: object = {}, limit: object = LIMIT): ToyParts {
  return {
    parameters: { limit },
    requirements: [
      requirement({
        title: words('座位不超过{parameters.limit}', 'No more than {parameters.limit}'),
        requires: FEW,
        ...more,
      }),
    ],
  }
}

describe('a placeholder', () => {
  it('shows a parameter with its unit, as it is set for this evaluation', () => {
    expect(findingOn(few(), { seats: 5 }).title).toEqual(words('座位不超过3个座位', 'No more than 3 seats'))
    const set = findingOn(few(), { seats: 5 }, { parameters: { limit: 4 } })
    expect(set.title.zh).toBe('座位不超过4个座位')
  })

  it('shows the value that holds on the governing day', () => {
    const limit = { ...LIMIT, values: [dated(3, undefined, '2019-01-01'), dated(9, '2019-01-01')] }
    const parts = few({ at: 'kitchen.openedOn' }, limit)
    expect(findingOn(parts, { seats: 2, openedOn: '2018-12-31' }).title.en).toBe('No more than 3 seats')
    expect(findingOn(parts, { seats: 2, openedOn: '2019-01-01' }).title.en).toBe('No more than 9 seats')
  })

  it('shows facts, days and amounts as reasons do', () => {
    const remedy = words(
      '{due}前从{kitchen.seats}减至{parameters.limit}；评价日期{asOf}，清洁日期{kitchen.cleanedOn}',
      'From {kitchen.seats} to {parameters.limit} by {due}; asked on {asOf}, cleaned: {kitchen.cleanedOn}',
    )
    const finding = findingOn(few({ remedy, due: '2018-03-01' }), { seats: 5, cleanedOn: null })
    expect(finding.remedy).toEqual(
      words(
        '2018年3月1日前从5个减至3个座位；评价日期2019年1月1日，清洁日期尚未清洁',
        'From 5 seats to 3 seats by 2018-03-01; asked on 2019-01-01, cleaned: not yet cleaned',
      ),
    )
  })

  it('shows the year of a yearly duty', () => {
    const parts = few({ recurs: { every: 'year', from: 2017 }, remedy: words('{period.year}年度', 'of {period.year}') })
    const { findings } = reportOn(parts, { kitchens: [{ id: 'K1', seats: 5 }] }, { periods: [2018, 2019] })
    expect(findings.map(({ remedy }) => remedy?.zh)).toEqual(['2018年度', '2019年度'])
  })

  it('says of what is not known that it is not given, and of a parameter that it is not set', () => {
    const note = {
      id: 'n',
      text: words('{kitchen.seats}，{parameters.limit}'),
      when: { condition: 'kitchen.licensed' },
    }
    const finding = findingOn(few({ notes: [note] }, { ...LIMIT, values: [] }), { licensed: true })
    expect(finding.notes[0]!.text).toEqual({ zh: '未填写，未设定', en: 'not given，not set' })
  })

  it('is shown in exceptions, in the question that a parameter leaves open, and in what contradicts itself', () => {
    const parts = few(
      {
        unless: [
          {
            id: 'x',
            text: words('有{kitchen.seats}', 'has {kitchen.seats}'),
            status: 'exempted',
            when: { condition: 'kitchen.licensed' },
          },
        ],
      },
      LIMIT,
    )
    parts.parameters!['open'] = {
      label: words('未定', 'open'),
      type: 'integer',
      question: words('是否为{parameters.limit}？', 'Is it {parameters.limit}?'),
      values: [],
    }
    parts.checks = [
      {
        id: 'seats',
        scope: 'kitchen',
        text: words('不得超过{parameters.limit}的十倍', 'no more than ten times {parameters.limit}'),
        holds: { fact: 'kitchen.seats', operator: 'lessThan', value: 30 },
        taints: ['kitchen.seats'],
      },
    ]
    parts.requirements!.push(
      requirement({
        id: 'open',
        requires: { fact: 'kitchen.seats', operator: 'equal', value: { fact: 'parameters.open' } },
      }),
    )
    const { findings, conflicts } = reportOn(parts, {
      kitchens: [
        { id: 'K1', seats: 5, licensed: true },
        { id: 'K2', seats: 50, licensed: true },
      ],
    })
    expect(findings[0]!.exception?.text.zh).toBe('有5个')
    expect(findings.find(({ requirement: id }) => id === 'open')!.missing[0]!.text?.zh).toBe('是否为3个座位？')
    expect(conflicts[0]!.text.en).toBe('no more than ten times 3 seats Check “number of seats”.')
    expect(findings[1]!.missing[0]!.text?.en).toBe('no more than ten times 3 seats Check “number of seats”.')
  })

  it('is written {{ and }} where braces are meant', () => {
    expect(findingOn(few({ title: words('{{甲}}', '{{a}}') }), { seats: 2 }).title).toEqual(words('{甲}', '{a}'))
  })
})

describe('the problem', () => {
  const problem = words('有{kitchen.seats}，超过{parameters.limit}', '{kitchen.seats}, more than {parameters.limit}')
  const late = { due: '2018-03-01', achievedOn: 'kitchen.cleanedOn' }
  const review = {
    unless: [{ id: 'x', text: words('待定', 'open'), status: 'review', when: { condition: 'kitchen.licensed' } }],
  }

  it('is said of what is not met, with the values that the record has', () => {
    expect(findingOn(few({ problem }), { seats: 5 }).problem).toEqual(
      words('有5个，超过3个座位', '5 seats, more than 3 seats'),
    )
    expect(findingOn(few({ problem, ...review }), { seats: 5, licensed: false })).toHaveProperty('problem')
  })

  it('says of a fact that is not known that it is not given', () => {
    const parts = few({ problem: words('清洁：{kitchen.cleanedOn}', 'cleaned: {kitchen.cleanedOn}') })
    expect(findingOn(parts, { seats: 5 }).problem).toEqual(words('清洁：未填写', 'cleaned: not given'))
  })

  it.each([
    ['met', {}, { seats: 2 }],
    ['met_late', late, { seats: 2, cleanedOn: '2018-05-01' }],
    ['pending', { due: '2019-03-01' }, { seats: 5 }],
    ['unknown', {}, {}],
    ['review', review, { seats: 5, licensed: true }],
    ['not_applicable', { applies: { condition: 'kitchen.licensed' } }, { seats: 5, licensed: false }],
  ])('is not said of what is %s', (status, more, kitchen) => {
    const finding = findingOn(few({ problem, ...more }), kitchen)
    expect(finding.status).toBe(status)
    expect(finding).not.toHaveProperty('problem')
  })

  it('may name no more than a remedy may, and makes the requirement depend on what it shows', () => {
    expect(() => compile(toyPack(few({ problem: words('{kitchen.chairs}') })))).toThrow(PackError)
    const parts = few({ requires: { condition: 'kitchen.licensed' }, title: words('要求', 'Rule'), problem })
    const [planned] = compile(toyPack(parts)).plan.requirements
    expect(planned!.parameters.map(({ name }) => name)).toEqual(['parameters.limit'])
  })

  it('has a place of its own in the handbook', () => {
    expect(handbook(compile(toyPack(few({ problem }))), 'en')).toContain('[number of seats], more than 3 seats')
  })
})

describe('texts of findings', () => {
  it('are shared where they show the same values, and frozen', () => {
    const policy = compile(toyPack(few()))
    const kitchens = [
      { id: 'K1', seats: 5 },
      { id: 'K2', seats: 6 },
    ]
    const titles = [1, 2].flatMap(() =>
      policy.evaluate({ kitchens }, { asOf: '2019-01-01' }).findings.map(({ title }) => title),
    )
    expect(new Set(titles).size).toBe(1)
    expect(Object.isFrozen(titles[0])).toBe(true)
  })

  it('are not kept where they show amounts, which are personal', () => {
    const remedy = words('{year.revenue}')
    const parts = few({ subject: 'year', remedy, requires: { fact: 'year.revenue', operator: 'equal', value: 0 } })
    parts.requirements![0]!['title'] = words('收入', 'revenue')
    const policy = compile(toyPack(parts))
    const ledger = { kitchens: [{ id: 'K1', years: { 2018: { revenue: 12345 } } }] }
    const [first, second] = [1, 2].map(() => policy.evaluate(ledger, { asOf: '2019-01-01' }).findings[0]!.remedy)
    expect(first).toEqual(words('123.45元', 'CNY 123.45'))
    expect(first).not.toBe(second)
  })
})

describe('without a record', () => {
  const values = [dated(3, undefined, '2020-01-01'), dated(5, '2020-01-01')]
  const { plan } = compile(
    toyPack(few({ remedy: words('现有{kitchen.seats}', 'has {kitchen.seats}') }, { ...LIMIT, values })),
  )
  const [{ title, remedy }] = plan.requirements as [(typeof plan.requirements)[number]]

  it('a title shows every value with its days, or that of the day asked for', () => {
    expect(textWithoutRecord(plan, title)).toEqual(
      words('座位不超过3个座位（2020年1月1日起为5个座位）', 'No more than 3 seats (5 seats from 2020-01-01)'),
    )
    expect(textWithoutRecord(plan, title, { asOf: 20_000 }).en).toBe('No more than 5 seats')
  })

  it('a title shows the values of the default profile', () => {
    const profile = { id: 'p', label: words('方案', 'profile'), parameters: { limit: [dated(8)] } }
    const other = compile(toyPack({ ...few(), pack: { defaultProfile: 'p' }, profiles: [profile] })).plan
    expect(textWithoutRecord(other, other.requirements[0]!.title).zh).toBe('座位不超过8个座位')
  })

  it('what only a record has stands by its name', () => {
    expect(textWithoutRecord(plan, remedy!)).toEqual(words('现有〔座位数〕', 'has [number of seats]'))
    expect(handbook(compile(toyPack(few())), 'en')).toContain('#### No more than 3 seats `rule`')
  })
})
