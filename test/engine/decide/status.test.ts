import { describe, expect, it } from 'vitest'
import { findingOn, requirement, words } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const yesNo = (name: string) => ({ [`kitchen.${name}`]: { type: 'boolean', label: words(name) } })
const given = { ...yesNo('concerned'), ...yesNo('clean'), ...yesNo('excused'), ...yesNo('asked'), ...yesNo('strange') }
const exception = (id: string, status: string) => ({
  id,
  text: words(id),
  status,
  when: { condition: `kitchen.${id}` },
})

/** Applies, requires, due, achievedOn and three exceptions, each on one fact: every row of the status table. */
const rule = (parts: Record<string, unknown> = {}) => ({
  given: {
    ...given,
    'kitchen.dueOn': { type: 'date', future: true, label: words('期限', 'due'), none: words('无期限', 'no due') },
  },
  requirements: [
    requirement({
      applies: { condition: 'kitchen.concerned' },
      requires: { condition: 'kitchen.clean' },
      due: 'kitchen.dueOn',
      achievedOn: 'kitchen.cleanedOn',
      unless: [exception('excused', 'exempted'), exception('asked', 'pending'), exception('strange', 'review')],
      ...parts,
    }),
  ],
})

const PAST = { dueOn: '2018-12-31' }
const AHEAD = { dueOn: '2019-01-02' }
const APPLIES = { concerned: true }
const IN_TIME = { cleanedOn: '2018-12-31' }
const LATE = { cleanedOn: '2019-01-01' }
const CLEAN = { ...APPLIES, ...PAST, clean: true }
const DIRTY = { ...APPLIES, ...PAST, clean: false }
const NO = { excused: false, asked: false, strange: false }

describe('the status', () => {
  it.each([
    ['not_applicable where it does not apply', { concerned: false }, 'not_applicable', undefined],
    ['met where it holds and was done in time', { ...CLEAN, ...IN_TIME }, 'met', undefined],
    ['met where it holds and the day it was done is none', { ...CLEAN, cleanedOn: null }, 'met', undefined],
    ['met where it holds and there is no due', { ...APPLIES, clean: true, dueOn: null, ...LATE }, 'met', undefined],
    ['met_late where it holds but was done after the due date', { ...CLEAN, ...LATE }, 'met_late', 1],
    [
      'exempted by the first exception that holds',
      { ...DIRTY, ...NO, excused: true, asked: true },
      'exempted',
      undefined,
    ],
    [
      'pending by an exception, though the due date has passed',
      { ...DIRTY, ...NO, asked: true, strange: true },
      'pending',
      undefined,
    ],
    ['review by the last exception', { ...DIRTY, ...NO, strange: true }, 'review', undefined],
    ['pending before the due date', { ...DIRTY, ...NO, ...AHEAD }, 'pending', undefined],
    ['pending on the due date itself', { ...DIRTY, ...NO, dueOn: '2019-01-01' }, 'pending', undefined],
    ['pending where the due date is none', { ...DIRTY, ...NO, dueOn: null }, 'pending', undefined],
    ['not_met on the day after', { ...DIRTY, ...NO }, 'not_met', 1],
    ['not_met with the days counted', { ...DIRTY, ...NO, dueOn: '2018-12-01' }, 'not_met', 31],
  ] as const)('is %s', (_, facts, status, daysLate) => {
    const finding = findingOn(rule(), facts)
    expect(finding.status).toBe(status)
    expect(finding.possible).toEqual([status])
    expect(finding.daysLate).toBe(daysLate)
    expect(finding.missing).toEqual([])
  })

  it('is not_met at once where no due date is written', () => {
    const finding = findingOn(rule({ due: undefined, achievedOn: undefined }), { concerned: true, clean: false, ...NO })
    expect(finding.status).toBe('not_met')
    expect(finding).not.toHaveProperty('daysLate')
  })

  it('is met although an exception holds', () => {
    expect(findingOn(rule(), { ...CLEAN, ...IN_TIME, excused: true }).status).toBe('met')
  })
})

describe('unknown', () => {
  it.each([
    ['whether it applies', { clean: true, ...PAST, ...IN_TIME }, ['met', 'not_applicable'], ['concerned']],
    [
      'whether it applies, when it is not met',
      { clean: false, ...PAST, ...NO },
      ['not_met', 'not_applicable'],
      ['concerned'],
    ],
    ['when it was done', { ...CLEAN }, ['met', 'met_late'], ['cleanedOn']],
    ['when it is due, of what was done', { ...APPLIES, clean: true, ...LATE }, ['met', 'met_late'], ['dueOn']],
    ['when it is due, of what was not', { ...APPLIES, clean: false, ...NO }, ['not_met', 'pending'], ['dueOn']],
    ['whether it holds', { ...APPLIES, ...PAST, ...IN_TIME, ...NO }, ['met', 'not_met'], ['clean']],
    ['whether it holds, late', { ...APPLIES, ...PAST, ...LATE, ...NO }, ['met_late', 'not_met'], ['clean']],
    [
      'whether it holds, before the due date',
      { ...APPLIES, ...AHEAD, ...IN_TIME, ...NO },
      ['met', 'pending'],
      ['clean'],
    ],
    [
      'whether it holds, where an exception does',
      { ...APPLIES, ...PAST, ...IN_TIME, excused: true },
      ['met', 'exempted'],
      ['clean'],
    ],
    ['the first exception', { ...DIRTY, ...NO, excused: undefined }, ['not_met', 'exempted'], ['excused']],
    ['the first exception, where a later one holds', { ...DIRTY, asked: true }, ['pending', 'exempted'], ['excused']],
    ['a later exception', { ...DIRTY, excused: false, asked: false }, ['not_met', 'review'], ['strange']],
    ['every exception', { ...DIRTY }, ['not_met', 'pending', 'exempted', 'review'], ['excused', 'asked', 'strange']],
    [
      'everything',
      {},
      ['met', 'met_late', 'not_met', 'pending', 'exempted', 'review', 'not_applicable'],
      ['concerned', 'clean', 'cleanedOn', 'dueOn', 'excused', 'asked', 'strange'],
    ],
  ] as const)('is %s', (_, facts, possible, missing) => {
    const finding = findingOn(rule(), JSON.parse(JSON.stringify(facts)) as Record<string, unknown>)
    expect(finding.status).toBe('unknown')
    expect(finding.possible).toEqual(possible)
    expect(finding.missing.map(({ fact }) => fact.replace('kitchen.', '')).toSorted()).toEqual([...missing].toSorted())
    expect(finding.unknownReasons).toEqual(['missing_fact'])
    expect(finding.reasons).toEqual([])
  })

  it('is not said of what cannot matter: an exception behind one that holds', () => {
    expect(findingOn(rule(), { ...DIRTY, excused: true }).status).toBe('exempted')
  })

  it('is not said where the outcome is the same either way', () => {
    const either = rule({
      requires: { any: [{ condition: 'kitchen.clean' }, { not: { condition: 'kitchen.concerned' } }] },
      unless: undefined,
    })
    expect(findingOn(either, { ...DIRTY }).status).toBe('not_met')
  })
})

describe('an exception that came late', () => {
  const late = rule({ unless: [{ ...exception('excused', 'exempted'), on: 'kitchen.cleanedOn' }] })

  it('says by how many days', () => {
    expect(findingOn(late, { ...DIRTY, excused: true, ...LATE })).toMatchObject({
      status: 'exempted',
      daysLate: 1,
      exception: { id: 'excused' },
    })
  })

  it('says nothing if it came in time', () => {
    expect(findingOn(late, { ...DIRTY, excused: true, ...IN_TIME })).not.toHaveProperty('daysLate')
  })
})

describe('the severity', () => {
  const CLAUSES = { must: 'c1', strive: 'c3', encourage: 'c2', direct: 'c4', goal: 'c5', constitutive: 'c6' }
  const clauses = [
    ['c3', 'strive'],
    ['c4', 'direct'],
    ['c5', 'goal'],
    ['c6', 'constitutive'],
  ].map(([id, force]) => ({ id, text: { zh: '条', en: 'clause' }, force, testability: 'full' }))

  it.each([
    ['must', 'violation'],
    ['direct', 'violation'],
    ['constitutive', 'violation'],
    ['strive', 'shortfall'],
    ['encourage', 'suggestion'],
    ['goal', 'indicator'],
  ] as const)('of what is not met follows the force of the clause: %s gives %s', (force, severity) => {
    const parts = { ...rule({ force, clauses: [CLAUSES[force]] }), clauses }
    expect(findingOn(parts, { ...DIRTY, ...NO }).severity).toBe(severity)
  })

  it('of what an outside instrument advises is advisory', () => {
    const parts = {
      ...rule({ force: 'advisory', clauses: undefined, basis: [{ instrument: 'code' }] }),
      instruments: { code: { title: words('规程', 'Code'), evidence: 'secondary' } },
    }
    expect(findingOn(parts, { ...DIRTY, ...NO }).severity).toBe('advisory')
  })

  it('of what was done late is a lapse, and of anything else there is none', () => {
    expect(findingOn(rule(), { ...CLEAN, ...LATE }).severity).toBe('lapse')
    for (const facts of [{ ...CLEAN, ...IN_TIME }, { ...DIRTY, excused: true }, {}])
      expect(findingOn(rule(), facts)).not.toHaveProperty('severity')
  })
})

describe('a calculation', () => {
  const share = { 'kitchen.part': { type: 'integer', label: words('份', 'part') } }
  const parts = {
    given: share,
    requirements: [
      requirement({
        applies: leaf('kitchen.seats', 'greaterThan', 0),
        figures: { ratio: { label: words('占比', 'share'), share: ['kitchen.part', 'kitchen.seats'] } },
      }),
    ],
  }

  it('is calculated once its figures are known', () => {
    expect(findingOn(parts, { seats: 3, part: 1 })).toMatchObject({
      status: 'calculated',
      figures: [{ name: 'ratio', value: '33.33%', text: { zh: '33.33%', en: '33.33%' } }],
    })
  })

  it('is unknown while one is not, and never not_met', () => {
    const finding = findingOn(parts, { seats: 3 })
    expect(finding).toMatchObject({ status: 'unknown', possible: ['calculated'], missing: [{ fact: 'kitchen.part' }] })
    expect(finding.figures[0]).not.toHaveProperty('value')
    expect(finding.figures[0]!.text).toEqual({ zh: '无法算清', en: 'cannot be worked out' })
  })

  it('shows no figures where it does not apply', () => {
    expect(findingOn(parts, { seats: 0, part: 1 })).toMatchObject({ status: 'not_applicable', figures: [] })
  })
})

it('a figure that is not known leaves open what only computes it, and no other status', () => {
  const figures = { size: { label: words('规模', 'size'), subtract: ['kitchen.seats', 1] } }
  expect(findingOn({ requirements: [requirement({ figures })] }, {}).status).toBe('unknown')
  const both = { requirements: [requirement({ figures, requires: { condition: 'kitchen.licensed' } })] }
  expect(findingOn(both, { licensed: true }).status).toBe('met')
})
