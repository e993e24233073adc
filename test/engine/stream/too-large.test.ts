import { compile } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'
import { drain } from './drain.ts'

const OPTIONS = { asOf: '2019-01-01', scope: 'kitchen', detail: 'verdicts', context: {} } as const

describe('a number that would not be exact', () => {
  const most = Number.MAX_SAFE_INTEGER
  const sum = (of: string) => ({ label: words('合计', 'total'), sum: of })
  const rule = (subject: string, fact: string) =>
    requirement({ id: `${subject}-total`, subject, requires: { fact, operator: 'greaterThan', value: 0 } })
  const parts: ToyParts = {
    given: { 'kitchen.fee': { type: 'money', label: words('费用', 'fee'), min: 0 } },
    derived: { 'kitchen.revenue': sum('year.revenue'), 'town.fees': sum('kitchen.fee') },
    requirements: [
      requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
      rule('kitchen', 'kitchen.revenue'),
      rule('town', 'town.fees'),
    ],
  }
  const streamed = (records: object[]) => drain(compile(toyPack(parts)).evaluateEach(records, OPTIONS))

  it('leaves its record without any finding, and the next one with its own', () => {
    const { results } = streamed([
      { id: 'A', licensed: true, years: { 2018: { revenue: most }, 2019: { revenue: most } } },
      { id: 'B', licensed: true, years: { 2018: { revenue: 1 } } },
    ])
    expect(results[0]).not.toHaveProperty('findings')
    expect(results[1]!.findings!.map(({ subject }) => subject.id)).toEqual(['B', 'B'])
  })

  it('leaves out what asks for it at the end', () => {
    const { end } = streamed([
      { id: 'A', fee: most },
      { id: 'B', fee: most },
    ])
    expect(end.findings).toEqual([])
    expect(end.notEvaluated.map(({ id }) => id)).toContain('town-total')
  })
})

it('each record may need as many decisions as are allowed', () => {
  const options = { ...OPTIONS, maxDecisions: 1 }
  const { results } = drain(compile(toyPack()).evaluateEach([{ id: 'A' }, { id: 'B' }], options))
  expect(results.map(({ findings }) => findings?.length)).toEqual([1, 1])
})
