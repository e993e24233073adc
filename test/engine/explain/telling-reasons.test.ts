import { describe, expect, it } from 'vitest'
import { findingOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact: `kitchen.${fact}`, operator, value })
const given = {
  'kitchen.closedOn': { type: 'date', label: words('停业日期'), none: words('没有停业') },
  'kitchen.inspectedOn': { type: 'date', label: words('检查日期'), none: words('尚未检查') },
}
const notClosed = leaf('closedOn', 'equal', null)
const OPEN = { openedOn: '2018-01-01', closedOn: null, seats: 9 }

function reasonsFor(rule: object, kitchen: Record<string, unknown>): string[] {
  const parts: ToyParts = { given, requirements: [requirement({ ...rule })] }
  return findingOn(parts, kitchen).reasons.map(({ text }) => text.zh)
}

describe('the reasons of a finding', () => {
  it.each([
    [{ seats: 9 }, ['开业日期：2018年1月1日', '座位数为9个，不少于5个']],
    [{ seats: 4 }, ['开业日期：2018年1月1日', '座位数为4个，少于5个']],
  ])('leave out that nothing has ended where the requirement applies: %j', (kitchen, expected) => {
    const applies = { all: [leaf('openedOn', 'notEqual', null), notClosed] }
    const requires = leaf('seats', 'greaterThanInclusive', 5)
    expect(reasonsFor({ applies, requires }, { ...OPEN, ...kitchen })).toEqual(expected)
  })

  it('leave it out where it is part of what is met', () => {
    const requires = { all: [leaf('seats', 'greaterThanInclusive', 5), notClosed] }
    expect(reasonsFor({ requires }, OPEN)).toEqual(['座位数为9个，不少于5个'])
  })

  it('leave out a comparison with a day that has not come', () => {
    const applies = { not: leaf('closedOn', 'lessThan', '2018-12-31') }
    expect(reasonsFor({ applies, requires: leaf('seats', 'lessThan', 20) }, OPEN)).toEqual(['座位数为9个，少于20个'])
  })

  it.each([
    [{ requires: notClosed }, ['停业日期：没有停业']],
    [{ applies: notClosed, requires: notClosed }, ['停业日期：没有停业']],
  ])('keep it where nothing else decides', (rule, expected) => {
    expect(reasonsFor(rule, OPEN)).toEqual(expected)
  })

  it('keep that something asked for has not happened', () => {
    const requires = { all: [leaf('seats', 'lessThan', 20), leaf('inspectedOn', 'notEqual', null)] }
    expect(reasonsFor({ requires }, { ...OPEN, inspectedOn: null })).toEqual(['检查日期：尚未检查'])
    expect(reasonsFor({ requires: { not: leaf('inspectedOn', 'equal', null) } }, { inspectedOn: null })).toEqual([
      '检查日期：尚未检查',
    ])
  })

  it('keep that something asked for has not happened beside what else is not so', () => {
    const requires = { any: [{ not: leaf('inspectedOn', 'equal', null) }, leaf('seats', 'lessThan', 5)] }
    expect(reasonsFor({ requires }, { ...OPEN, inspectedOn: null })).toEqual([
      '检查日期：尚未检查',
      '座位数为9个，不少于5个',
    ])
  })

  it('keep a comparison with a day that has not come where the requirement does not apply', () => {
    const applies = { any: [leaf('closedOn', 'lessThan', '2018-12-31'), leaf('seats', 'lessThan', 5)] }
    expect(reasonsFor({ applies, requires: { condition: 'kitchen.licensed' } }, OPEN)).toEqual([
      '停业日期：没有停业',
      '座位数为9个，不少于5个',
    ])
  })

  it('keep it in an exception', () => {
    const when = { all: [leaf('seats', 'lessThan', 20), leaf('inspectedOn', 'equal', null)] }
    const rule = {
      requires: leaf('licensed', 'equal', true),
      unless: [{ id: 'wait', text: words('待查'), status: 'pending', when }],
    }
    expect(reasonsFor(rule, { ...OPEN, licensed: false, inspectedOn: null })).toEqual([
      '是否持证：否',
      '座位数为9个，少于20个',
      '检查日期：尚未检查',
    ])
  })

  it('say of a value once what it is compared with', () => {
    const applies = { all: [leaf('openedOn', 'notEqual', null), leaf('seats', 'notEqual', null)] }
    const requires = leaf('openedOn', 'lessThan', '2018-02-01')
    expect(reasonsFor({ applies, requires }, OPEN)).toEqual(['座位数：9个', '开业日期为2018年1月1日，早于2018年2月1日'])
  })

  it('leave nothing out of the trace', () => {
    const parts: ToyParts = {
      given,
      requirements: [requirement({ applies: notClosed, requires: leaf('seats', 'lessThan', 20) })],
    }
    expect(findingOn(parts, OPEN, { detail: 'trace' }).trace).toMatchObject([
      { part: 'applies', node: { text: { zh: '停业日期：没有停业' } } },
      { part: 'requires', node: { holds: true } },
    ])
  })
})
