import fc from 'fast-check'

/** What `PROPERTY_SEED` is where nobody gives it: a test run then draws the same cases as the one before. */
export const USUAL_SEED = '32'

/** The seed of what a test draws; undefined where chance decides. */
export function propertySeed(given: string = USUAL_SEED): number | undefined {
  if (given === 'random') return undefined
  const seed = Number(given)
  if (!Number.isSafeInteger(seed)) throw new Error(`PROPERTY_SEED is an integer or “random”, not “${given}”.`)
  return seed
}

/** Lets every property of fast-check draw from the seed. */
export function drawFrom(seed: number | undefined): void {
  if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })
}
