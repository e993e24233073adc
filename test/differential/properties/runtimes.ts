import { bothRuntimes } from '../both-runtimes.ts'
import { define } from '../property.ts'
import { worlds } from '../world.ts'
import { chosenIn, without } from '../world/ledger.ts'
import { packOf } from '../world/pack.ts'

export const runtimes = define({
  name: 'runtimes',
  claim: 'both runtimes give the same report',
  sample: worlds,
  async check({ draft, cases }) {
    const { expectSame } = bothRuntimes(packOf(draft))
    for (const { whole, blank, options, seed } of cases)
      await expectSame(without(whole, chosenIn(whole, blank)), {
        ...options,
        ...(seed % 8 === 0 ? { detail: 'trace' as const } : {}),
        exact: seed % 3 === 0,
      })
    return cases.length
  },
})
