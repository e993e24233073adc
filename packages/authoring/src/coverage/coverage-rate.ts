import type { Coverage } from './coverage-report.ts'

/** How much of a pack its cases cover. */
export interface CoverageRate {
  shown: number
  all: number
  percent: number
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
