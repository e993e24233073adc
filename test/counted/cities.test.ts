import { expect, it } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'
import { growthOf } from './steps.ts'

const policy = compiledPack('ganzhou-2018-32')

/** The sample city with so many firms, which are those of the sample by turns. */
function cityOf(count: number): object {
  const sample = readSample() as { counties: { firms: object[] }[] }
  const firms = sample.counties.flatMap((county) => county.firms)
  const many = Array.from({ length: count }, (_, i) => ({
    ...firms[i % firms.length],
    id: `F-${i}`,
    transfers: [],
    memberLawyers: [],
  }))
  return { ...sample, counties: [{ ...sample.counties[0], firms: many }] }
}

// S115 asks for five thousand firms in seconds: `pnpm bench` times them. Here no firm may take more for there being more.
it('each further 79 firms are answered in as many steps as those before, fewer than 150,000 a firm', () => {
  const [second, third] = growthOf((times) => {
    const ledger = cityOf(79 * times)
    return () => policy.evaluate(ledger, { asOf: '2019-12-31', detail: 'findings' })
  })
  expect(third).toBeLessThan(1.05 * second)
  expect(third / 79).toBeLessThan(150_000)
})
