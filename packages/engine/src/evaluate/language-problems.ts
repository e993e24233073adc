import type { InputProblem } from '../errors/input-error.ts'
import type { Plan } from '../plan/plan.ts'
import { notOneOf } from '../schema/option-faults.ts'
import { LANGUAGES } from '../text/text.ts'

/** What is wrong with a language that is asked for: everything is to be had in Chinese, English and those of the pack. */
export function languageProblems({ pack }: Plan, asked: string, pointer: string): InputProblem[] {
  const known = [...new Set<string>([...pack.languages, ...LANGUAGES])]
  return known.includes(asked) ? [] : [{ ...notOneOf('unknown-language', '语言', 'language', known), pointer }]
}
