import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'

/** What `--min` asks for, in a hundred. */
export interface Minimum {
  coverage?: number
  mutation?: number
}

/** `coverage=95` or `mutation=90`; a bare number is meant for coverage. */
export function minimumOf(texts: readonly string[]): Minimum {
  const minimum: Minimum = {}
  for (const text of texts) {
    const { name = 'coverage', value } =
      /^(?:(?<name>coverage|mutation)=)?(?<value>\d{1,3}(?:\.\d{1,2})?)$/.exec(text)?.groups ?? {}
    const percent = Number(value)
    if (value === undefined || percent > 100) throw new Failure('notMinimum', [text], EXIT.usage)
    minimum[name === 'mutation' ? 'mutation' : 'coverage'] = percent
  }
  return minimum
}
