import { describe, expect, it } from 'vitest'
import { compiledPack, readSample } from '../../load-packs.ts'
import { dated, findingOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const facts = ({ missing }: { missing: readonly { fact: string }[] }) => missing.map(({ fact }) => fact)

it('years that are missing say which', () => {
  const { findings } = compiledPack('ganzhou-2018-32').evaluate(
    { counties: [{ id: 'K1', firms: [{ id: 'F1', years: { 2018: {} } }] }] },
    { asOf: '2022-06-30' },
  )
  const ofYears = findings
    .flatMap(({ missing }) => missing)
    .filter(({ pointer }) => /\/years\/\d{4}$/.test(pointer ?? ''))
  expect(new Set(ofYears.map(({ fact }) => fact))).toEqual(new Set(['year', 'cityYear', 'countyYear']))
  for (const { pointer, label } of ofYears) {
    const year = pointer!.slice(-4)
    expect(label.zh).toMatch(new RegExp(`^(?:全市|县（市、区）)?${year}年度$`))
    expect(label.en).toMatch(new RegExp(` ${year}$`))
  }
})

it('a year that begins after a day is told by its first day', () => {
  const { findings } = compiledPack('ganzhou-2018-32').evaluate(readSample(), { asOf: '2026-06-30' })
  const reasons = findings.flatMap(({ reasons: all }) => all.map(({ text }) => text.zh))
  expect(reasons).toContainEqual(expect.stringMatching(/，不晚于该年度首日（2019年1月1日）$/))
  expect(reasons.filter((text) => text.includes('年初'))).toEqual([])
})

describe('what is missing', () => {
  const both = {
    requirements: [
      requirement({ requires: { all: [{ condition: 'kitchen.licensed' }, leaf('kitchen.seats', 'lessThan', 5)] } }),
    ],
  }

  it('is both facts where both could decide', () => {
    expect(facts(findingOn(both, {}))).toEqual(['kitchen.licensed', 'kitchen.seats'])
  })

  it('is only the one that still can', () => {
    expect(facts(findingOn(both, { licensed: true }))).toEqual(['kitchen.seats'])
    expect(facts(findingOn(both, { licensed: false }))).toEqual([])
  })

  it('is named with its label and its place in the ledger', () => {
    expect(findingOn(both, { licensed: true }).missing).toEqual([
      {
        reason: 'missing_fact',
        fact: 'kitchen.seats',
        label: { zh: '座位数', en: 'number of seats' },
        pointer: '/kitchens/0/seats',
      },
    ])
  })

  it('is named once, however often it is asked for', () => {
    const twice = {
      requirements: [
        requirement({
          requires: { any: [leaf('kitchen.seats', 'lessThan', 5), leaf('kitchen.seats', 'greaterThan', 9)] },
        }),
      ],
    }
    expect(facts(findingOn(twice, {}))).toEqual(['kitchen.seats'])
  })

  it('is not a day of which another is the later, or the earlier, whichever it is', () => {
    const parts = (extreme: string, operator: string): ToyParts => ({
      derived: {
        'kitchen.readyOn': {
          label: words('就绪日期', 'day it is ready'),
          [extreme]: ['2018-06-30', 'kitchen.openedOn', 'kitchen.cleanedOn'],
        },
      },
      requirements: [requirement({ requires: leaf('kitchen.readyOn', operator, '2018-06-30') })],
    })
    const latest = parts('greatest', 'equal')
    expect(facts(findingOn(latest, { openedOn: '2017' }))).toEqual(['kitchen.cleanedOn'])
    expect(facts(findingOn(latest, { openedOn: '2018' }))).toEqual(['kitchen.openedOn', 'kitchen.cleanedOn'])
    const earliest = parts('least', 'equal')
    expect(facts(findingOn(earliest, { openedOn: '2018-07' }))).toEqual(['kitchen.cleanedOn'])
    expect(facts(findingOn(earliest, { openedOn: '2018-06' }))).toEqual(['kitchen.openedOn', 'kitchen.cleanedOn'])
  })

  it('is a parameter without a value, with the question that the text leaves open', () => {
    const question = words('多少座位算大？', 'How many seats are many?')
    const parts: ToyParts = {
      parameters: { many: { label: words('座位多', 'many seats'), type: 'integer', question, values: [] } },
      requirements: [requirement({ requires: leaf('kitchen.seats', 'lessThan', { fact: 'parameters.many' }) })],
    }
    expect(findingOn(parts, { seats: 3 })).toMatchObject({
      unknownReasons: ['missing_parameter'],
      missing: [{ reason: 'missing_parameter', fact: 'parameters.many', text: question }],
    })
    expect(findingOn(parts, {}).unknownReasons).toEqual(['missing_fact', 'missing_parameter'])
    expect(findingOn(parts, { seats: 3 }, { parameters: { many: 4 } }).status).toBe('met')
    const set = { ...parts, parameters: { many: { ...(parts.parameters!['many'] as object), values: [dated(4)] } } }
    expect(findingOn(set, { seats: 3 }, { parameters: { many: null } })).toMatchObject({
      unknownReasons: ['missing_parameter'],
    })
  })

  it('is what does not agree, in the words of the check', () => {
    const parts: ToyParts = {
      checks: [
        {
          id: 'small',
          scope: 'kitchen',
          text: words('座位数不可信。', 'The number of seats is not credible.'),
          holds: leaf('kitchen.seats', 'lessThan', 1000),
          taints: ['kitchen.seats'],
        },
      ],
      requirements: [requirement({ requires: leaf('kitchen.seats', 'lessThan', 5) })],
    }
    expect(findingOn(parts, { seats: 5000 })).toMatchObject({
      status: 'unknown',
      unknownReasons: ['conflict'],
      missing: [
        {
          reason: 'conflict',
          fact: 'kitchen.seats',
          pointer: '/kitchens/0/seats',
          text: {
            zh: '座位数不可信。请核对“座位数”。',
            en: 'The number of seats is not credible. Check “number of seats”.',
          },
        },
      ],
    })
  })

  it('is also what keeps years that are not written from being counted', () => {
    const where = { all: [leaf('kitchen.seats', 'greaterThan', 5), leaf('year.revenue', 'greaterThan', 300)] }
    const parts: ToyParts = {
      derived: { 'kitchen.busyYears': { label: words('繁忙年数', 'busy years'), count: 'year', where } },
      requirements: [requirement({ requires: leaf('kitchen.busyYears', 'lessThan', 1) })],
    }
    const asked = ({ missing }: { missing: readonly { pointer?: string }[] }) => missing.map(({ pointer }) => pointer)
    const years = { 2018: { revenue: 0 } }
    expect(asked(findingOn(parts, { years }))).toEqual(['/kitchens/0/complete/years', '/kitchens/0/seats'])
    expect(findingOn(parts, { years, seats: 5 }).status).toBe('met')
    expect(asked(findingOn(parts, { years, seats: 6 }))).toEqual(['/kitchens/0/complete/years'])
  })

  it('is no more than two hundred places', () => {
    const parts: ToyParts = {
      derived: {
        'kitchen.trained': { label: words('受训', 'trained'), count: 'cook', where: { condition: 'cook.trained' } },
      },
      requirements: [requirement({ requires: leaf('kitchen.trained', 'greaterThan', 400) })],
    }
    expect(findingOn(parts, { cooks: Array.from({ length: 500 }, () => ({})) }).missing).toHaveLength(200)
  })
})

describe('the parameters of a finding', () => {
  const parts: ToyParts = {
    parameters: {
      limit: { label: words('上限', 'limit'), type: 'integer', values: [dated(5, '2010-01-01')] },
      unused: { label: words('无关', 'unused'), type: 'integer', values: [dated(1)] },
    },
    profiles: [
      {
        id: 'harsh',
        label: words('严', 'harsh'),
        parameters: { limit: [{ value: 2, assumption: words('从严掌握', 'read strictly') }] },
      },
      { id: 'mild', label: words('宽', 'mild'), parameters: {} },
    ],
    derived: {
      'kitchen.small': {
        label: words('小', 'small'),
        when: leaf('kitchen.seats', 'lessThanInclusive', { fact: 'parameters.limit' }),
      },
    },
    requirements: [requirement({ requires: { condition: 'kitchen.small' } })],
  }
  const used = (options: Record<string, unknown>) => findingOn(parts, { seats: 3 }, options).parameters

  it('are those it can depend on, through derived facts, with where they come from', () => {
    expect(used({})).toEqual([
      {
        parameter: 'limit',
        label: { zh: '上限', en: 'limit' },
        value: 5,
        text: { zh: '5', en: '5' },
        source: 'pack',
        assumed: false,
        citations: [
          {
            kind: 'clause',
            pack: 'kitchens',
            id: 'c1',
            document: { id: 'code', title: words('厨房卫生', 'Kitchen hygiene') },
            quote: { zh: '厨房应当清洁。', en: 'Kitchens shall be clean.' },
            sentence: { zh: '厨房应当清洁。', en: 'Kitchens shall be clean.' },
          },
        ],
      },
    ])
  })

  it('say where a profile assumes them', () => {
    expect(used({ profile: 'harsh' })).toMatchObject([{ value: 2, source: 'profile', assumed: true, citations: [] }])
    expect(used({ profile: 'mild' })).toMatchObject([{ value: 5, source: 'pack', assumed: false }])
  })

  it('say where the request sets them', () => {
    expect(used({ profile: 'harsh', parameters: { limit: 4 } })).toMatchObject([
      { value: 4, source: 'request', assumed: false, citations: [] },
    ])
  })

  it('can be taken away by the request', () => {
    expect(findingOn(parts, { seats: 3 }, { parameters: { limit: null } })).toMatchObject({
      status: 'unknown',
      parameters: [],
    })
  })
})

describe('the Ganzhou pack', () => {
  const policy = compiledPack('ganzhou-2018-32')
  const base = policy.plan.cases.find(({ case: { id } }) => id === 'S22')!.ledger as {
    counties: [{ firms: [Record<string, unknown>] }]
  }

  function ownOrganization(members: Record<string, number>) {
    const ledger = structuredClone(base)
    ledger.counties[0].firms[0]['members'] = members
    return policy.evaluate(ledger, { asOf: '2019-01-01', requirements: ['own-organization'] }).findings[0]!
  }

  it('asks for the number of full members where it is not known (S22)', () => {
    const finding = ownOrganization({ all: 5 })
    expect(finding).toMatchObject({
      status: 'unknown',
      possible: ['not_met', 'not_applicable'],
      unknownReasons: ['missing_fact'],
    })
    expect(facts(finding)).toEqual(['firm.members.full', 'firm.members.probationary']) // either gives the other
  })

  it('decides with two members in all, since no three of them are full members', () => {
    expect(ownOrganization({ all: 2 })).toMatchObject({ status: 'not_applicable', missing: [] })
  })
})
