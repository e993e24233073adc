import { expect, it } from 'vitest'
import { compiledPack } from '../load-packs.ts'
import { growthOf } from './steps.ts'

const policy = compiledPack('ganzhou-2018-32')

const DAY = 86_400_000
/** Days of two years, each another: every two hundred of them are spread over both. */
const day = (i: number) => {
  const number = 3 * (i % 200) + Math.floor(i / 200)
  return new Date(Date.UTC(2019, 0, 1) + number * DAY).toISOString().slice(0, 10)
}
const approved = (on: string) => ({ kind: 'admission', appliedOn: on, approvedOn: on })

// A formula over the firm's transfers is asked for under the law of each of them.
it.each([
  ['that say nothing', () => ({})],
  ['on a day each', (i: number) => approved(day(i))],
  ['each known only by its month', (i: number) => approved(day(i).slice(0, 7))],
] as const)(
  'each further 200 transfers of one firm %s are answered in as many steps as those before',
  (_, transfer) => {
    const [second, third] = growthOf((times) => {
      const transfers = Array.from({ length: 200 * times }, (__, i) => transfer(i))
      const ledger = { counties: [{ firms: [{ transfers }] }] }
      return () => policy.evaluate(ledger, { asOf: '2020-12-31' })
    })
    expect(third).toBeLessThan(1.05 * second)
  },
)
