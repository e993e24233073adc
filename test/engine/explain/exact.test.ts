import { describe, expect, it } from 'vitest'
import * as toy from '../../support/toy-pack.ts'
import { requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

/** A store that may be none, and what it is if there is one. */
const STORE = {
  'kitchen.store': { type: 'group', label: words('库房', 'store'), none: words('没有库房', 'no store') },
  'kitchen.store.cool': { type: 'boolean', label: words('低温', 'cool') },
  'kitchen.store.size': { type: 'integer', label: words('面积', 'size'), min: 0, max: 9 },
}

/** A kitchen of one of many grades: g0, g1 … */
function graded(count: number): Record<string, object> {
  const values = Object.fromEntries(Array.from({ length: count }, (_, i) => [`g${i}`, words(`${i}级`, `grade ${i}`)]))
  return { 'kitchen.grade': { type: 'enum', label: words('等级', 'grade'), values } }
}

const findingOn = (parts: ToyParts, kitchen: Record<string, unknown>) => toy.findingOn(parts, kitchen, { exact: true })
const reportOn = (parts: ToyParts, town: unknown) => toy.reportOn(parts, town, { exact: true })

const same = leaf('kitchen.store.cool', 'equal', { fact: 'kitchen.store.cool' })

const SEATED: ToyParts = {
  requirements: [
    requirement({
      applies: leaf('kitchen.seats', 'greaterThan', 10),
      requires: leaf('kitchen.seats', 'greaterThan', 5),
    }),
  ],
}

describe('the outcomes still possible', () => {
  it('leave out what no value of a fact asked twice can bring', () => {
    expect(findingOn(SEATED, {})).toMatchObject({ possible: ['met', 'not_applicable'], exact: true })
  })

  it('keep to bounds', () => {
    const given = {
      'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0, max: 'kitchen.seats' },
    }
    const requires = {
      any: [leaf('kitchen.tables', 'lessThan', 3), leaf('kitchen.seats', 'greaterThanInclusive', 3)],
    }
    expect(findingOn({ given, requirements: [requirement({ requires })] }, {})).toMatchObject({
      status: 'unknown',
      possible: ['met'],
      exact: true,
    })
  })

  it('keep to checks, which count future dates as they are given', () => {
    const parts: ToyParts = {
      given: { 'kitchen.closedOn': { type: 'date', label: words('停业日期', 'closing day') } },
      checks: [
        {
          id: 'closed-later',
          scope: 'kitchen',
          text: words('停业在开业之后'),
          holds: leaf('kitchen.closedOn', 'greaterThan', { fact: 'kitchen.openedOn' }),
          taints: ['kitchen.closedOn', 'kitchen.openedOn'],
        },
      ],
      requirements: [requirement({ requires: leaf('kitchen.closedOn', 'notEqual', null) })],
    }
    expect(findingOn(parts, { openedOn: '2018-05-01' }).possible).toEqual(['met', 'not_met'])
    // Opened on the day of the evaluation: closed later can only mean in time to come.
    expect(findingOn(parts, { openedOn: '2019-01-01' })).toMatchObject({ possible: ['not_met'], exact: true })
  })

  it('are not said to be exact where a check reads a future date', () => {
    const parts: ToyParts = {
      given: { 'kitchen.closedOn': { type: 'date', label: words('停业日期', 'closing day') } },
      checks: [
        {
          id: 'licensed-to-the-end',
          scope: 'kitchen',
          text: words('停业前须有许可'),
          holds: { all: [leaf('kitchen.closedOn', 'greaterThan', '2020-01-01'), { condition: 'kitchen.licensed' }] },
          taints: ['kitchen.seats'],
        },
      ],
      requirements: [
        requirement({
          applies: leaf('kitchen.licensed', 'equal', false),
          requires: leaf('kitchen.openedOn', 'equal', null),
        }),
      ],
    }
    // Not licensed, the ledger would contradict itself; but that can be told only of the date as it was given.
    const finding = findingOn(parts, { closedOn: '2020-06-01', openedOn: '2018-05-01', seats: 3 })
    expect(finding.possible).toEqual(['not_met', 'not_applicable'])
    expect(finding.exact).toBeUndefined()
  })

  it('take a group for none as a whole or not at all', () => {
    const parts: ToyParts = {
      given: STORE,
      requirements: [
        requirement({
          applies: leaf('kitchen.store.cool', 'equal', null),
          requires: leaf('kitchen.store.size', 'equal', null),
        }),
      ],
    }
    expect(findingOn(parts, {})).toMatchObject({ possible: ['met', 'not_applicable'], exact: true })
  })

  it('try both answers of an attestation whose other parts are given', () => {
    const parts: ToyParts = {
      roles: { inspector: words('检查员', 'inspector') },
      given: {
        'kitchen.approval': { type: 'attestation', label: words('批准', 'approval'), none: words('没有', 'none') },
      },
      derived: {
        'kitchen.approved': { label: words('已批准', 'approved'), when: leaf('kitchen.approval.value', 'equal', true) },
      },
      requirements: [requirement({ requires: leaf('kitchen.approved', 'equal', { fact: 'kitchen.approval.value' }) })],
    }
    expect(findingOn(parts, { approval: { attestedOn: '2018-01-01' } })).toMatchObject({
      possible: ['met'],
      exact: true,
    })
  })

  it('follow the order of facts compared only with each other', () => {
    const later = (operator: string) => leaf('kitchen.cleanedOn', operator, { fact: 'kitchen.openedOn' })
    const parts = {
      requirements: [requirement({ applies: later('greaterThan'), requires: later('greaterThanInclusive') })],
    }
    expect(findingOn(parts, {})).toMatchObject({ possible: ['met', 'not_applicable'], exact: true })
  })

  it('follow the order of numbers that have no greatest', () => {
    const given = { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0 } }
    const fewer = leaf('kitchen.seats', 'lessThan', { fact: 'kitchen.tables' })
    const asMany = leaf('kitchen.seats', 'greaterThanInclusive', { fact: 'kitchen.tables' })
    const possible = (requires: object) => findingOn({ given, requirements: [requirement({ requires })] }, {})
    expect(possible(fewer)).toMatchObject({ possible: ['met', 'not_met'], exact: true })
    expect(possible({ any: [fewer, asMany] })).toMatchObject({ possible: ['met'], exact: true })
    expect(possible({ all: [fewer, asMany] })).toMatchObject({ possible: ['not_met'], exact: true })
  })

  it('go through formulas over records', () => {
    const parts: ToyParts = {
      derived: {
        'kitchen.trained': { label: words('受训', 'trained'), count: 'cook', where: { condition: 'cook.trained' } },
      },
      requirements: [
        requirement({
          applies: leaf('kitchen.trained', 'lessThan', 2),
          requires: leaf('kitchen.trained', 'lessThan', 3),
        }),
      ],
    }
    expect(findingOn(parts, { cooks: [{}, {}, {}] })).toMatchObject({
      possible: ['met', 'not_applicable'],
      exact: true,
    })
  })
})

describe('the outcomes that no filling without a contradiction reaches', () => {
  const check = (holds: object) => ({
    id: 'check',
    scope: 'kitchen',
    text: words('核对'),
    holds,
    taints: ['kitchen.seats'],
  })
  const few = leaf('kitchen.seats', 'lessThan', 3)
  const many = leaf('kitchen.seats', 'greaterThan', 5)
  const requires = leaf('kitchen.openedOn', 'notEqual', null)

  it('are left out, though they follow before the contradiction is seen', () => {
    const parts: ToyParts = {
      checks: [check({ any: [{ condition: 'kitchen.licensed' }, { all: [few, many] }] })],
      requirements: [requirement({ applies: { condition: 'kitchen.licensed' }, requires })],
    }
    expect(findingOn(parts, {})).toMatchObject({ possible: ['met', 'not_met'], exact: true })
  })

  it('make no fact count that changes nothing otherwise', () => {
    const either = { any: [leaf('kitchen.openedOn', 'equal', null), leaf('kitchen.openedOn', 'notEqual', null)] }
    const parts: ToyParts = {
      checks: [check(many)],
      requirements: [requirement({ requires: { all: [leaf('kitchen.seats', 'greaterThan', 10), either] } })],
    }
    expect(findingOn(parts, {}).missing.map(({ fact }) => fact)).toEqual(['kitchen.seats'])
  })

  it('are listed as before where that would leave none: it is for the checks to say what is wrong', () => {
    const parts: ToyParts = {
      checks: [check(few), { ...check(many), id: 'another' }],
      requirements: [requirement({ applies: { condition: 'kitchen.licensed' }, requires: many })],
    }
    const finding = findingOn(parts, {})
    expect(finding.possible).toEqual(['met', 'not_met', 'not_applicable'])
    expect(finding).not.toHaveProperty('exact')
  })
})

describe('the status', () => {
  it('stays unknown where one outcome is left, since no known fact shows it, at every level of detail', () => {
    const parts: ToyParts = {
      requirements: [
        requirement({
          requires: { all: [leaf('kitchen.seats', 'greaterThan', 5), leaf('kitchen.seats', 'lessThan', 3)] },
        }),
      ],
    }
    const finding = findingOn(parts, {})
    expect(finding).toMatchObject({ status: 'unknown', possible: ['not_met'], exact: true, reasons: [] })
    expect(finding.missing.map(({ fact }) => fact)).toEqual(['kitchen.seats'])
    expect(finding).not.toHaveProperty('severity')
    const details = ['verdicts', 'trace'] as const
    expect(details.map((detail) => toy.findingOn(parts, {}, { detail }).status)).toEqual(['unknown', 'unknown'])
  })
})

describe('what is missing', () => {
  it.each([
    ['one of which is compared with itself', same, leaf('kitchen.store.size', 'lessThan', 10)],
    [
      'each of which tells that it is there',
      leaf('kitchen.store.size', 'equal', null),
      leaf('kitchen.store.cool', 'equal', null),
    ],
  ])('names the facts of a group that may be none, %s', (_, applies, requires) => {
    const finding = findingOn({ given: STORE, requirements: [requirement({ applies, requires })] }, {})
    expect(finding).toMatchObject({ status: 'unknown', exact: true })
    expect(finding.possible).toHaveLength(2)
    expect(finding.missing.map(({ fact }) => fact).sort()).toEqual(['kitchen.store.cool', 'kitchen.store.size'])
  })

  it('leaves out a fact that changes nothing, whatever it is', () => {
    const either = { any: [leaf('kitchen.openedOn', 'equal', null), leaf('kitchen.openedOn', 'notEqual', null)] }
    const parts = { requirements: [requirement({ requires: { all: [{ condition: 'kitchen.licensed' }, either] } })] }
    expect(findingOn(parts, {}).missing.map(({ fact }) => fact)).toEqual(['kitchen.licensed'])
  })
})

describe('what is missing beside a choice of a hundred', () => {
  it('leaves out a fact that changes nothing, whatever it is and whatever is chosen', () => {
    const either = { any: [leaf('kitchen.openedOn', 'equal', null), leaf('kitchen.openedOn', 'notEqual', null)] }
    const requires = { all: [leaf('kitchen.grade', 'equal', 'g0'), either] }
    const finding = findingOn({ given: graded(100), requirements: [requirement({ requires })] }, {})
    expect(finding.missing.map(({ fact }) => fact)).toEqual(['kitchen.grade'])
  })
})

describe('what is missing in one of two records', () => {
  it('is not missing in the other, where it changes nothing', () => {
    const cool = leaf('kitchen.store.cool', 'equal', true)
    const either = { any: [leaf('kitchen.store.cool', 'equal', null), leaf('kitchen.store.cool', 'notEqual', null)] }
    const large = leaf('kitchen.seats', 'greaterThan', 10)
    const parts: ToyParts = {
      given: STORE,
      derived: {
        'kitchen.safe': {
          label: words('安全', 'safe'),
          when: { any: [{ all: [large, cool] }, { all: [{ not: large }, either] }] },
        },
        'town.safe': {
          label: words('安全厨房数', 'safe kitchens'),
          count: 'kitchen',
          where: { condition: 'kitchen.safe' },
        },
      },
      requirements: [requirement({ subject: 'town', requires: leaf('town.safe', 'equal', 2) })],
    }
    const { findings } = reportOn(parts, { kitchens: [{ seats: 20 }, { seats: 5 }] })
    expect(findings[0]).toMatchObject({ status: 'unknown', possible: ['met', 'not_met'], exact: true })
    expect(findings[0]!.missing.map(({ pointer }) => pointer)).toEqual(['/kitchens/0/store/cool'])
  })
})

describe('what a figure lacks', () => {
  it('leaves one outcome, which is reached', () => {
    const figures = { seats: 'kitchen.seats' }
    const finding = findingOn({ requirements: [requirement({ figures })] }, {})
    expect(finding).toMatchObject({ status: 'unknown', possible: ['calculated'], exact: true })
    expect(finding.missing.map(({ fact }) => fact)).toEqual(['kitchen.seats'])
  })

  it('is missing though it changes no outcome', () => {
    const parts: ToyParts = {
      requirements: [
        requirement({
          applies: {
            any: [
              { all: [{ condition: 'kitchen.licensed' }, leaf('kitchen.seats', 'greaterThan', 3)] },
              { condition: 'kitchen.licensed' },
            ],
          },
          figures: { seats: 'kitchen.seats' },
        }),
      ],
    }
    const finding = findingOn(parts, {})
    expect(finding).toMatchObject({ status: 'unknown', possible: ['not_applicable', 'calculated'], exact: true })
    expect(finding.missing.map(({ fact }) => fact).sort()).toEqual(['kitchen.licensed', 'kitchen.seats'])
  })
})

describe('exact outcomes', () => {
  it('is nothing unless it is asked for', () => {
    const finding = toy.findingOn(SEATED, {})
    expect(finding).toMatchObject({ status: 'unknown', possible: ['met', 'not_met', 'not_applicable'] })
    expect(finding).not.toHaveProperty('exact')
  })

  it.each<[string, ToyParts, Record<string, unknown>]>([
    [
      'a list that was not given',
      {
        derived: { 'kitchen.staffed': { label: words('有人', 'staffed'), some: 'cook' } },
        requirements: [requirement({ requires: { condition: 'kitchen.staffed' } })],
      },
      {},
    ],
    [
      'a parameter without a value',
      {
        parameters: { limit: { type: 'integer', label: words('限额', 'limit'), values: [] } },
        requirements: [requirement({ requires: leaf('kitchen.seats', 'lessThan', { fact: 'parameters.limit' }) })],
      },
      { seats: 3 },
    ],
    ['a reference', { requirements: [requirement({ requires: leaf('kitchen.supplier', 'notEqual', null) })] }, {}],
  ])('is not %s', (_, parts, kitchen) => {
    const finding = findingOn(parts, kitchen)
    expect(finding.status).toBe('unknown')
    expect(finding).not.toHaveProperty('exact')
  })

  it('is found among many yes-and-no questions as soon as more of them tell nothing new', () => {
    const names = ['b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `kitchen.${letter}`)
    const question = { type: 'boolean', label: words('是否如此', 'whether it is so') }
    const given = Object.fromEntries(names.map((name) => [name, question]))
    const even = (name: string) => `${name}Even`
    const derived = Object.fromEntries(
      names.map((name, i) => [
        even(name),
        {
          label: words('是否成双', 'whether even'),
          when: leaf(i === 0 ? 'kitchen.licensed' : even(names[i - 1]!), 'equal', { fact: name }),
        },
      ]),
    )
    const parts: ToyParts = {
      given: { ...given, 'kitchen.open': question },
      derived,
      requirements: [
        requirement({ applies: { condition: 'kitchen.open' }, requires: { condition: even(names.at(-1)!) } }),
      ],
    }
    expect(findingOn(parts, {})).toMatchObject({ possible: ['met', 'not_met', 'not_applicable'], exact: true })
  })

  it('is found in a choice of very many as soon as every outcome listed is', () => {
    const parts = {
      given: graded(200),
      requirements: [requirement({ requires: leaf('kitchen.grade', 'equal', 'g0') })],
    }
    expect(findingOn(parts, {})).toMatchObject({ possible: ['met', 'not_met'], exact: true })
  })

  it('is nothing where a sum of what may be filled in would be too large', () => {
    const derived = {
      'kitchen.doubled': { label: words('两倍', 'doubled'), add: ['kitchen.seats', 'kitchen.seats'] },
    }
    const requires = {
      all: [leaf('kitchen.doubled', 'greaterThan', 9), leaf('kitchen.seats', 'equal', Number.MAX_SAFE_INTEGER)],
    }
    const finding = findingOn({ derived, requirements: [requirement({ requires })] }, {})
    expect(finding.possible).toEqual(['met', 'not_met'])
    expect(finding).not.toHaveProperty('exact')
  })

  it('is nothing where a formula looks at more records than trials are worth', () => {
    const parts: ToyParts = {
      derived: { 'town.seats': { label: words('座位', 'seats'), sum: 'kitchen.seats' } },
      requirements: [requirement({ subject: 'town', requires: leaf('town.seats', 'greaterThan', 5000) })],
    }
    const town = (count: number) => ({ kitchens: [{}, ...Array.from({ length: count }, () => ({ seats: 1 }))] })
    expect(reportOn(parts, town(10)).findings[0]).toMatchObject({ exact: true })
    expect(reportOn(parts, town(4500)).findings[0]).not.toHaveProperty('exact')
  })
})
