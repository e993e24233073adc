import { makeMutants } from '@tiaoli/authoring'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

/** The ids of the mutants of a toy pack that begin like this, without the beginning. */
function changesOf(parts: ToyParts, begin: string): string[] {
  return makeMutants(toyPack(withUse(parts)))
    .filter(({ id }) => id.startsWith(begin))
    .map(({ id }) => id.slice(begin.length))
}

/** With a calculation that stands on every derived fact and parameter, where a test does not say what does. */
function withUse(parts: ToyParts): ToyParts {
  const names = [
    ...Object.keys(parts.derived ?? {}),
    ...Object.keys(parts.parameters ?? {}).map((id) => `parameters.${id}`),
  ]
  const figures = Object.fromEntries(names.map((name, i) => [`figure${i}`, name]))
  return parts.requirements
    ? parts
    : { ...parts, requirements: [requirement({ id: 'use', figures: { seats: 'kitchen.seats', ...figures } })] }
}

function ruleWith(parts: Record<string, unknown>): ToyParts {
  return { requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, ...parts })] }
}

const SEATS = { fact: 'kitchen.seats', operator: 'lessThan', value: 3 }

const GRADES = {
  'kitchen.grade': {
    type: 'enum',
    label: words('等级', 'grade'),
    values: { a: words('甲', 'A'), b: words('乙', 'B'), c: words('丙', 'C') },
  },
}

describe('the mutants of a condition', () => {
  it('have the operator with the other boundary, the opposite operator and both neighbours of a number', () => {
    expect(changesOf(ruleWith({ applies: SEATS }), 'rule/applies#')).toEqual([
      'dropped',
      'operator:lessThanInclusive',
      'operator:greaterThanInclusive',
      'value:2',
      'value:4',
    ])
  })

  it('have the days before and after a date', () => {
    const leaf = { fact: 'kitchen.openedOn', operator: 'equal', value: '2019-03-01' }
    expect(changesOf(ruleWith({ requires: leaf }), 'rule/requires#')).toEqual([
      'operator:notEqual',
      'value:2019-02-28',
      'value:2019-03-02',
    ])
  })

  it('have every other value of an enum, each value of a list left out and every other added', () => {
    const grade = (operator: string, value: unknown) => ({
      given: GRADES,
      ...ruleWith({ requires: { fact: 'kitchen.grade', operator, value } }),
    })
    expect(changesOf(grade('equal', 'c'), 'rule/requires#')).toEqual(['operator:notEqual', 'value:a', 'value:b'])
    expect(changesOf(grade('in', ['a', 'b']), 'rule/requires#')).toEqual([
      'operator:notIn',
      'without:a',
      'without:b',
      'with:c',
    ])
    expect(changesOf(grade('notIn', ['b']), 'rule/requires#')).toEqual(['operator:in', 'with:a', 'with:c'])
  })

  it('turn a decorated operator round and take its decorator away', () => {
    const leaf = { fact: 'kitchen.seats', operator: 'not:lessThan', value: 3 }
    expect(changesOf(ruleWith({ requires: leaf }), 'rule/requires#operator:')).toEqual([
      'not:lessThanInclusive',
      'not:greaterThanInclusive',
      'lessThan',
    ])
  })

  it('turn all into any, drop each part, and change each part by itself', () => {
    const all = { all: [{ condition: 'kitchen.licensed' }, { not: SEATS }] }
    expect(changesOf(ruleWith({ requires: all }), 'rule/requires')).toEqual([
      '#any',
      '/kitchen.licensed#dropped',
      '/not:kitchen.seats#dropped',
      '/kitchen.licensed#negated',
      '/not:kitchen.seats#affirmed',
      '/not:kitchen.seats/kitchen.seats#operator:lessThanInclusive',
      '/not:kitchen.seats/kitchen.seats#operator:greaterThanInclusive',
      '/not:kitchen.seats/kitchen.seats#value:2',
      '/not:kitchen.seats/kitchen.seats#value:4',
    ])
  })

  it('tell two comparisons of one fact apart by the whole comparison', () => {
    const all = { all: [SEATS, { fact: 'kitchen.seats', operator: 'greaterThan', value: { fact: 'parameters.few' } }] }
    const parts = { ...ruleWith({ requires: all }), parameters: FEW }
    expect(changesOf(parts, 'rule/requires/').filter((id) => id.endsWith('#dropped'))).toEqual([
      'kitchen.seats:lessThan:3#dropped',
      'kitchen.seats:greaterThan:parameters.few#dropped',
    ])
  })
})

const FEW = {
  few: {
    label: words('少', 'few'),
    type: 'integer',
    values: [dated(5, '2018-01-01', '2019-01-01'), dated(7, '2019-01-01')],
  },
}

describe('the mutants of a requirement', () => {
  it('lack its dates, or have them a day off', () => {
    const parts = ruleWith({
      effective: { from: '2018-01-01', to: '2020-01-01' },
      due: '2019-06-30',
      achievedOn: 'kitchen.cleanedOn',
      at: 'kitchen.openedOn',
    })
    expect(changesOf(parts, 'rule/').filter((id) => !id.startsWith('requires'))).toEqual([
      'due#dropped',
      'due#value:2019-06-29',
      'due#value:2019-07-01',
      'achievedOn#dropped',
      'at#dropped',
      'effective/from#dropped',
      'effective/from#value:2017-12-31',
      'effective/from#value:2018-01-02',
      'effective/to#dropped',
      'effective/to#value:2019-12-31',
      'effective/to#value:2020-01-02',
    ])
  })

  it('turn a task of the years planned for into a standing duty', () => {
    expect(changesOf(ruleWith({ duty: 'once' }), 'rule/duty')).toEqual(['#standing'])
    expect(changesOf(ruleWith({ duty: 'standing' }), 'rule/duty')).toEqual([])
  })

  it('begin a yearly duty a year earlier or later', () => {
    const parts = ruleWith({ recurs: { every: 'year', from: 2019 } })
    expect(changesOf(parts, 'rule/recurs/')).toEqual(['from#value:2018', 'from#value:2020'])
  })

  it('lack an exception, give it another status, or ask two that differ in status in the other order', () => {
    const exception = (id: string, status: string) => ({
      id,
      text: words('例外'),
      status,
      when: { condition: 'kitchen.licensed' },
    })
    const unless = [exception('first', 'exempted'), exception('second', 'pending'), exception('third', 'pending')]
    expect(changesOf(ruleWith({ unless }), 'rule/unless/')).toEqual([
      'first#dropped',
      'first#status:review',
      'first/when#negated',
      'second#dropped',
      'second#status:exempted',
      'second/when#negated',
      'third#dropped',
      'third#status:exempted',
      'third/when#negated',
      'first#after:second',
    ])
  })

  it('never show a note, or always', () => {
    const notes = [{ id: 'small', text: words('小'), when: { condition: 'kitchen.licensed' } }]
    expect(changesOf(ruleWith({ notes }), 'rule/notes/small')).toEqual(['#dropped', '#always', '/when#negated'])
  })

  it('lack a figure', () => {
    expect(changesOf(ruleWith({ figures: { seats: 'kitchen.seats' } }), 'rule/figures/')).toEqual(['seats#dropped'])
  })
})

describe('the mutants of formulas', () => {
  const derived = (formula: Record<string, unknown>): ToyParts => ({
    derived: { 'kitchen.x': { label: words('值', 'value'), ...formula } },
  })

  it.each([
    [{ date: 'kitchen.openedOn', plusDays: 30 }, ['/plusDays#value:29', '/plusDays#value:31']],
    [
      { date: '2019-01-31', plusMonths: 1 },
      ['/date#value:2019-01-30', '/date#value:2019-02-01', '/plusMonths#value:0', '/plusMonths#value:2'],
    ],
    [{ count: 'cook', where: { condition: 'cook.trained' } }, ['/where#dropped', '/where#negated']],
    [{ some: 'cook', where: { condition: 'cook.trained' } }, ['/where#dropped', '/where#negated']],
    [{ every: 'cook', holds: { condition: 'cook.trained' } }, ['/holds#negated']],
    [{ least: 'cook.since' }, ['#greatest']],
    [
      { least: ['kitchen.openedOn', 'kitchen.cleanedOn'] },
      ['#greatest', '/kitchen.openedOn#dropped', '/kitchen.cleanedOn#dropped'],
    ],
    [{ add: ['kitchen.seats', 2] }, ['#subtract', '/2#value:1', '/2#value:3']],
    [{ subtract: ['kitchen.seats', 2] }, ['#swapped', '/2#value:1', '/2#value:3']],
    [{ daysBetween: ['kitchen.openedOn', 'asOf'] }, ['#swapped']],
    [{ when: { condition: 'kitchen.licensed' } }, ['#negated']],
  ])('change %j in one place each', (formula, expected) => {
    expect(changesOf(derived(formula), 'kitchen.x')).toEqual(expected)
  })

  it('round a product otherwise', () => {
    const parts = { ...derived({ multiply: ['kitchen.seats', 'parameters.rate'], round: 'down' }), parameters: RATE }
    expect(changesOf(parts, 'kitchen.x')).toEqual(['#round:up', '#round:half-up'])
  })
})

const RATE = { rate: { label: words('比例', 'rate'), type: 'rate', values: [dated('1%')] } }

describe('a derived fact on which nothing depends', () => {
  it('has no mutants', () => {
    const derived = { 'kitchen.x': { label: words('值', 'value'), add: ['kitchen.seats', 2] } }
    const requirements = [requirement({ requires: { condition: 'kitchen.licensed' } })]
    expect(changesOf({ derived, requirements }, 'kitchen.x')).toEqual([])
  })
})

describe('the mutants of the catalogue', () => {
  it('move a bound that is a number and lack one that is a fact', () => {
    const given = {
      'kitchen.full': { type: 'integer', label: words('满座', 'full'), min: 0, max: 'kitchen.seats' },
    }
    expect(changesOf({ given: { ...given } }, 'kitchen.full/')).toEqual(['min#value:-1', 'min#value:1', 'max#dropped'])
  })

  it('let a date that may be in the future elapse', () => {
    const given = { 'kitchen.until': { type: 'date', label: words('至', 'until'), future: true } }
    expect(changesOf({ given }, 'kitchen.until')).toEqual(['#elapses'])
  })

  it('expect a day that is planned to be written once it has come', () => {
    const given = { 'kitchen.visitOn': { type: 'date', label: words('走访', 'visit'), planned: true } }
    expect(changesOf({ given }, 'kitchen.visitOn')).toEqual(['#written-once-come'])
  })

  it('expect what may be done in the next year to be done in its own', () => {
    const given = { 'kitchen.visitOn': { type: 'date', label: words('走访', 'visit'), intoNextYear: true } }
    expect(changesOf({ given }, 'kitchen.visitOn')).toEqual(['#in-its-year'])
  })

  it('leave a date unknown where it is left out', () => {
    const given = { 'kitchen.shutOn': { type: 'date', label: words('停业', 'shut'), absent: 'none' } }
    expect(changesOf({ given }, 'kitchen.shutOn')).toEqual(['#unknown-if-absent'])
  })

  it('lack a check, or check otherwise', () => {
    const checks = [
      {
        id: 'open-first',
        scope: 'kitchen',
        text: words('先开业'),
        holds: { condition: 'kitchen.licensed' },
        taints: ['kitchen.licensed'],
      },
      { id: 'one-code', scope: 'kitchen', text: words('不重复'), unique: 'kitchen.id', taints: ['kitchen.id'] },
    ]
    expect(changesOf({ checks }, 'check:')).toEqual(['open-first#dropped', 'open-first#negated', 'one-code#dropped'])
  })
})

describe('the mutants of parameters', () => {
  it('have each value one off, and the day of the change with both values that meet there', () => {
    const mutants = makeMutants(toyPack(withUse({ parameters: FEW }))).filter(
      ({ target }) => target.kind === 'parameter',
    )
    expect(mutants.map(({ id }) => id)).toEqual([
      'parameters.few/2018-01-01#value:4',
      'parameters.few/2018-01-01#value:6',
      'parameters.few/2018-01-01#from:2017-12-31',
      'parameters.few/2018-01-01#from:2018-01-02',
      'parameters.few/2019-01-01#value:6',
      'parameters.few/2019-01-01#value:8',
      'parameters.few/2019-01-01#from:2018-12-31',
      'parameters.few/2019-01-01#from:2019-01-02',
    ])
    expect(mutants.at(-1)!.edits.map(({ value }) => value)).toEqual(['2019-01-02', '2019-01-02'])
  })

  it('have a rate a hundredth of a percent off', () => {
    expect(changesOf({ parameters: RATE }, 'parameters.rate/')).toEqual(['always#value:0.99%', 'always#value:1.01%'])
  })

  it('lack what a profile sets, or have it otherwise', () => {
    const profiles = [{ id: 'mild', label: words('宽', 'mild'), parameters: { few: [dated(9)] } }]
    expect(changesOf({ parameters: FEW, profiles }, 'profile:mild/parameters.few')).toEqual([
      '#dropped',
      '/always#value:8',
      '/always#value:10',
    ])
  })
})

describe('the id of a mutant', () => {
  const requires = [SEATS, { condition: 'kitchen.licensed' }, { any: [{ condition: 'kitchen.licensed' }, SEATS] }]
  const other = requirement({ id: 'other', requires: SEATS })
  const ids = (requirements: Record<string, unknown>[]) =>
    makeMutants(toyPack({ requirements }))
      .map(({ id }) => id)
      .filter((id) => id.startsWith('rule/'))
      .sort()
  const rule = (all: unknown[]) => requirement({ id: 'rule', requires: { all } })

  it('is its alone', () => {
    const all = ids([rule(requires), other])
    expect(new Set(all).size).toBe(all.length)
  })

  it('does not change with the order of conditions and requirements, nor with what is beside it', () => {
    expect(ids([other, rule(requires.toReversed())])).toEqual(ids([rule(requires), other]))
  })

  it('leads to the place in the file and shows what is there', () => {
    const mutant = makeMutants(toyPack({ requirements: [other, rule(requires)] })).find(
      ({ id }) => id === 'rule/requires/kitchen.seats#value:4',
    )
    expect(mutant).toMatchObject({
      file: 'requirements/all.json',
      pointer: '/requirements/1/requires/all/0/value',
      was: 3,
      now: 4,
    })
  })
})
