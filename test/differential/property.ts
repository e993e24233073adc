import fc from 'fast-check'

/** Something that must hold of everything that can be drawn. */
export interface Property {
  /** As `pnpm fuzz --property` knows it. */
  name: string
  /** A plain sentence. */
  claim: string
  /** Its part of all runs, against that of the others: less where cases are rare or dear. */
  share: number
  /** Tries at least so many cases, and stops at the first failure. Reports now and then how many it has tried. */
  run: (wanted: number, options?: RunOptions) => Promise<Outcome>
}

export interface RunOptions {
  /** The same seed draws the same cases; without one, chance decides. */
  seed?: number
  /** Where a failure was found, as it was reported, to come back to it at once. */
  path?: string
  onProgress?: (tried: number) => void
}

export interface Outcome {
  /** How many cases were tried; those that say nothing about the claim do not count. */
  tried: number
  /** What went wrong, made as small as it goes. */
  failure?: { seed: number; path: string; text: string }
}

interface Definition<Sample> {
  name: string
  claim: string
  /** 1 where nothing is said. */
  share?: number
  /** Draws a sample: one case, or a pack with several. */
  sample: fc.Arbitrary<Sample>
  /** Throws where the claim fails. Returns how many cases the sample held. */
  check: (sample: Sample) => number | Promise<number>
}

/** Samples that are drawn from one seed; the next ones from the next. */
const CHUNK = 100
/** Draws so many chunks without a single case before it gives up. */
const BARREN = 20

export function define<Sample>({ name, claim, share = 1, sample, check }: Definition<Sample>): Property {
  return {
    name,
    claim,
    share,
    async run(wanted, { seed = Math.trunc(Math.random() * 2 ** 31), path, onProgress } = {}) {
      const count = { tried: 0 }
      const property = fc.asyncProperty(sample, async (drawn) => {
        if (count.tried >= wanted) return
        count.tried += await check(drawn)
        onProgress?.(count.tried)
      })
      for (let chunk = 0; count.tried < wanted; chunk++) {
        if (chunk >= BARREN && count.tried === 0) throw new Error(`${name}: nothing that was drawn says anything`)
        const run = await fc.check(property, {
          seed: (seed + chunk) | 0,
          numRuns: CHUNK,
          ...(path === undefined ? {} : { path }),
        })
        if (run.failed)
          return {
            ...count,
            failure: {
              seed: run.seed,
              path: run.counterexamplePath ?? '',
              text: `${String(run.errorInstance)}\n${fc.stringify(run.counterexample?.[0])}`,
            },
          }
        if (path !== undefined) break
      }
      return count
    },
  }
}
