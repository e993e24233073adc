import { coverageOf, type Coverage } from '@tiaoli/authoring'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

type Json = Record<string, unknown>

function item(id: string, kitchen: Json, expect_: Json, rest: Json = {}): Json {
  return {
    id,
    asOf: '2019-01-01',
    ledger: { kitchens: [{ id: 'K1', ...kitchen }] },
    expect: [{ requirement: 'rule', ...expect_ }],
    ...rest,
  }
}

function coverage(rule: Json, cases: Json[], parts: ToyParts = {}): Coverage {
  return coverageOf(toyPack({ ...parts, requirements: [requirement(rule)], ...(cases.length > 0 ? { cases } : {}) }))
}

/** What the cases do not show, in words. */
function gaps(rule: Json, cases: Json[], parts: ToyParts = {}): string[] {
  return coverage(rule, cases, parts).gaps.map(({ id, lacks }) => `${id}: ${lacks}`)
}

const LICENSED = { requires: { condition: 'kitchen.licensed' } }
const MET = item('licensed', { licensed: true }, { status: 'met' })
const NOT_MET = item('unlicensed', { licensed: false }, { status: 'not_met' })
const UNKNOWN = item('no word of a licence', {}, { status: 'unknown' })

describe('the coverage of a requirement', () => {
  it('is complete when each status is reached and the leaf was true, false and unknown', () => {
    expect(gaps(LICENSED, [MET, NOT_MET, UNKNOWN])).toEqual([])
  })

  it('finds the truth that no case shows', () => {
    expect(gaps(LICENSED, [MET, NOT_MET])).toEqual(['rule: unknown', 'rule/requires: unknown'])
  })

  it('counts only what a case expects something of', () => {
    const expectsAnother = { ...UNKNOWN, expect: [{ requirement: 'other', status: 'met' }] }
    const source = toyPack({
      requirements: [requirement({ id: 'rule', ...LICENSED }), requirement({ id: 'other', requires: OPENED })],
      cases: [MET, NOT_MET, expectsAnother],
    })
    expect(coverageOf(source).gaps.map(({ id }) => id)).toContain('rule/requires')
  })

  it('counts nothing of a case whose ledger is refused', () => {
    const refused = { ...MET, id: 'refused', ledger: { kitchens: [{ licensed: 'yes' }] } }
    expect(gaps(LICENSED, [refused, NOT_MET, UNKNOWN])).toEqual(['rule: met', 'rule/requires: true'])
  })

  it('tells which case reached a status first, and how many did', () => {
    const [{ statuses } = { statuses: [] }] = coverage(LICENSED, [MET, { ...MET, id: 'again' }, NOT_MET]).requirements
    expect(statuses).toContainEqual({ status: 'met', cases: 2, first: 'cases/all.json licensed' })
    expect(statuses).toContainEqual({ status: 'unknown', cases: 0 })
  })

  it('does not count a leaf that was not asked because something before it had decided', () => {
    const rule = { requires: { all: [{ condition: 'kitchen.licensed' }, OPENED] } }
    const cases = [
      item('not licensed, opened in time', { licensed: false, openedOn: '2018-01-01' }, { status: 'not_met' }),
    ]
    expect(gaps(rule, cases)).toContain('rule/requires/kitchen.openedOn: true')
  })
})

const OPENED = { fact: 'kitchen.openedOn', operator: 'lessThan', value: '2018-06-01' }

describe('what can be reached', () => {
  const reachable = (rule: Json, parts: ToyParts = {}) =>
    coverage(rule, [], parts).requirements[0]!.statuses.map(({ status }) => status)

  it.each<[string, Json, string[]]>([
    ['a bare duty', LICENSED, ['met', 'not_met', 'unknown']],
    ['a calculation', { figures: { seats: 'kitchen.seats' } }, ['calculated', 'unknown']],
    ['a duty for some', { ...LICENSED, applies: OPENED }, ['met', 'not_met', 'not_applicable', 'unknown']],
    ['a duty with a due date', { ...LICENSED, due: '2019-06-30' }, ['met', 'not_met', 'pending', 'unknown']],
    [
      'a duty that is done on a day',
      { ...LICENSED, due: '2019-06-30', achievedOn: 'kitchen.cleanedOn' },
      ['met', 'met_late', 'not_met', 'pending', 'unknown'],
    ],
    [
      'a duty with exceptions',
      { ...LICENSED, unless: [exception('consented', 'exempted'), exception('odd', 'review')] },
      ['met', 'not_met', 'exempted', 'review', 'unknown'],
    ],
    ['a question of dates alone', { requires: ON_TIME }, ['met', 'not_met']],
  ])('of %s follows from its text', (_, rule, expected) => {
    expect(reachable(rule)).toEqual(expected)
  })

  const few = (values: unknown[]) => ({ few: { label: words('少', 'few'), type: 'integer', values } })
  const byParameter = { requires: { fact: 'parameters.few', operator: 'greaterThan', value: 3 } }

  it('is never unknown for a parameter with a value under every profile, and may be under one without', () => {
    expect(reachable(byParameter, { parameters: few([dated(5)]) })).not.toContain('unknown')
    expect(reachable(byParameter, { parameters: few([]) })).toContain('unknown')
    const profiles = [{ id: 'mild', label: words('宽', 'mild'), parameters: { few: [dated(9)] } }]
    const pack = { defaultProfile: 'mild' }
    expect(reachable(byParameter, { pack, profiles, parameters: few([]) })).not.toContain('unknown')
  })

  it('is never unknown where a fact that cannot be none is compared with none', () => {
    const asks = (fact: string) => reachable({ requires: { fact, operator: 'notEqual', value: null } })
    expect(asks('kitchen.seats')).not.toContain('unknown')
    expect(asks('kitchen.cleanedOn')).toContain('unknown')
  })

  it('leaves out a value that a check on the fact alone makes unknown', () => {
    const grade = {
      type: 'enum',
      label: words('等级', 'grade'),
      values: { a: words('甲'), b: words('乙'), c: words('丙') },
    }
    const rule = { requires: { fact: 'kitchen.grade', operator: 'in', value: ['a', 'b'] } }
    const never = (value: string) => ({
      id: `never-${value}`,
      scope: 'kitchen',
      text: words('不会'),
      holds: { fact: 'kitchen.grade', operator: 'notEqual', value },
      taints: ['kitchen.grade'],
    })
    const truths = (checks: Json[]) =>
      coverage(rule, [], { given: { 'kitchen.grade': grade }, checks }).requirements[0]!.leaves[0]!.truths.map(
        ({ truth }) => truth,
      )
    expect(truths([])).toEqual(['true', 'false', 'unknown'])
    expect(truths([never('c')])).toEqual(['true', 'unknown'])
    expect(truths([never('a'), never('b')])).toEqual(['false', 'unknown'])
  })

  it('asks for a governing day that is null where the day can be null', () => {
    const given = { 'kitchen.reviewOn': { type: 'date', label: words('复核日', 'review day'), future: true } }
    const truths = (at: string) =>
      coverage({ ...LICENSED, at }, [], { given }).requirements[0]!.leaves[0]!.truths.map(({ truth }) => truth)
    expect(truths('kitchen.cleanedOn')).toEqual(['true', 'false', 'unknown'])
    expect(truths('kitchen.reviewOn')).toEqual(['true'])
  })

  it('does not ask for a year before the first', () => {
    const { leaves } = coverage({ ...LICENSED, recurs: { every: 'year', from: 2019 } }, []).requirements[0]!
    const first = leaves.find(({ id }) => id === 'rule/effective')
    expect(first?.truths.map(({ truth }) => truth)).toEqual(['true'])
  })
})

const ON_TIME = { fact: 'asOf', operator: 'lessThan', value: '2020-01-01' }

function exception(id: string, status: string): Json {
  return { id, status, text: words('例外'), when: { fact: 'kitchen.seats', operator: 'lessThan', value: 3 } }
}

describe('the coverage of other parts', () => {
  it('wants each exception to have given the status, and not another before it', () => {
    const rule = { ...LICENSED, unless: [exception('small', 'exempted'), exception('tiny', 'review')] }
    const exempted = item('small', { licensed: false, seats: 2 }, { status: 'exempted' })
    expect(gaps(rule, [exempted])).toContain('rule/unless/tiny: used')
    expect(gaps(rule, [exempted])).not.toContain('rule/unless/small: used')
  })

  it('wants each note shown and not shown', () => {
    const rule = { ...LICENSED, notes: [{ id: 'unlicensed', text: words('无证'), when: { not: LICENSED.requires } }] }
    expect(gaps(rule, [MET, UNKNOWN])).toContain('rule/notes/unlicensed: shown')
    expect(gaps(rule, [NOT_MET])).toContain('rule/notes/unlicensed: not shown')
    expect(gaps(rule, [MET, NOT_MET, UNKNOWN])).toEqual([])
  })

  it('opens derived facts, and formulas over records', () => {
    const derived = {
      'kitchen.staffed': { label: words('有人', 'staffed'), some: 'cook', where: { condition: 'cook.trained' } },
    }
    const rule = { requires: { condition: 'kitchen.staffed' } }
    const staffed = item('one trained cook', { cooks: [{ trained: true }] }, { status: 'met' })
    const unstaffed = item('one untrained cook', { cooks: [{ trained: false }] }, { status: 'not_met' })
    expect(gaps(rule, [staffed, unstaffed], { derived })).toEqual([
      'rule: unknown',
      'rule/requires: unknown',
      'kitchen.staffed/where: unknown',
    ])
  })

  it('wants each dated value used, in the pack and in a profile, and not a value that no one can use', () => {
    const parameters = {
      few: {
        label: words('少', 'few'),
        type: 'integer',
        values: [dated(5, '2018-01-01', '2019-01-01'), dated(7, '2019-01-01')],
      },
    }
    const mild = { id: 'mild', label: words('宽', 'mild'), parameters: { few: [dated(9)] } }
    const rule = { requires: { fact: 'kitchen.seats', operator: 'greaterThan', value: { fact: 'parameters.few' } } }
    const cases = [item('in 2019', { seats: 8 }, { status: 'met' })]
    const parts = { parameters, profiles: [mild] }
    expect(gaps(rule, cases, parts).filter((gap) => gap.endsWith('used'))).toEqual([
      'parameters.few/2018-01-01: used',
      'profile:mild/parameters.few/always: used',
    ])
    const mildAlways = { ...parts, pack: { defaultProfile: 'mild' } }
    expect(gaps(rule, cases, mildAlways).filter((gap) => gap.endsWith('used'))).toEqual([])
  })

  it('leads to the place of a gap', () => {
    const rule = { requires: { all: [{ condition: 'kitchen.licensed' }, { not: OPENED }] } }
    const gap = coverage(rule, []).gaps.find(({ id }) => id === 'rule/requires/not:kitchen.openedOn/kitchen.openedOn')
    expect(gap?.place).toMatchObject({ file: 'requirements/all.json', pointer: '/requirements/0/requires/all/1/not' })
  })

  it('tells the years of a yearly duty apart', () => {
    const rule = { ...LICENSED, recurs: { every: 'year', from: 2018 }, due: 'period.end' }
    const both = item('two years', { licensed: false }, { period: 2018, status: 'not_met' })
    expect(gaps(rule, [both])).toContain('rule: pending')
    const now = item('this year', { licensed: false }, { period: 2019, status: 'pending' })
    expect(gaps(rule, [both, now])).not.toContain('rule: pending')
  })
})
