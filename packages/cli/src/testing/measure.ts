import {
  assessMutants,
  coverageOf,
  mutantsOf,
  runMutants,
  type Coverage,
  type MutantResult,
  type MutationAssessment,
} from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { ProgressBar } from '../terminal/progress.ts'

/** What share of a pack its cases show, in a hundred. */
export interface CoverageRate {
  shown: number
  all: number
  percent: number
}

/** What the cases of a pack show of it. */
export async function measureCoverage(context: Context, pack: PackOnDisk): Promise<Coverage> {
  const bar = new ProgressBar(context, context.texts.test.coverage)
  await bar.ready
  try {
    return coverageOf(pack.source, bar.update)
  } finally {
    bar.stop()
  }
}

/** How many of the things that can be shown are: statuses, truths of leaves, exceptions, notes, epochs. */
export function rateOf({ requirements, facts, epochs, gaps }: Coverage): CoverageRate {
  const leaves = [...requirements, ...facts].flatMap((part) => part.leaves)
  const all =
    leaves.reduce((sum, { truths }) => sum + truths.length, 0) +
    requirements.reduce(
      (sum, { statuses, exceptions, notes }) => sum + statuses.length + exceptions.length + 2 * notes.length,
      0,
    ) +
    epochs.length
  const shown = all - gaps.length
  return { shown, all, percent: all === 0 ? 100 : Math.floor((10_000 * shown) / all) / 100 }
}

/** Changes a pack in one place after the other, and tells which changes no case notices. */
export async function measureMutants(
  context: Context,
  pack: PackOnDisk,
  { plan }: Policy,
): Promise<MutationAssessment> {
  const bar = new ProgressBar(context, context.texts.test.mutants)
  await bar.ready
  const results: MutantResult[] = []
  try {
    const mutants = mutantsOf(pack.source)
    for (const result of runMutants(pack.source, { mutants })) {
      bar.update(results.push(result), mutants.length)
      // Ctrl-C and a closed terminal are heard in between.
      if (results.length % 50 === 0) await new Promise(setImmediate)
    }
  } finally {
    bar.stop()
  }
  return assessMutants(plan, results)
}
