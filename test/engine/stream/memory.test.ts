import { compile } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { heapInUse } from '../../support/heap.ts'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'

const N = 4000
const KILOBYTE = 1024

/** A pack with everything that a stream might hold on to: references, running totals, years, days of law. */
const policy = compile(
  toyPack({
    derived: {
      'town.licensedKitchens': {
        label: words('持证厨房数', 'number of licensed kitchens'),
        count: 'kitchen',
        where: { fact: 'kitchen.licensed', operator: 'equal', value: true },
      },
    },
    requirements: [
      requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
      requirement({
        id: 'clean',
        at: 'kitchen.openedOn',
        requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null },
      }),
      requirement({
        id: 'enough',
        subject: 'town',
        requires: { fact: 'town.licensedKitchens', operator: 'greaterThan', value: 10 },
      }),
    ],
  }),
)

function* kitchens(count: number) {
  for (let i = 0; i < count; i++)
    yield {
      id: `K${i}`,
      licensed: i % 2 === 0,
      openedOn: `20${10 + (i % 8)}-0${1 + (i % 9)}-1${i % 10}`,
      supplier: 'S1',
      years: { 2018: { revenue: i } },
    }
}

it('a stream of six times as many records uses no more memory', () => {
  const options = { asOf: '2019-01-01', scope: 'kitchen', context: { suppliers: [{ id: 'S1' }] } } as const
  const samples: number[] = []
  for (const { position, problems } of policy.evaluateEach(kitchens(6 * N), options)) {
    expect(problems).toBeUndefined()
    if ((position + 1) % N === 0) samples.push(heapInUse())
  }
  expect(samples).toHaveLength(6)
  // One record held on to would be some kilobytes, and twenty thousand of them many megabytes.
  expect(samples[5]! - samples[0]!).toBeLessThan(500 * KILOBYTE)
})
