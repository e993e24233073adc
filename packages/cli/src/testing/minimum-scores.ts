import type { Plan } from '@tiaoli/engine/plan'
import { Failure } from '../failure.ts'

const SCORES = ['coverage', 'mutation'] as const

/** Percentages of coverage and mutation. */
export type Scores = Partial<Record<(typeof SCORES)[number], number>>

/** A score below what `--min` requires, or the pack itself. */
export interface MissedScore {
  score: keyof Scores
  minimum: number
  requiredBy: '--min' | 'quality.json'
}

/** `coverage=95` or `mutation=90`; a bare number is the coverage. */
export function minimumScores(texts: readonly string[]): Scores {
  const scores: Scores = {}
  for (const text of texts) {
    const { name = 'coverage', value } =
      /^(?:(?<name>coverage|mutation)=)?(?<value>\d{1,3}(?:\.\d{1,2})?)$/.exec(text)?.groups ?? {}
    const percent = Number(value)
    if (value === undefined || percent > 100) throw new Failure('scoreInvalid', [text])
    scores[name === 'mutation' ? 'mutation' : 'coverage'] = percent
  }
  return scores
}

/** Of the scores that were measured, those that are too low. `--min` replaces what the pack requires. */
export function missedScores(measured: Scores, minimum: Scores, { quality }: Plan): MissedScore[] {
  return SCORES.flatMap((score) => {
    const requiredBy = minimum[score] === undefined ? 'quality.json' : '--min'
    const required = minimum[score] ?? quality[score] ?? 0
    const reached = measured[score] ?? 100
    return reached < required ? [{ score, minimum: required, requiredBy } satisfies MissedScore] : []
  })
}
