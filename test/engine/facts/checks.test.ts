import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingOn, reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const integer = (zh: string, en: string, more: Record<string, unknown> = {}) => ({
  type: 'integer',
  label: words(zh, en),
  unit: words('张', 'tables'),
  ...more,
})

describe('bounds', () => {
  const parts: ToyParts = {
    given: {
      'kitchen.tables': integer('桌数', 'tables', { min: 0 }),
      'kitchen.round': integer('圆桌数', 'round tables', { min: 0, max: 'kitchen.tables' }),
      'kitchen.square': integer('方桌数', 'square tables', {
        equals: { subtract: ['kitchen.tables', 'kitchen.round'] },
      }),
    },
    requirements: [requirement({ requires: leaf('kitchen.round', 'lessThan', 3) })],
  }

  it('are knowledge: of two tables fewer than three are round', () => {
    expect(findingOn(parts, { tables: 2 }).status).toBe('met')
    expect(findingOn(parts, { tables: 3 }).status).toBe('unknown')
  })

  it('let a fact be known from the others where it must equal them', () => {
    const square = { ...parts, requirements: [requirement({ requires: leaf('kitchen.square', 'equal', 2) })] }
    expect(findingOn(square, { tables: 5, round: 3 }).status).toBe('met')
    expect(findingOn(square, { tables: 5, round: 4 }).status).toBe('not_met')
  })

  it('name the other facts that would decide', () => {
    expect(findingOn(parts, {}).missing.map(({ fact }) => fact)).toEqual(['kitchen.round', 'kitchen.tables'])
  })

  it('also name another fact that only its own bounds determine', () => {
    const chain: ToyParts = {
      given: {
        'kitchen.tables': integer('桌数', 'tables', { min: 0 }),
        'kitchen.round': integer('圆桌数', 'round tables', { min: 0, max: 'kitchen.tables' }),
        'kitchen.laid': integer('已布置的圆桌数', 'round tables laid', { min: 0, max: 'kitchen.round' }),
      },
      requirements: [requirement({ requires: leaf('kitchen.laid', 'lessThan', 1) })],
    }
    const { missing } = findingOn(chain, { tables: 0 })
    expect(missing.map(({ fact }) => fact)).toEqual(['kitchen.laid', 'kitchen.round'])
    expect(findingOn(chain, { tables: 0, round: 0 }).status).toBe('met')
  })

  it('are a check: the facts that break them become unknown, and no others', () => {
    const report = reportOn(parts, { kitchens: [{ tables: 2, round: 5, seats: 7 }] })
    expect(report.conflicts).toMatchObject([{ check: 'bound', facts: ['kitchen.round', 'kitchen.tables'] }])
    expect(report.conflicts[0]!.text).toEqual({
      zh: '“圆桌数”应不超过“桌数”。请核对台账。',
      en: '“round tables” must be at most “tables”. Check the ledger.',
    })
    expect(report.findings[0]).toMatchObject({ status: 'unknown', unknownReasons: ['conflict'] })
  })

  it('tell a finding which bound is broken', () => {
    const textOf = (kitchen: Record<string, unknown>) =>
      findingOn(parts, kitchen).missing.find(({ reason }) => reason === 'conflict')?.text
    expect(textOf({ tables: 2, round: 5, seats: 7 })?.zh).toBe('“圆桌数”应不超过“桌数”。请核对台账。')
    expect(textOf({ tables: 5, round: -1 })).toEqual({
      zh: '“圆桌数”应不少于0张。请核对台账。',
      en: '“round tables” must be at least 0. Check the ledger.',
    })
  })

  it('hold for a value given as well as for one computed from others', () => {
    const { conflicts } = reportOn(parts, { kitchens: [{ tables: 5, round: 3, square: 3 }] })
    expect(conflicts).toMatchObject([{ facts: ['kitchen.square', 'kitchen.tables', 'kitchen.round'] }])
  })

  it('say nothing where what they are measured by is none', () => {
    const most = integer('上限', 'limit', { none: words('没有', 'none') })
    const given = { 'kitchen.most': most, 'kitchen.round': integer('圆桌数', 'round tables', { max: 'kitchen.most' }) }
    expect(reportOn({ given }, { kitchens: [{ round: 5, most: null }] }).conflicts).toEqual([])
    expect(reportOn({ given }, { kitchens: [{ round: 5, most: 4 }] }).conflicts).toHaveLength(1)
  })

  it('say nothing while what they are measured by is unknown', () => {
    expect(reportOn(parts, { kitchens: [{ round: 5 }] }).conflicts).toEqual([])
  })
})

describe('checks', () => {
  const check = (id: string, fact: string, taints: string[]) => ({
    id,
    scope: 'kitchen',
    text: words(`${id}不一致。`, `${id} does not agree.`),
    holds: leaf(fact, 'lessThan', 10),
    taints,
  })
  const given = { 'kitchen.a': integer('甲', 'a'), 'kitchen.b': integer('乙', 'b'), 'kitchen.c': integer('丙', 'c') }
  const requirements = ['a', 'b', 'c'].map((name) =>
    requirement({ id: name, requires: leaf(`kitchen.${name}`, 'greaterThan', 0) }),
  )

  it('taint only the facts they name', () => {
    const { findings } = reportOn(
      { given, requirements, checks: [check('one', 'kitchen.a', ['kitchen.b'])] },
      { kitchens: [{ a: 99, b: 1, c: 1 }] },
    )
    expect(findings.map(({ status }) => status)).toEqual(['met', 'unknown', 'met'])
    expect(findings[1]!.missing).toMatchObject([
      { reason: 'conflict', text: { zh: 'one不一致。请核对“乙”。', en: 'one does not agree. Check “b”.' } },
    ])
  })

  it('leave a fact certain that can never be none', () => {
    const checks = [check('one', 'kitchen.a', ['kitchen.b'])]
    const isGiven = [requirement({ requires: leaf('kitchen.b', 'notEqual', null) })]
    expect(reportOn({ given, requirements: isGiven, checks }, { kitchens: [{ a: 99, b: 1 }] }).findings).toMatchObject([
      { status: 'met' },
    ])
  })

  it('are named in their order where several taint a fact', () => {
    const checks = [check('one', 'kitchen.a', ['kitchen.b']), check('two', 'kitchen.c', ['kitchen.b'])]
    const { findings } = reportOn({ given, requirements, checks }, { kitchens: [{ a: 99, b: 1, c: 99 }] })
    expect(findings[1]!.missing).toMatchObject([{ text: { zh: 'one不一致。请核对“乙”。' } }])
  })

  it('do not fail where what they ask is unknown', () => {
    expect(
      reportOn({ given, requirements, checks: [check('one', 'kitchen.a', ['kitchen.b'])] }, { kitchens: [{ b: 1 }] })
        .conflicts,
    ).toEqual([])
  })

  it('give the same findings in every order', () => {
    const checks = [
      check('one', 'kitchen.a', ['kitchen.b']),
      check('two', 'kitchen.b', ['kitchen.c']),
      check('three', 'kitchen.c', ['kitchen.a']),
      check('four', 'kitchen.a', ['kitchen.a', 'kitchen.c']),
    ]
    const number = fc.constantFrom(1, 99, undefined)
    fc.assert(
      fc.property(fc.shuffledSubarray(checks, { minLength: 4 }), number, number, number, (shuffled, a, b, c) => {
        const ledger: unknown = JSON.parse(JSON.stringify({ kitchens: [{ a, b, c }] }))
        const statuses = (list: typeof checks) =>
          reportOn({ given, requirements, checks: list }, ledger).findings.map(({ status }) => status)
        expect(statuses(shuffled)).toEqual(statuses(checks))
      }),
      { numRuns: 60 },
    )
  })

  it('see future dates, since what is given must agree', () => {
    const parts: ToyParts = {
      checks: [
        {
          id: 'clean-after-opening',
          scope: 'kitchen',
          text: words('清洁早于开业'),
          holds: leaf('kitchen.cleanedOn', 'greaterThanInclusive', { fact: 'kitchen.openedOn' }),
          taints: ['kitchen.cleanedOn'],
        },
      ],
    }
    expect(reportOn(parts, { kitchens: [{ openedOn: '2020-01-02', cleanedOn: '2020-01-01' }] }).conflicts).toHaveLength(
      1,
    )
  })

  it('find values that must be unique and are not, in every record that has them', () => {
    const unique: ToyParts = {
      checks: [
        {
          id: 'code-unique',
          scope: 'kitchen',
          text: words('代号重复', 'code twice'),
          unique: 'kitchen.id',
          taints: ['kitchen.licensed'],
        },
      ],
    }
    const { conflicts, findings } = reportOn(unique, {
      kitchens: [
        { id: 'A', licensed: true },
        { id: 'B', licensed: true },
        { id: 'A', licensed: true },
        { licensed: true },
      ],
    })
    const found = conflicts.filter((conflict) => conflict.check === 'code-unique')
    expect(found.map(({ subject }) => subject.pointer)).toEqual(['/kitchens/0', '/kitchens/2'])
    expect(findings.map(({ status }) => status)).toEqual(['unknown', 'met', 'unknown', 'met'])
  })
})

describe('ids', () => {
  const parts: ToyParts = { requirements: [requirement({ requires: leaf('kitchen.seats', 'lessThan', 30) })] }
  const conflictsOf = (town: Record<string, unknown>) =>
    reportOn(parts, town).conflicts.map(({ check, subject, facts }) => [check, subject.pointer, ...facts])

  it('that occur twice in one list are a conflict, reported for each record with its place', () => {
    const seats = 3
    const kitchens = ['A', 'B', 'A', 'C', 'A'].map((id) => ({ id, seats }))
    expect(conflictsOf({ kitchens })).toEqual(
      [0, 2, 4].map((place) => ['duplicate', `/kitchens/${place}`, 'kitchen.id']),
    )
    const { conflicts, findings } = reportOn(parts, { kitchens })
    expect(conflicts[0]!.text.zh).toContain('重复')
    expect(findings.map(({ subject, status }) => [subject.id, status])).toEqual([
      ['/kitchens/0', 'met'],
      ['B', 'met'],
      ['/kitchens/2', 'met'],
      ['C', 'met'],
      ['/kitchens/4', 'met'],
    ])
  })

  it('may be used again in the lists of other records, and left out of any number', () => {
    const cooks = [{ id: 'first' }, { trained: true }, { trained: false }]
    expect(
      conflictsOf({
        kitchens: [
          { id: 'A', cooks },
          { id: 'B', cooks },
        ],
      }),
    ).toEqual([])
  })
})
