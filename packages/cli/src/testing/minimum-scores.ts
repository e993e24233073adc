import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'

/** The percentages that `--min` requires. */
export interface MinimumScores {
  coverage?: number
  mutation?: number
}

/** `coverage=95` or `mutation=90`; a bare number is the coverage. */
export function minimumScores(texts: readonly string[]): MinimumScores {
  const scores: MinimumScores = {}
  for (const text of texts) {
    const { name = 'coverage', value } =
      /^(?:(?<name>coverage|mutation)=)?(?<value>\d{1,3}(?:\.\d{1,2})?)$/.exec(text)?.groups ?? {}
    const percent = Number(value)
    if (value === undefined || percent > 100) throw new Failure('notMinimum', [text], EXIT.usage)
    scores[name === 'mutation' ? 'mutation' : 'coverage'] = percent
  }
  return scores
}
