import { describe, expect, it } from 'vitest'
import { reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const parts: ToyParts = {
  given: {
    'supplier.certified': { type: 'boolean', label: words('是否认证', 'whether certified') },
    'kitchen.wholesale': { type: 'boolean', label: words('是否批发', 'whether it buys wholesale') },
  },
  derived: {
    'supplier.kitchens': {
      label: words('供应厨房数', 'kitchens supplied'),
      unit: words('家', 'kitchens'),
      count: 'kitchen',
    },
  },
  checks: [
    {
      id: 'wholesale-has-no-supplier',
      scope: 'kitchen',
      text: words('批发的厨房不应另有供货商。', 'A kitchen that buys wholesale has no supplier.'),
      holds: {
        any: [
          { fact: 'kitchen.wholesale', operator: 'equal', value: false },
          { fact: 'kitchen.supplier', operator: 'equal', value: null },
        ],
      },
      taints: ['kitchen.wholesale', 'kitchen.supplier'],
    },
  ],
  requirements: [
    requirement({ id: 'certified', requires: { condition: 'supplier.certified' } }),
    requirement({
      id: 'two',
      subject: 'supplier',
      requires: { fact: 'supplier.kitchens', operator: 'greaterThanInclusive', value: 2 },
    }),
  ],
}
const kitchen = (id: string, facts: Record<string, unknown> = {}) => ({ id, wholesale: false, ...facts })

function statuses(kitchens: unknown[] | undefined, suppliers: unknown[] | undefined) {
  const ledger = { ...(kitchens ? { kitchens } : {}), ...(suppliers ? { suppliers } : {}) }
  const { findings, conflicts } = reportOn(parts, ledger)
  return {
    list: findings.map(({ subject, status }) => `${subject.id} ${status}`),
    conflicts: conflicts.map(({ check, subject }) => `${check} ${subject.id}`),
    findings,
  }
}

describe('a reference', () => {
  it('lets the record see what it refers to, and that count who refers to it', () => {
    const { list } = statuses(
      [kitchen('A', { supplier: 'S' }), kitchen('B', { supplier: 'S' }), kitchen('C', { supplier: 'T' })],
      [
        { id: 'S', certified: true },
        { id: 'T', certified: false },
      ],
    )
    expect(list).toEqual(['A met', 'B met', 'C not_met', 'S met', 'T not_met'])
  })

  it('to none gives none', () => {
    const { list } = statuses([kitchen('A', { supplier: null })], [])
    expect(list).toEqual(['A not_met'])
  })

  it('that is not given leaves both sides open', () => {
    const { list, findings } = statuses([kitchen('A'), kitchen('B', { supplier: 'S' })], [{ id: 'S', certified: true }])
    expect(list).toEqual(['A unknown', 'B met', 'S unknown'])
    expect(findings[2]!.missing.map(({ pointer }) => pointer)).toEqual(['/kitchens/0/supplier'])
  })

  it('to a record that is not there is a conflict', () => {
    const kitchens = [kitchen('A', { supplier: 'X' }), kitchen('B', { supplier: 'S' })]
    const { list, conflicts, findings } = statuses(kitchens, [{ id: 'S', certified: true }])
    expect(list).toEqual(['A unknown', 'B met', 'S unknown'])
    expect(conflicts).toEqual(['reference A'])
    expect(findings[0]!.unknownReasons).toEqual(['conflict'])
    expect(findings[0]!.missing).toMatchObject([
      {
        fact: 'kitchen.supplier',
        text: { zh: '“供货商”所指的记录在台账中不存在，或不止一个。请改正代号，或补上这条记录。' },
      },
    ])
  })

  it('to a name that two records bear is a conflict', () => {
    const { conflicts } = statuses(
      [kitchen('A', { supplier: 'S' })],
      [
        { id: 'S', certified: true },
        { id: 'S', certified: false },
      ],
    )
    expect(conflicts).toEqual(['reference A', 'duplicate /suppliers/0', 'duplicate /suppliers/1'])
  })

  it('into a list that was not given is merely unknown', () => {
    const { list, conflicts, findings } = statuses([kitchen('A', { supplier: 'S' })], undefined)
    expect(conflicts).toEqual([])
    expect(list).toEqual(['A unknown'])
    expect(findings[0]!.missing.map(({ pointer }) => pointer)).toEqual(['/suppliers'])
  })

  it('that a failed check taints is cut both ways', () => {
    const { list, findings } = statuses(
      [kitchen('A', { supplier: 'S', wholesale: true }), kitchen('B', { supplier: 'S' })],
      [{ id: 'S', certified: true }],
    )
    expect(list).toEqual(['A unknown', 'B met', 'S unknown'])
    expect(findings[0]!.unknownReasons).toEqual(['conflict'])
    expect(findings[2]!.missing).toMatchObject([{ pointer: '/kitchens/0/supplier', reason: 'conflict' }])
  })
})

describe('references that failed checks taint', () => {
  const rule = (operator: string, value: number) =>
    requirement({ subject: 'supplier', requires: { fact: 'supplier.kitchens', operator, value } })
  const wrong = (scope: string) => ({
    id: `${scope}-wrong`,
    scope,
    text: words('有误', 'is wrong'),
    holds: { fact: `${scope}.wrong`, operator: 'equal', value: false },
    taints: [`${scope}.supplier`],
  })
  const isWrong = { type: 'boolean', label: words('是否有误', 'whether it is wrong') }
  const counting: ToyParts = {
    derived: parts.derived!,
    given: { 'kitchen.wrong': isWrong },
    checks: [wrong('kitchen')],
  }
  const found = (more: ToyParts, ledger: object) =>
    reportOn({ ...counting, ...more }, { suppliers: [{ id: 'S' }], ...ledger }).findings[0]!.status
  const A = { id: 'A', supplier: 'S', wrong: true }

  it('may each lead to the same record again', () => {
    const requirements = [rule('greaterThanInclusive', 2)]
    expect(found({ requirements }, { kitchens: [A, { ...A, id: 'B' }] })).toBe('unknown')
  })

  it('count once, where it was not known before to what they lead', () => {
    const requirements = [rule('lessThanInclusive', 1)]
    expect(found({ requirements }, { kitchens: [{ id: 'A', wrong: true }] })).toBe('met')
  })

  it('are cut from a record that those of other records led to as well', () => {
    const both: ToyParts = {
      scopes: { depot: { label: words('仓库', 'depot'), in: 'town', list: 'depots' } },
      given: {
        ...counting.given,
        'depot.wrong': isWrong,
        'depot.supplier': { type: 'reference', to: 'supplier', label: words('供货商', 'supplier') },
      },
      checks: [wrong('kitchen'), wrong('depot')],
      requirements: [rule('greaterThan', 0)],
    }
    expect(found(both, { kitchens: [A], depots: [{ supplier: 'S', wrong: true }] })).toBe('unknown')
  })
})

it('a reference to a name that two records bear is a conflict in an incomplete list too', () => {
  const { conflicts } = reportOn(parts, {
    kitchens: [kitchen('A', { supplier: 'S' })],
    suppliers: [{ id: 'S' }, { id: 'S' }],
    complete: { suppliers: false },
  })
  expect(conflicts.map(({ check, subject }) => `${check} ${subject.id}`)).toContain('reference A')
})

describe('a reference to none', () => {
  it('that a failed check taints may lead anywhere', () => {
    const always = (fact: string) => ({ fact, operator: 'notEqual', value: null })
    const { findings } = reportOn(
      {
        ...parts,
        checks: [
          {
            id: 'some-supplier',
            scope: 'kitchen',
            text: words('应有供货商。', 'A kitchen has a supplier.'),
            holds: always('kitchen.supplier'),
            taints: ['kitchen.supplier'],
          },
        ],
      },
      { kitchens: [kitchen('A', { supplier: null })], suppliers: [{ id: 'S', certified: true }] },
    )
    expect(findings.map(({ subject, possible }) => [subject.id, possible])).toEqual([
      ['A', ['met', 'not_met']],
      ['S', ['not_met']],
    ])
  })
})

describe('records of a list that was not given', () => {
  it('leave a count open upwards', () => {
    const { list, findings } = statuses(undefined, [{ id: 'S' }])
    expect(list).toEqual(['S unknown'])
    expect(findings[0]!.missing.map(({ pointer }) => pointer)).toEqual(['/kitchens'])
  })

  it('are none where the list is empty', () => {
    expect(statuses([], [{ id: 'S' }]).list).toEqual(['S not_met'])
  })
})
