import { expect, test } from 'vitest'
import { makeTemplate } from '@tiaoli/office/template'
import { makerOf, PAPER_KINDS } from '../../packages/office/src/papers/paper-kinds.ts'
import { compiledPack, readSample } from '../load-packs.ts'
import { growthOf } from './steps.ts'

const policy = compiledPack('ganzhou-2018-32')
const asOf = '2019-12-31'

/** The sample city with so many firms in one county, which are those of the sample by turns. */
function cityOf(count: number): object {
  const sample = readSample() as { counties: { firms: object[] }[] }
  const firms = sample.counties.flatMap((county) => county.firms)
  const many = Array.from({ length: count }, (_, i) => ({ ...firms[i % firms.length], id: `F-${i}`, transfers: [] }))
  return { ...sample, counties: [{ ...sample.counties[0], firms: many }] }
}

// What is sorted takes a little more the more there is: with each firm looked for among all, it would be two thirds more.
const MORE = 1.15

test.each(PAPER_KINDS)('the paper %s takes no more steps for a firm for there being more firms', async (kind) => {
  const make = await makerOf(kind)
  const [second, third] = growthOf((times) => {
    const ledger = cityOf(79 * times)
    const report = policy.evaluate(ledger, { asOf })
    return () => make({ policy, report, ledger, language: 'zh' })
  })
  expect(third).toBeLessThan(MORE * second)
})

test('a template of what is missing takes no more steps for a firm for there being more firms', () => {
  const [second, third] = growthOf((times) => {
    const ledger = cityOf(79 * times)
    return () => makeTemplate({ policy, ledger, missing: { asOf }, language: 'zh' })
  })
  expect(third).toBeLessThan(MORE * second)
})
