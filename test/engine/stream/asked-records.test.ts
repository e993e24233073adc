import { compile } from '@tiaoli/engine'
import type { EachOptions } from '@tiaoli/engine/runtime'
import { describe, expect, it } from 'vitest'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'
import { drain } from './drain.ts'

const policy = compile(
  toyPack({
    given: { 'supplier.honest': { type: 'boolean', label: words('诚信', 'honest') } },
    derived: { 'town.kitchens': { label: words('厨房数', 'kitchens'), count: 'kitchen' } },
    requirements: [
      requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
      requirement({ id: 'trained', subject: 'cook', requires: { condition: 'cook.trained' } }),
      requirement({ id: 'honest', subject: 'supplier', requires: { condition: 'supplier.honest' } }),
      requirement({
        id: 'enough',
        subject: 'town',
        requires: { fact: 'town.kitchens', operator: 'greaterThan', value: 2 },
      }),
    ],
  }),
)
const context = { suppliers: [{ id: 'S', honest: true }, { id: 'T' }] }
const records = [
  { id: 'A', licensed: true, cooks: [{ id: 'C', trained: true }] },
  { id: 'B', licensed: false, cooks: [{ id: 'D' }] },
  { id: 'E', licensed: true },
]

function told(more: Partial<EachOptions>) {
  const stream = policy.evaluateEach(records, { asOf: '2019-01-01', scope: 'kitchen', context, ...more })
  const { results, end } = drain(stream)
  const asLine = ({ requirement: id, subject }: { requirement: string; subject: { id: string } }) =>
    `${id} ${subject.id}`.trim()
  return { results: results.map(({ findings }) => findings!.map(asLine)), end, atEnd: end.findings.map(asLine) }
}

describe('a stream asked about some records', () => {
  it.each([
    [{ subjects: ['B'] }, [[], ['licence B'], []], []],
    [{ subjects: ['/kitchens/2', 'D', 'S'] }, [[], ['trained D'], ['licence E']], ['honest S']],
    [{ scopes: ['cook'] }, [['trained C'], ['trained D'], []], []],
    [{ scopes: ['town'] }, [[], [], []], ['enough']],
    [{ scopes: ['supplier'], subjects: ['T'] }, [[], [], []], ['honest T']],
  ])('answers for these alone: %j', (options, results, atEnd) => {
    expect(told(options)).toMatchObject({ results, atEnd })
  })

  it('counts every record in the totals all the same', () => {
    expect(told({ subjects: [''] }).end.findings).toMatchObject([{ requirement: 'enough', status: 'met' }])
  })

  it('names at the end the subjects that never came, with the ids that were meant', () => {
    const kitchens = [{ id: 'kitchen-one' }, { id: 'kitchen-two' }]
    const options = { asOf: '2019-01-01', scope: 'kitchen', subjects: ['kitchen-two', 'kitchen-twe', 'X9'] }
    const { end } = drain(policy.evaluateEach(kitchens, options))
    expect(end.problems).toMatchObject([
      { code: 'unknown-subject', pointer: '/subjects/1', suggestion: 'kitchen-two' },
      { code: 'unknown-subject', pointer: '/subjects/2' },
    ])
    expect(end.problems![1]).not.toHaveProperty('suggestion')
    expect(told({ subjects: ['A', 'S'] }).end).not.toHaveProperty('problems')
  })
})
