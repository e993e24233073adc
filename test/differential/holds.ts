import { expect, it } from 'vitest'
import { propertySeed } from '../support/property-seed.ts'
import { PROPERTIES } from './properties.ts'
import type { Property } from './property.ts'

/** Cases in all. `pnpm fuzz` tries as many as it is asked for. */
const CASES = 2000
const SEED = propertySeed(process.env['PROPERTY_SEED'])
const SHARES = PROPERTIES.reduce((sum, { share }) => sum + share, 0)

/** A test that a property holds. What was drawn is told where it fails, with the command that draws it again. */
export function holds(property: Property, wanted?: number): void {
  it.each([property])('$claim', async ({ name, share, run }) => {
    const cases = wanted ?? Math.ceil((CASES * share) / SHARES)
    const { tried, failure } = await run(cases, SEED === undefined ? {} : { seed: SEED })
    const again = failure && `pnpm fuzz --property ${name} --seed ${failure.seed} --path ${failure.path}`
    expect(failure && `${again}\n${failure.text}`).toBeUndefined()
    expect(tried).toBeGreaterThanOrEqual(cases)
  })
}
