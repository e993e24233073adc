import { compile } from '@tiaoli/engine'
import type { ConflictReport } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'
import { drain } from './drain.ts'

const none = words('没有', 'none')

const policy = compile(
  toyPack({
    given: {
      'kitchen.stoves': { type: 'integer', label: words('灶台数', 'number of stoves'), max: 'kitchen.seats' },
      'supplier.score': { type: 'integer', label: words('得分', 'score'), max: 10 },
      'kitchen.parent': { type: 'reference', to: 'kitchen', label: words('总店', 'parent'), none },
    },
    checks: [
      {
        id: 'opened-before-cleaned',
        scope: 'kitchen',
        text: words('应先开业', 'must open first'),
        holds: {
          not: { fact: 'kitchen.cleanedOn', operator: 'lessThan', value: { fact: 'kitchen.openedOn' } },
        },
        taints: ['kitchen.cleanedOn'],
      },
    ],
    requirements: [
      requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
      requirement({
        id: 'not-closed',
        requires: { fact: 'kitchen.id', operator: 'notEqual', value: 'Z' },
      }),
      requirement({
        id: 'few-stoves',
        title: words('灶台', 'Stoves'),
        remedy: words('{kitchen.id}应减少灶台', 'Kitchen {kitchen.id} must have fewer stoves'),
        requires: { fact: 'kitchen.stoves', operator: 'lessThan', value: 3 },
      }),
    ],
  }),
)
const asOf = '2019-01-01'
const suppliers = [{ id: 'S', score: 11 }]

const gist = ({ check, subject, facts }: ConflictReport) => [check, subject.pointer, ...facts].join(' ')

describe('the conflicts of a stream', () => {
  const records = [
    { id: 'A', seats: 2, stoves: 3, supplier: 'T', licensed: true },
    { id: 'B', openedOn: '2018-02-01', cleanedOn: '2018-01-01', cooks: [{ id: 'C' }, { id: 'C' }] },
    { id: 'D', licensed: true, openedOn: '2019-02-01' },
  ]
  const on = '2018-12-31'
  const whole = policy.evaluate({ on, suppliers, kitchens: records }, { asOf })
  const { results, end } = drain(policy.evaluateEach(records, { asOf, scope: 'kitchen', context: { on, suppliers } }))

  it('of a record are told with it, those around at the end, and together they are those of the whole ledger', () => {
    expect(results.map(({ conflicts }) => conflicts!.map(gist))).toEqual([
      ['reference /kitchens/0 kitchen.supplier', 'bound /kitchens/0 kitchen.stoves kitchen.seats'],
      [
        'duplicate /kitchens/1/cooks/0 cook.id',
        'duplicate /kitchens/1/cooks/1 cook.id',
        'opened-before-cleaned /kitchens/1 kitchen.cleanedOn',
      ],
      ['ledger-day /kitchens/2 kitchen.openedOn'],
    ])
    expect(end.conflicts.map(gist)).toEqual(['bound /suppliers/0 supplier.score'])
    const told = [...end.conflicts, ...results.flatMap(({ conflicts = [] }) => conflicts)]
    const byGist = (a: ConflictReport, b: ConflictReport) => (gist(a) < gist(b) ? -1 : 1)
    expect(told.sort(byGist)).toEqual(whole.conflicts.toSorted(byGist))
  })

  it('are left out where other subjects are asked about', () => {
    const options = { asOf, scope: 'kitchen', context: { suppliers }, subjects: ['B'] }
    const asked = drain(policy.evaluateEach(records, options))
    expect(asked.results.map(({ conflicts }) => conflicts!.length)).toEqual([0, 3, 0])
    expect(asked.end.conflicts).toEqual([])
  })
})

describe('an id that several streamed records share', () => {
  const records = [
    { id: 'A', licensed: true, stoves: 4 },
    { id: 'A', licensed: false, stoves: 4 },
  ]
  const { results, end } = drain(policy.evaluateEach(records, { asOf, scope: 'kitchen' }))

  it('makes no outcome sure that the whole ledger leaves open: what asks for it is not evaluated', () => {
    const whole = policy.evaluate({ kitchens: records }, { asOf, requirements: ['not-closed'] })
    expect(whole.findings.map(({ status }) => status)).toEqual(['unknown', 'unknown'])
    expect(results.map(({ findings }) => findings!.map(({ requirement: id, status }) => [id, status]))).toEqual([
      [
        ['licence', 'met'],
        ['few-stoves', 'not_met'],
      ],
      [
        ['licence', 'not_met'],
        ['few-stoves', 'not_met'],
      ],
    ])
    expect(end.notEvaluated.map(({ id }) => id)).toEqual(['not-closed', 'kitchen.id', 'kitchen.parent'])
  })

  it('is named as not checked, as are references to streamed records', () => {
    expect(end.notEvaluated.map(({ text }) => text.en)).toEqual([
      expect.stringContaining('only from the whole ledger'),
      expect.stringContaining('Whether two records have the same one is not checked'),
      expect.stringContaining('Whether the record that it names is in the ledger is not checked'),
    ])
  })

  it('is shown in texts as it was given', () => {
    expect(results[0]!.findings![1]).toMatchObject({ remedy: { en: 'Kitchen A must have fewer stoves' } })
  })
})

it('a stream has the notices of the whole ledger', () => {
  const around = { on: '2018-06-30', suppliers: [] }
  const { end } = drain(policy.evaluateEach([{ id: 'A' }], { asOf, scope: 'kitchen', context: around }))
  const { notices } = policy.evaluate({ ...around, kitchens: [{ id: 'A' }] }, { asOf })
  expect(notices.map(({ code }) => code)).toEqual(['ledger-day'])
  expect(end.notices).toEqual(notices)
})

it('a stream says of a year asked for that no finding is about it, unless the whole ledger might have one', () => {
  const notices = (subject: string, requires: Record<string, unknown>) => {
    const duty = requirement({ id: 'yearly', subject, recurs: { every: 'year', from: 2018 }, requires })
    const streamed = compile(toyPack({ requirements: [duty] }))
    const options = { asOf, scope: 'kitchen', context: {}, periods: [2017, 2018] }
    return drain(streamed.evaluateEach([{ id: 'A' }], options)).end.notices.map(({ code }) => code)
  }
  const licensed = { condition: 'kitchen.licensed' }
  expect(notices('kitchen', licensed)).toEqual(['no-finding-on-year'])
  expect(notices('kitchen', { fact: 'kitchen.id', operator: 'equal', value: 'B' })).toEqual([])
})
