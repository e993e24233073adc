/** A whole number from 0 to below the limit. */
export type Random = (below: number) => number

/** The same numbers every time (Numerical Recipes' linear congruential generator, high bits). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
