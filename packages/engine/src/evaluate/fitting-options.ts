import type { z } from 'zod'
import { closestName } from '../errors/closest-name.ts'
import { InputError, type InputProblem } from '../errors/input-error.ts'
import { pointerOf } from '../json/pointer.ts'
import type { OptionsOf } from '../schema/evaluate-options.ts'
import { optionProblemAt } from '../schema/option-faults.ts'

/**
 * The options that fit a schema; what is wrong with the others is added to `problems`. Whether the pack knows the names
 * in them is still to be seen. Throws `InputError` where there are no options at all.
 */
export function fittingOptions<S extends z.ZodObject>(
  schema: S,
  options: unknown,
  problems: InputProblem[],
): Partial<OptionsOf<S>> {
  const { error } = schema.safeParse(options, { reportInput: true })
  if (!error) return options as OptionsOf<S>
  const unfit = new Set<PropertyKey>()
  for (const issue of error.issues) {
    const [name] = issue.path
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) {
        unfit.add(key)
        problems.push(unknownOption(key, Object.keys(schema.shape)))
      }
    else if (name === undefined)
      throw new InputError('options', [{ code: 'options-missing', pointer: '', message: NO_OPTIONS }])
    else {
      const problem = optionProblemAt(schema.shape[String(name)] as z.ZodType, issue)
      if (problem) problems.push(problem)
      if (problem || issue.path.length === 1) unfit.add(name)
    }
  }
  return Object.fromEntries(Object.entries(options as object).filter(([name]) => !unfit.has(name))) as Partial<
    OptionsOf<S>
  >
}

const NO_OPTIONS = {
  zh: '请给出评价选项，至少写明评价日期，如 { asOf: "2019-01-01" }。',
  en: 'Give options, at least the day of evaluation, such as { asOf: "2019-01-01" }.',
}

/** The problem with an option that there is not. */
export function unknownOption(key: string, known: readonly string[]): InputProblem {
  const suggestion = closestName(key, known)
  return {
    code: 'unknown-option',
    pointer: pointerOf([key]),
    message: { zh: '没有这个选项。请查对名称。', en: 'There is no such option. Check its name.' },
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}
