import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPack } from '../load-packs.ts'
import { bothRuntimes } from './both-runtimes.ts'
import { changed, changes } from './change-ledger.ts'

// The gate tries 300.
const RUNS = Number(process.env['RANDOM_LEDGERS'] ?? 40)
const asOf = fc
  .date({ min: new Date('2018-06-01'), max: new Date('2022-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe.each(['party-organization-basics', 'ganzhou-2018-32'])('ledgers of %s with random changes', (id) => {
  const { plan, expectSame } = bothRuntimes(readPack(id))
  const profile = fc.constantFrom(undefined, ...plan.profiles.keys())
  const openParameter = fc.constantFrom(undefined, undefined, ...plan.parameters.keys())

  it('are found the same by both runtimes', async () => {
    let reports = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...plan.cases),
        changes,
        asOf,
        profile,
        openParameter,
        async (item, list, date, chosen, open) => {
          const outcome = await expectSame(changed(plan, item.ledger, list), {
            asOf: date,
            notInForce: true,
            ...(chosen === undefined ? {} : { profile: chosen }),
            ...(open === undefined ? {} : { parameters: { [open]: null } }),
          })
          if ('report' in outcome) reports++
        },
      ),
      { numRuns: RUNS },
    )
    expect(reports).toBeGreaterThan(RUNS * 0.9) // refusals prove little
  })
})
