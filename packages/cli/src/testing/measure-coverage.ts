import { coverageOf, type Coverage } from '@tiaoli/authoring'
import type { Context } from '../context.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { ProgressBar } from '../terminal/progress-bar.ts'

/** How much of a pack its cases cover. */
export interface CoverageRate {
  shown: number
  all: number
  percent: number
}

export async function measureCoverage({ err, texts }: Context, pack: PackOnDisk): Promise<Coverage> {
  const bar = new ProgressBar(err, texts.test.coverage)
  await bar.ready
  try {
    return coverageOf(pack.source, bar.update)
  } finally {
    bar.stop()
  }
}

/** Counts statuses, truth values of leaves, exceptions, notes and epochs. */
export function coverageRate({ requirements, facts, epochs, gaps }: Coverage): CoverageRate {
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
