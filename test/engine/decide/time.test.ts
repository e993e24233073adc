import { describe, expect, it } from 'vitest'
import { dated, findingOn, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const LICENSED = { condition: 'kitchen.licensed' }
const rule = (parts: Record<string, unknown>): ToyParts => ({
  requirements: [requirement({ requires: LICENSED, ...parts })],
})

describe('a requirement in force for a time', () => {
  const parts = rule({ effective: { from: '2018-11-30', to: '2019-06-01' } })
  const on = (asOf: string, options = {}) =>
    reportOn(parts, { kitchens: [{ licensed: true }] }, { asOf, ...options }).findings

  it('is reported from its first day to the day before its last', () => {
    expect(['2018-11-29', '2018-11-30', '2019-05-31', '2019-06-01'].map((day) => on(day).length)).toEqual([0, 1, 1, 0])
  })

  it('is listed outside that time where asked for, with the reason', () => {
    const [finding] = on('2018-11-29', { notInForce: true })
    expect(finding).toMatchObject({ status: 'not_applicable', notInForce: true, missing: [], whatIf: [] })
    expect(finding!.reasons.map(({ part, text }) => [part, text])).toEqual([
      [
        'inForce',
        {
          zh: '适用日期为2018年11月29日，早于2018年11月30日',
          en: 'The governing date is 2018-11-29, before 2018-11-30',
        },
      ],
    ])
  })

  it('is listed among the verdicts too where asked for', () => {
    expect(on('2018-11-29', { notInForce: true, detail: 'verdicts' })).toMatchObject([{ status: 'not_applicable' }])
    expect(on('2018-11-29', { detail: 'verdicts' })).toEqual([])
  })
})

describe('the date whose law governs', () => {
  const parts: ToyParts = {
    parameters: {
      limit: {
        label: words('座位上限', 'seat limit'),
        unit: words('个', 'seats'),
        type: 'integer',
        values: [dated(10, '2010-01-01', '2018-01-01'), dated(5, '2018-01-01')],
      },
    },
    requirements: [
      requirement({
        at: 'kitchen.openedOn',
        effective: { from: '2012-01-01' },
        requires: leaf('kitchen.seats', 'lessThanInclusive', { fact: 'parameters.limit' }),
      }),
    ],
  }

  it('is what a fact says it is, for effect and for parameters', () => {
    expect(findingOn(parts, { openedOn: '2017-12-31', seats: 7 })).toMatchObject({
      status: 'met',
      parameters: [{ value: 10 }],
    })
    expect(findingOn(parts, { openedOn: '2018-01-01', seats: 7 })).toMatchObject({
      status: 'not_met',
      parameters: [{ value: 5 }],
    })
    expect(reportOn(parts, { kitchens: [{ openedOn: '2011-12-31', seats: 7 }] }).findings).toEqual([])
  })

  it('leaves the requirement open where it is not known, and is asked for', () => {
    const finding = findingOn(parts, { seats: 7 })
    expect(finding).toMatchObject({ status: 'unknown', possible: ['met', 'not_met', 'not_applicable'] })
    expect(finding.missing.map(({ fact }) => fact)).toEqual(['kitchen.openedOn'])
  })

  it('is the reason where it is null: no day, no law', () => {
    const everSince = {
      requirements: [requirement({ at: 'kitchen.cleanedOn', requires: leaf('kitchen.seats', 'greaterThan', 9) })],
    }
    const found = (cleanedOn?: string | null) =>
      findingOn(everSince, { seats: 7, ...(cleanedOn === undefined ? {} : { cleanedOn }) }, { notInForce: true })
    expect(found(null)).toMatchObject({ notInForce: true, reasons: [{ part: 'inForce', fact: 'at', actual: null }] })
    expect(found()).toMatchObject({
      possible: ['not_met', 'not_applicable'],
      missing: [{ fact: 'kitchen.cleanedOn' }],
    })
    expect(found('2010-01-01').status).toBe('not_met')
  })

  it('does not matter for a parameter that was the same all the time, if there certainly is such a day', () => {
    const given = { 'kitchen.reviewOn': { type: 'date', label: words('复核日', 'review day'), future: true } }
    const limited = { requires: leaf('kitchen.seats', 'lessThanInclusive', { fact: 'parameters.limit' }) }
    const constant = { limit: { ...(parts.parameters!['limit'] as object), values: [dated(5)] } }
    const at = (day: string, parameters = parts.parameters!) =>
      findingOn({ given, parameters, requirements: [requirement({ at: day, ...limited })] }, { seats: 4 })
    expect(at('kitchen.reviewOn').status).toBe('unknown')
    expect(at('kitchen.reviewOn', constant).status).toBe('met')
    // A day that may lie ahead, and so be none yet, leaves open whether there is a law at all.
    expect(at('kitchen.openedOn', constant)).toMatchObject({
      possible: ['met', 'not_applicable'],
      missing: [{ fact: 'kitchen.openedOn' }],
    })
  })

  it('is the day of the evaluation where nothing else is said', () => {
    const plain = {
      ...parts,
      requirements: [
        requirement({ requires: leaf('kitchen.seats', 'lessThanInclusive', { fact: 'parameters.limit' }) }),
      ],
    }
    expect(['2017-12-31', '2018-01-01'].map((asOf) => findingOn(plain, { seats: 7 }, { asOf }).status)).toEqual([
      'met',
      'not_met',
    ])
  })

  it('has no value of a parameter before the first, and that is said', () => {
    const plain = {
      ...parts,
      requirements: [
        requirement({ requires: leaf('kitchen.seats', 'lessThanInclusive', { fact: 'parameters.limit' }) }),
      ],
    }
    expect(findingOn(plain, { seats: 7 }, { asOf: '2009-12-31' })).toMatchObject({
      status: 'unknown',
      unknownReasons: ['missing_parameter'],
      missing: [{ fact: 'parameters.limit' }],
    })
  })
})

describe('the due date in a condition', () => {
  it('is that of the requirement itself, even beside others', () => {
    const note = {
      id: 'opened-late',
      text: words('晚开业', 'opened late'),
      when: leaf('kitchen.openedOn', 'greaterThan', { fact: 'due' }),
    }
    const parts: ToyParts = {
      requirements: [
        requirement({ id: 'late', requires: LICENSED, due: '2018-12-31', notes: [note] }),
        requirement({ id: 'early', requires: LICENSED, due: '2018-01-31', notes: [note] }),
        requirement({
          id: 'elsewhere',
          applies: { not: LICENSED },
          requires: LICENSED,
          due: '2018-12-31',
          notes: [note],
        }),
        requirement({
          id: 'later',
          requires: LICENSED,
          due: '2018-12-31',
          effective: { from: '2020-01-01' },
          notes: [note],
        }),
      ],
    }
    const { findings } = reportOn(
      parts,
      { kitchens: [{ openedOn: '2018-06-01', licensed: true }] },
      { notInForce: true },
    )
    expect(findings.map(({ requirement: id, notes }) => `${id} ${notes.length}`)).toEqual([
      'late 0',
      'early 1',
      'elsewhere 0',
      'later 0',
    ])
  })
})
