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
