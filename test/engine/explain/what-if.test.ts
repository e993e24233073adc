import { describe, expect, it } from 'vitest'
import type { Finding, Policy } from '@tiaoli/engine'
import { compiledPack } from '../../load-packs.ts'
import { setAt } from '../../../packages/engine/src/json/json-at.ts'
import { pathOf } from '../../../packages/engine/src/json/pointer.ts'
import { AS_OF, dated, findingOn, reportOn, requirement, SCOPES, words, type ToyParts } from '../../support/toy-pack.ts'

type Supposition = Finding['whatIf'][number]

/** A ledger with what is supposed; `setAt` makes the record that is to be added. */
function supposing(ledger: unknown, { changes }: Supposition): Record<string, unknown> {
  const copy = structuredClone(ledger) as Record<string, unknown>
  for (const { pointer, to } of changes) setAt(copy, pathOf(pointer), to)
  return copy
}

describe.each([
  ['ganzhou-2018-32', 50],
  ['party-organization-basics', 2],
])('the suppositions of %s', (id, least) => {
  const policy: Policy = compiledPack(id)
  const suppositions = policy.plan.cases.flatMap(({ case: item, ledger }) => {
    const options = {
      asOf: item.asOf,
      ...(item.profile === undefined ? {} : { profile: item.profile }),
      ...(item.parameters === undefined ? {} : { parameters: item.parameters }),
    }
    return policy
      .evaluate(ledger, options)
      .findings.flatMap((finding) =>
        finding.whatIf.map((supposition) => ({ item, ledger, options, finding, supposition })),
      )
  })

  it('are found', () => {
    expect(suppositions.length).toBeGreaterThanOrEqual(least)
  })

  it('lead to the status they state, once made in the ledger', () => {
    const wrong = suppositions.flatMap(({ item, ledger, options, finding, supposition }) => {
      const periods = finding.period === undefined ? {} : { periods: [finding.period] }
      const { findings } = policy.evaluate(supposing(ledger, supposition), {
        ...options,
        ...periods,
        requirements: [finding.requirement],
      })
      const after = findings.find(
        ({ subject, period }) => subject.pointer === finding.subject.pointer && period === finding.period,
      )
      return after?.status === supposition.leadsTo
        ? []
        : [
            `${item.id} ${finding.requirement}: ${supposition.leadsTo} but ${after?.status} ${JSON.stringify(supposition.changes.map(({ pointer, to }) => [pointer, to]))}`,
          ]
    })
    expect(wrong).toEqual([])
  })

  it('never move the day on which something happened into the future', () => {
    const ahead = suppositions.flatMap(({ supposition, item }) =>
      supposition.changes.filter(
        ({ to, fact }) => isPastDate(policy, fact) && typeof to === 'string' && to > item.asOf,
      ),
    )
    expect(ahead).toEqual([])
  })
})

function isPastDate(policy: Policy, name: string): boolean {
  const fact = policy.plan.facts.get(name)
  return fact?.kind === 'given' && fact.type === 'date' && !fact.future
}

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

describe('a supposition', () => {
  const changes = (parts: ToyParts, kitchen: Record<string, unknown>) =>
    findingOn(parts, kitchen).whatIf.map(({ changes: list, leadsTo }) => [
      leadsTo,
      ...list.map(({ fact, to }) => `${fact} ${String(to)}`),
    ])

  it('is the smallest change that makes the requirement met', () => {
    const parts = {
      requirements: [
        requirement({
          requires: {
            any: [
              { all: [{ condition: 'kitchen.licensed' }, leaf('kitchen.seats', 'lessThan', 5)] },
              leaf('kitchen.seats', 'lessThan', 3),
            ],
          },
        }),
      ],
    }
    expect(changes(parts, { licensed: false, seats: 9 })[0]).toEqual(['met', 'kitchen.seats 2'])
  })

  it('says what would be otherwise, from what, to what, where and in which words', () => {
    const parts = { requirements: [requirement({ requires: leaf('kitchen.seats', 'greaterThanInclusive', 3) })] }
    expect(findingOn(parts, { seats: 1 }).whatIf[0]).toEqual({
      changes: [
        {
          pointer: '/kitchens/0/seats',
          fact: 'kitchen.seats',
          from: 1,
          to: 3,
          text: { zh: '座位数为3个', en: '“number of seats” were 3' },
        },
      ],
      leadsTo: 'met',
      text: {
        zh: '如座位数为3个，则结论变为“符合”',
        en: 'If “number of seats” were 3, the outcome would be “met”',
      },
    })
  })

  it('says yes, no and none in words that fit into its sentence', () => {
    const parts: ToyParts = {
      given: {
        'kitchen.lease': { type: 'date', label: words('租期', 'lease'), none: words('未定', 'open'), future: true },
        'kitchen.open': { type: 'boolean', label: words('营业', 'in business') },
      },
      requirements: [
        requirement({
          requires: {
            all: [
              { condition: 'kitchen.licensed' },
              leaf('kitchen.open', 'equal', false),
              { not: leaf('kitchen.lease', 'lessThanInclusive', '2019-06-01') },
            ],
          },
        }),
      ],
    }
    expect(
      findingOn(parts, { licensed: false, open: true, lease: '2019-05-01' }).whatIf.map(({ text }) => text),
    ).toEqual([
      {
        zh: '如持证，且营业为“否”，且租期为“未定”，则结论变为“符合”',
        en: 'If it were so that it is licensed and “in business” were no and “lease” were open, the outcome would be “met”',
      },
    ])
  })

  it('is a claim wherever the question is asked within the label, and in English where it begins with it', () => {
    const textOf = (label: { zh: string; en: string }) => {
      const given = { 'kitchen.open': { type: 'boolean', label } }
      const parts: ToyParts = { given, requirements: [requirement({ requires: { condition: 'kitchen.open' } })] }
      return findingOn(parts, { open: false }).whatIf[0]?.changes[0]?.text
    }
    expect(textOf(words('经营者是否到场', 'whether the owner is present'))).toEqual({
      zh: '经营者到场',
      en: 'It were so that the owner is present',
    })
    expect(textOf(words('答复', 'answer to whether the owner is present'))).toEqual({
      zh: '答复为“是”',
      en: '“answer to whether the owner is present” were yes',
    })
  })

  it('touches nothing that happened: no event, and no further one', () => {
    const parts = (event: boolean): ToyParts => ({
      scopes: {
        ...SCOPES,
        visit: { label: words('检查', 'visit'), in: 'kitchen', list: 'visits', ...(event ? { event } : {}) },
      },
      given: {
        'visit.by': {
          type: 'enum',
          label: words('检查人', 'by whom'),
          values: { city: words('市', 'city'), owner: words('业主', 'owner') },
        },
        'visit.passed': { type: 'boolean', label: words('是否通过', 'whether it passed') },
      },
      derived: {
        'kitchen.passed': {
          label: words('已通过检查', 'has passed a visit'),
          some: 'visit',
          where: { all: [leaf('visit.by', 'equal', 'city'), { condition: 'visit.passed' }] },
        },
      },
      requirements: [requirement({ requires: { condition: 'kitchen.passed' } })],
    })
    const pointers = (event: boolean, visit: Record<string, unknown>) =>
      findingOn(parts(event), { visits: [visit] }).whatIf.map((supposition) =>
        supposition.changes.map(({ pointer }) => pointer),
      )
    const another = '/kitchens/0/visits/1'
    expect(pointers(false, { by: 'owner', passed: true })).toEqual([
      ['/kitchens/0/visits/0/by'],
      [`${another}/by`, `${another}/passed`],
    ])
    expect(pointers(true, { by: 'owner', passed: true })).toEqual([])
    expect(pointers(true, { by: 'city', passed: false })).toEqual([])
  })

  it.each([
    ['no', []],
    ['superior', []],
    ['bearer', [['met', 'kitchen.tables 5']]],
    [undefined, [['met', 'kitchen.tables 5']]],
  ])('supposes only what is the bearer’s: changeable %s', (changeable, expected) => {
    const tables = { type: 'integer', label: words('桌数', 'tables'), ...(changeable ? { changeable } : {}) }
    const parts: ToyParts = {
      given: { 'kitchen.tables': tables },
      requirements: [requirement({ requires: leaf('kitchen.tables', 'greaterThanInclusive', 5) })],
    }
    expect(changes(parts, { tables: 2 })).toEqual(expected)
  })

  it.each([
    ['id', undefined, []],
    ['text', undefined, []],
    ['id', 'bearer', [['met', 'kitchen.head A']]],
  ])('takes what has a name for what it is: %s, changeable %s', (type, changeable, expected) => {
    const parts: ToyParts = {
      given: {
        'kitchen.head': { type, label: words('负责人', 'head'), ...(changeable ? { changeable } : {}) },
        'kitchen.owner': { type, label: words('业主', 'owner') },
      },
      requirements: [requirement({ requires: leaf('kitchen.head', 'equal', { fact: 'kitchen.owner' }) })],
    }
    expect(changes(parts, { head: 'B', owner: 'A' })).toEqual(expected)
  })

  it('turns no attestation round', () => {
    const parts: ToyParts = {
      given: { 'kitchen.aired': { type: 'attestation', label: words('通风', 'aired') } },
      requirements: [requirement({ requires: { condition: 'kitchen.aired.value' } })],
    }
    expect(changes(parts, { aired: { value: false, attestedOn: '2018-12-01' } })).toEqual([])
  })

  it('leaves years that are over as they were, but for what can still be done in time', () => {
    const parts: ToyParts = {
      given: {
        'year.checked': { type: 'boolean', label: words('是否检查', 'whether checked') },
        'year.visits': { type: 'integer', label: words('检查次数', 'visits') },
        'year.spent': { type: 'money', label: words('支出', 'spending') },
        'year.closedOn': { type: 'date', label: words('结账日期', 'closing of accounts'), none: words('未结', 'open') },
      },
      requirements: [
        leaf('year.checked', 'equal', true),
        leaf('year.visits', 'greaterThan', 1),
        leaf('year.spent', 'greaterThanInclusive', { fact: 'year.revenue' }),
        leaf('year.closedOn', 'notEqual', null),
      ].map((requires, i) =>
        requirement({
          id: `r${i}`,
          recurs: { every: 'year', from: 2018 },
          due: { date: 'period.end', plusMonths: 1 },
          requires,
        }),
      ),
    }
    const supposed = (asOf: string) =>
      reportOn(
        parts,
        {
          kitchens: [
            {
              openedOn: '2010-01-01',
              years: { 2018: { checked: false, visits: 0, spent: 1, revenue: 5, closedOn: null } },
            },
          ],
        },
        { asOf, periods: [2018] },
      ).findings.flatMap(({ whatIf }) => whatIf.flatMap(({ changes: list }) => list.map(({ fact }) => fact)))
    expect(supposed('2018-12-31')).toEqual(['year.checked', 'year.visits', 'year.spent', 'year.closedOn'])
    expect(supposed('2019-01-31')).toEqual(['year.closedOn'])
    expect(supposed('2019-02-01')).toEqual([])
  })

  it('never makes what makes the requirement apply otherwise, not even for an exception', () => {
    const parts = (unless: object[]): ToyParts => ({
      requirements: [
        requirement({
          applies: leaf('kitchen.seats', 'greaterThan', 3),
          requires: unless.length > 0 ? { condition: 'kitchen.licensed' } : leaf('kitchen.seats', 'greaterThan', 9),
          unless,
        }),
      ],
    })
    const exempted = {
      id: 'many',
      text: words('座位多'),
      status: 'exempted',
      when: leaf('kitchen.seats', 'greaterThan', 9),
    }
    expect(changes(parts([]), { seats: 5 })).toEqual([])
    expect(changes(parts([exempted]), { seats: 5, licensed: false })).toEqual([['met', 'kitchen.licensed true']])
    const compared: ToyParts = {
      given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables') } },
      requirements: [
        requirement({
          applies: leaf('kitchen.tables', 'lessThan', { fact: 'kitchen.seats' }),
          requires: leaf('kitchen.seats', 'greaterThan', 9),
        }),
      ],
    }
    expect(changes(compared, { seats: 5, tables: 2 })).toEqual([])
  })

  it('supposes no symbolic sum: only what a parameter or another fact asks, and no less than there is', () => {
    const asked = (operator: string, value: unknown, spent: number, budget = 0) => {
      const parts: ToyParts = {
        given: {
          'kitchen.spent': { type: 'money', label: words('支出', 'spending'), none: words('没有支出', 'no spending') },
          'kitchen.budget': { type: 'money', label: words('预算', 'budget') },
        },
        parameters: { least: { type: 'money', label: words('最低支出', 'least spending'), values: [dated(5000)] } },
        requirements: [requirement({ requires: leaf('kitchen.spent', operator, value) })],
      }
      return changes(parts, { spent, budget })
    }
    expect(asked('greaterThan', 0, 0)).toEqual([])
    expect(asked('greaterThanInclusive', 5000, 0)).toEqual([])
    expect(asked('greaterThan', { fact: 'kitchen.budget' }, 0)).toEqual([])
    expect(asked('greaterThanInclusive', { fact: 'parameters.least' }, 0)).toEqual([['met', 'kitchen.spent 5000']])
    expect(asked('greaterThanInclusive', { fact: 'kitchen.budget' }, 10, 300)).toEqual([['met', 'kitchen.spent 300']])
    expect(asked('lessThanInclusive', { fact: 'kitchen.budget' }, 300, 10)).toEqual([])
    expect(asked('equal', null, 300)).toEqual([])
  })

  it.each([
    ['greaterThan', 0, []],
    ['greaterThanInclusive', 1, []],
    ['notEqual', 0, []],
    ['not:lessThan', 1, []],
    ['greaterThan', 1, [['met', 'kitchen.seats 2']]],
    ['equal', 1, [['met', 'kitchen.seats 1']]],
    ['greaterThanInclusive', { fact: 'parameters.least' }, [['met', 'kitchen.seats 1']]],
  ])('supposes no number where the rule asks only that there be some: %s %j', (operator, value, expected) => {
    const parts: ToyParts = {
      parameters: { least: { type: 'integer', label: words('最少座位数', 'fewest seats'), values: [dated(1)] } },
      requirements: [requirement({ requires: leaf('kitchen.seats', operator, value) })],
    }
    expect(changes(parts, { seats: 0 })).toEqual(expected)
  })

  it('supposes none where the rule asks that there be none', () => {
    const parts: ToyParts = { requirements: [requirement({ requires: leaf('kitchen.seats', 'lessThan', 1) })] }
    expect(changes(parts, { seats: 5 })).toEqual([['met', 'kitchen.seats 0']])
  })

  it('is the smallest number that is enough, and no other beside it', () => {
    const parts: ToyParts = {
      given: {
        'kitchen.wage': { type: 'money', label: words('工资', 'wage') },
        'kitchen.paid': { type: 'money', label: words('已付', 'paid') },
      },
      derived: {
        'kitchen.owed': {
          label: words('应付', 'owed'),
          multiply: ['kitchen.wage', 'parameters.share'],
          round: 'half-up',
        },
      },
      parameters: { share: { type: 'rate', label: words('比例', 'share'), values: [dated('50%')] } },
      requirements: [requirement({ requires: leaf('kitchen.paid', 'greaterThanInclusive', { fact: 'kitchen.owed' }) })],
    }
    expect(changes(parts, { wage: 10_000, paid: 10 })).toEqual([['met', 'kitchen.paid 5000']])
    const seats = (operator: string, value: unknown) =>
      changes({ requirements: [requirement({ requires: leaf('kitchen.seats', operator, value) })] }, { seats: 4 })
    expect(seats('in', [1, 6, 9])).toEqual([['met', 'kitchen.seats 6']])
    expect(seats('notEqual', 4)).toEqual([['met', 'kitchen.seats 5']])
  })

  it('is done today: a day is never said to have been another, nor a future one to be past', () => {
    const cleaned = (on: string | null, least: string) =>
      changes(
        { requirements: [requirement({ requires: leaf('kitchen.cleanedOn', 'greaterThanInclusive', least) })] },
        { cleanedOn: on },
      )
    expect(cleaned(null, '2018-02-01')).toEqual([['met', `kitchen.cleanedOn ${AS_OF}`]])
    expect(cleaned('2017-05-01', '2018-02-01')).toEqual([])
    expect(cleaned('2017', '2018-02-01')).toEqual([])
    expect(cleaned('2030-05-01', '2018-02-01')).toEqual([])
  })

  it('of what may end later is best without an end', () => {
    const parts: ToyParts = {
      given: {
        'kitchen.lease': { type: 'date', label: words('租期', 'lease'), none: words('未定', 'open'), future: true },
      },
      requirements: [requirement({ requires: { not: leaf('kitchen.lease', 'lessThan', { fact: 'asOf' }) } })],
    }
    const parted = {
      ...parts,
      requirements: [requirement({ requires: { not: leaf('kitchen.lease', 'lessThan', '2020-01-01') } })],
    }
    expect(changes(parted, { lease: '2019-06-01' })).toEqual([['met', 'kitchen.lease null']])
    expect(changes(parts, { lease: '2017-01-01' })).toEqual([])
  })

  it('may be a record to add, in words that say so', () => {
    const parts: ToyParts = {
      derived: {
        'kitchen.hasTrained': {
          label: words('有受训厨师', 'has a trained cook'),
          some: 'cook',
          where: { condition: 'cook.trained' },
        },
      },
      requirements: [requirement({ requires: { condition: 'kitchen.hasTrained' } })],
    }
    const [supposition] = findingOn(parts, { cooks: [] }).whatIf
    expect(supposition!.changes).toMatchObject([
      {
        pointer: '/kitchens/0/cooks/0/trained',
        to: true,
        text: { zh: '新增厨师，其受训', en: 'One more cook: it were so that trained' },
      },
    ])
    expect(supposition!.text).toEqual({
      zh: '如新增厨师（受训），则结论变为“符合”',
      en: 'If there were one more cook (it were so that trained), the outcome would be “met”',
    })
  })

  it('keeps to bounds and checks', () => {
    const parts: ToyParts = {
      given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0, max: 'kitchen.seats' } },
      requirements: [requirement({ requires: leaf('kitchen.tables', 'greaterThanInclusive', 5) })],
    }
    expect(changes(parts, { tables: 2, seats: 4 })).toEqual([])
    expect(changes(parts, { tables: 2, seats: 6 })[0]).toEqual(['met', 'kitchen.tables 5'])
    const fewer = { ...parts, requirements: [requirement({ requires: leaf('kitchen.seats', 'lessThan', 5) })] }
    expect(changes(fewer, { tables: 8, seats: 9 })).toEqual([])
  })

  it('leaves open what is blank and bounded by a fact that changes', () => {
    const parts: ToyParts = {
      given: {
        'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0, max: 'kitchen.seats' },
      },
      requirements: [
        requirement({
          requires: {
            all: [
              { fact: 'kitchen.seats', operator: 'greaterThan', value: 1 },
              { fact: 'kitchen.tables', operator: 'equal', value: 0 },
            ],
          },
        }),
      ],
    }
    // No seats, so no tables; with seats there may be one.
    expect(findingOn(parts, { seats: 0 })).toMatchObject({ status: 'not_met', whatIf: [] })
    expect(findingOn(parts, { seats: 0, tables: 0 }).whatIf).toHaveLength(1)
  })

  it('may be of what is blank and bounded by another fact that it changes', () => {
    const requires = {
      all: [leaf('kitchen.seats', 'greaterThanInclusive', 10), leaf('kitchen.tables', 'greaterThan', 2)],
    }
    const parts: ToyParts = {
      given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0, max: 'kitchen.seats' } },
      requirements: [requirement({ requires })],
    }
    expect(changes(parts, { seats: 5 })).toEqual([['met', 'kitchen.seats 10', 'kitchen.tables 3']])
  })

  it('takes what is contradictory to be within its bounds as they would then be', () => {
    const requires = {
      all: [leaf('kitchen.seats', 'greaterThanInclusive', 10), leaf('kitchen.tables', 'lessThanInclusive', 7)],
    }
    const parts: ToyParts = {
      given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0, max: 'kitchen.seats' } },
      checks: [
        {
          id: 'never-four',
          scope: 'kitchen',
          text: words('桌数有误'),
          holds: leaf('kitchen.tables', 'notEqual', 4),
          taints: ['kitchen.tables'],
        },
      ],
      requirements: [requirement({ requires })],
    }
    expect(findingOn(parts, { seats: 10, tables: 4 }).status).toBe('unknown')
    expect(changes(parts, { seats: 5, tables: 4 })).toEqual([])
  })

  it('concludes no more from bounds of bounds than an evaluation does', () => {
    const large = leaf('kitchen.seats', 'greaterThanInclusive', 10)
    const bounded = (max: string) => ({ type: 'integer', label: words('数', 'number'), min: 0, max, changeable: 'no' })
    const parts: ToyParts = {
      given: { 'kitchen.tables': bounded('kitchen.seats'), 'kitchen.lamps': bounded('kitchen.tables') },
      requirements: [
        requirement({
          requires: { all: [large, { not: { all: [large, leaf('kitchen.lamps', 'greaterThan', 10)] } }] },
        }),
      ],
    }
    expect(findingOn(parts, { seats: 10 }).status).toBe('unknown')
    expect(changes(parts, { seats: 5 })).toEqual([])
  })

  it('adds no record that fails a check, whatever the check reads', () => {
    const trained = { fact: 'cook.trained', operator: 'equal', value: true }
    const parts = (holds: object): ToyParts => ({
      derived: { 'kitchen.trained': { label: words('有受训者', 'a trained cook'), some: 'cook', where: trained } },
      checks: [{ id: 'check', scope: 'cook', holds, taints: ['cook.trained'], text: words('应一致', 'must agree') }],
      requirements: [requirement({ requires: { condition: 'kitchen.trained' } })],
    })
    const seated = { fact: 'kitchen.seats', operator: 'greaterThan', value: 0 }
    expect(findingOn(parts(seated), { seats: 1, cooks: [] }).whatIf).toHaveLength(1)
    expect(findingOn(parts(seated), { seats: 0, cooks: [] }).whatIf).toEqual([])
  })

  it('leaves to each what must be its own', () => {
    const parts: ToyParts = {
      given: { 'kitchen.number': { type: 'integer', label: words('编号', 'number') } },
      checks: [
        { id: 'own', scope: 'kitchen', text: words('各有'), unique: 'kitchen.number', taints: ['kitchen.number'] },
      ],
      requirements: [requirement({ requires: leaf('kitchen.number', 'lessThanInclusive', 1) })],
    }
    const others = (number: number) =>
      reportOn(parts, { kitchens: [{ number: 5 }, { number }] }).findings[0]!.whatIf.map(
        ({ changes: [change] }) => change?.to,
      )
    expect(others(0)).toEqual([1])
    expect(others(1)).toEqual([0])
  })

  it('is tried under the law of the day to which it moves the matter', () => {
    const parts: ToyParts = {
      requirements: [
        requirement({
          at: 'kitchen.openedOn',
          effective: { from: '2018-01-01' },
          requires: leaf('kitchen.openedOn', 'lessThan', '2018-01-01'),
        }),
      ],
    }
    expect(changes(parts, { openedOn: '2018-05-01' })).toEqual([])
  })

  it('does not give one fact of a group that is none and take the others for none still', () => {
    const group = (name: string, type: string) => ({ [`kitchen.store.${name}`]: { type, label: words(name) } })
    const parts: ToyParts = {
      given: {
        'kitchen.store': { type: 'group', label: words('库房', 'store'), none: words('没有库房', 'no store') },
        ...group('cool', 'boolean'),
        ...group('size', 'integer'),
      },
      requirements: [
        requirement({
          applies: { not: leaf('kitchen.store.size', 'greaterThan', 9) },
          requires: { condition: 'kitchen.store.cool' },
        }),
      ],
    }
    expect(changes(parts, { store: { size: 3, cool: false } })).toEqual([['met', 'kitchen.store.cool true']])
    expect(changes(parts, { store: null })).toEqual([])
  })

  it('offers nothing that a ledger could not say', () => {
    const last = Number.MAX_SAFE_INTEGER
    const beyond = (fact: string, operator: string, value: unknown) => ({
      given: {
        'kitchen.tax': { type: 'rate', label: words('税率', 'tax') },
        'kitchen.closesOn': { type: 'date', label: words('停业日期', 'closing day'), future: true },
        'kitchen.kind': { type: 'enum', label: words('类别', 'kind'), values: { a: words('甲'), b: words('乙') } },
        'kitchen.other': { type: 'enum', label: words('别类', 'other'), values: { b: words('乙'), c: words('丙') } },
      },
      requirements: [requirement({ requires: leaf(fact, operator, value) })],
    })
    expect(changes(beyond('kitchen.seats', 'greaterThan', last), { seats: 1 })).toEqual([])
    expect(changes(beyond('kitchen.seats', 'greaterThan', last - 1), { seats: 1 })).toEqual([
      ['met', `kitchen.seats ${last}`],
    ])
    expect(changes(beyond('kitchen.closesOn', 'greaterThan', '9999-12-31'), { closesOn: '2020-01-01' })).toEqual([])
    expect(changes(beyond('kitchen.closesOn', 'lessThan', '0001-01-01'), { closesOn: '2020-01-01' })).toEqual([])
    expect(changes(beyond('kitchen.tax', 'greaterThan', '999999.999999%'), { tax: '1%' })).toEqual([])
    const otherKind = beyond('kitchen.kind', 'equal', { fact: 'kitchen.other' })
    expect(changes(otherKind, { kind: 'a', other: 'b' })).toEqual([['met', 'kitchen.kind b']])
    expect(changes(otherKind, { kind: 'a', other: 'c' })).toEqual([])
  })

  it('is not offered where trying it, or looking for it, leads to what cannot be computed', () => {
    const sum = { add: ['kitchen.seats', 'kitchen.tables'] }
    const parts = (requires: object, more: object = {}): ToyParts => ({
      given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0 } },
      derived: { 'kitchen.sum': { label: words('总数', 'sum'), ...sum } },
      requirements: [requirement({ requires, ...more })],
    })
    const many = Number.MAX_SAFE_INTEGER - 10
    const more = leaf('kitchen.seats', 'greaterThan', { fact: 'kitchen.tables' })
    const tried = parts(more, { applies: leaf('kitchen.sum', 'greaterThan', 0) })
    expect(findingOn(tried, { seats: 5, tables: many })).toMatchObject({ status: 'not_met', whatIf: [] })
    const sought = parts({ all: [{ condition: 'kitchen.licensed' }, leaf('kitchen.sum', 'greaterThan', 0)] })
    const large = { licensed: false, seats: many, tables: many }
    expect(findingOn(sought, large)).toMatchObject({ status: 'not_met', whatIf: [] })
  })

  it('leaves the ledger as it was, whatever comes of trying it', () => {
    const many = Number.MAX_SAFE_INTEGER - 10
    const parts: ToyParts = {
      given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 0 } },
      derived: { 'kitchen.sum': { label: words('总数', 'sum'), add: ['kitchen.seats', 'kitchen.tables'] } },
      requirements: [
        requirement({
          id: 'tried',
          applies: leaf('kitchen.sum', 'greaterThan', 0),
          requires: leaf('kitchen.seats', 'greaterThan', { fact: 'kitchen.tables' }),
        }),
        requirement({ id: 'after', requires: leaf('kitchen.seats', 'equal', 5) }),
      ],
    }
    const { findings } = reportOn(parts, { kitchens: [{ seats: 5, tables: many }] })
    expect(findings.map(({ requirement: id, status }) => [id, status])).toEqual([
      ['tried', 'not_met'],
      ['after', 'met'],
    ])
  })

  it('supposes no rate below zero', () => {
    const parts: ToyParts = {
      given: { 'kitchen.tax': { type: 'rate', label: words('税率', 'tax') } },
      requirements: [requirement({ requires: leaf('kitchen.tax', 'lessThan', '0%') })],
    }
    expect(changes(parts, { tax: '1%' })).toEqual([])
  })

  it('waits until facts that contradict each other have been cleared up', () => {
    const parts: ToyParts = {
      given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), min: 'kitchen.seats' } },
      requirements: [
        requirement({
          requires: { all: [{ condition: 'kitchen.licensed' }, leaf('kitchen.tables', 'greaterThan', 3)] },
        }),
      ],
    }
    expect(changes(parts, { licensed: false, tables: 2, seats: 1 })).toEqual([
      ['met', 'kitchen.licensed true', 'kitchen.tables 4'],
    ])
    expect(changes(parts, { licensed: false, tables: 2, seats: 3 })).toEqual([])
    const check = {
      id: 'open',
      scope: 'kitchen',
      text: words('有误', 'is wrong'),
      holds: leaf('kitchen.cleanedOn', 'equal', null),
      taints: ['kitchen.tables'],
    }
    const checked = { ...parts, checks: [check] }
    expect(changes(checked, { licensed: false, tables: 2, seats: 1, cleanedOn: '2018-01-01' })).toEqual([])
  })

  it('may go through an exception, and names it', () => {
    const parts: ToyParts = {
      given: { 'kitchen.excused': { type: 'boolean', label: words('是否豁免', 'whether excused') } },
      requirements: [
        requirement({
          requires: leaf('kitchen.openedOn', 'lessThan', '2018-01-01'),
          unless: [
            {
              id: 'excused',
              text: words('豁免', 'excused'),
              status: 'exempted',
              when: { condition: 'kitchen.excused' },
            },
          ],
        }),
      ],
    }
    expect(findingOn(parts, { openedOn: '2018-05-01', excused: false }).whatIf.at(-1)).toMatchObject({
      leadsTo: 'exempted',
      exception: 'excused',
    })
  })

  it('is not offered where nothing is wrong or nothing is known', () => {
    const parts = { requirements: [requirement({ requires: { condition: 'kitchen.licensed' } })] }
    expect(changes(parts, { licensed: true })).toEqual([])
    expect(changes(parts, {})).toEqual([])
  })

  it('comes with what the author says to do', () => {
    const parts = {
      requirements: [
        requirement({
          requires: { condition: 'kitchen.licensed' },
          remedy: words('办理许可。', 'Apply for the licence.'),
        }),
      ],
    }
    expect(findingOn(parts, { licensed: false }).remedy).toEqual({ zh: '办理许可。', en: 'Apply for the licence.' })
    expect(findingOn(parts, { licensed: true })).not.toHaveProperty('remedy')
  })
})

describe('what is over', () => {
  it('is not supposed otherwise for the finding of a past year, wherever the ledger gives it', () => {
    const parts: ToyParts = {
      requirements: [
        requirement({
          recurs: { every: 'year', from: 2018 },
          due: 'period.end',
          requires: { condition: 'kitchen.licensed' },
        }),
      ],
    }
    const { findings } = reportOn(parts, { kitchens: [{ id: 'K1', licensed: false }] }, { asOf: '2019-06-30' })
    expect(findings.map(({ period, whatIf }) => [period, whatIf.length])).toEqual([
      [2018, 0],
      [2019, 1],
    ])
  })

  it('and a day to come is not moved forward', () => {
    const parts: ToyParts = {
      given: { 'kitchen.leaseEnds': { type: 'date', label: words('租约到期', 'end of the lease'), future: true } },
      requirements: [
        requirement({ requires: { fact: 'kitchen.leaseEnds', operator: 'lessThan', value: '2020-01-01' } }),
      ],
    }
    const whatIf = (leaseEnds: string) => findingOn(parts, { leaseEnds }, { asOf: '2019-01-01' }).whatIf
    expect(whatIf('2025-01-01')).toEqual([])
    expect(whatIf('2025-01')).toEqual([])
  })

  it.each([
    ['2018-12-31', 0],
    ['2019-01-01', 0],
    ['2019-01-02', 1],
    ['2018', 0],
    ['2019', 0],
    ['2019-02', 1],
  ])('and a day that may have come is not moved: %s, looked at on 2019-01-01', (leaseEnds, suppositions) => {
    const parts: ToyParts = {
      given: { 'kitchen.leaseEnds': { type: 'date', label: words('租约到期', 'end of the lease'), future: true } },
      requirements: [
        requirement({ requires: { fact: 'kitchen.leaseEnds', operator: 'greaterThan', value: '2020-01-01' } }),
      ],
    }
    expect(findingOn(parts, { leaseEnds }, { asOf: '2019-01-01' }).whatIf).toHaveLength(suppositions)
  })
})

describe('the records of years', () => {
  const parts = (where: object): ToyParts => ({
    given: {
      'year.year': { type: 'integer', label: words('年度', 'year') },
      'year.checked': { type: 'boolean', label: words('是否检查', 'whether checked') },
      'year.closedOn': { type: 'date', label: words('结账日期', 'closing of accounts'), none: words('未结', 'open') },
    },
    derived: { 'kitchen.some': { label: words('有', 'some'), some: 'year', where } },
    requirements: [requirement({ requires: { condition: 'kitchen.some' } })],
  })
  const pointers = (where: object, years: object) =>
    findingOn(parts(where), { years, complete: { years: true } }).whatIf.flatMap(({ changes }) =>
      changes.map(({ pointer }) => pointer),
    )
  const checked = leaf('year.checked', 'equal', true)

  it('are supposed otherwise, but none is added', () => {
    expect(pointers(checked, { 2019: { checked: false } })).toEqual(['/kitchens/0/years/2019/checked'])
    const closed = leaf('year.closedOn', 'notEqual', null)
    expect(pointers(closed, { 2018: { closedOn: null } })).toEqual(['/kitchens/0/years/2018/closedOn'])
    expect(pointers(closed, {})).toEqual([])
  })

  it('stay those of their years', () => {
    expect(pointers(leaf('year.year', 'equal', 2020), { 2019: { checked: false } })).toEqual([])
  })
})
