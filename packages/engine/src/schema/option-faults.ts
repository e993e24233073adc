import { z } from 'zod'
import { closestName } from '../errors/closest-name.ts'
import type { InputProblem } from '../errors/input-error.ts'
import type { Text } from '../text/text.ts'
import { pointerOf } from '../json/pointer.ts'

type Fault = Pick<InputProblem, 'message'> & { code: OptionCode }

type OptionCode =
  | 'as-of-invalid'
  | 'as-of-missing'
  | 'count-invalid'
  | 'option-invalid'
  | 'parameter-invalid'
  | 'period-invalid'
  | 'unknown-detail'
  | 'unknown-language'
  | 'unknown-status'

/** What is said of a value that does not fit an option. */
export interface OptionFault extends Fault {
  /** Of an option that is left out though it is required. */
  missing?: Fault
  /** Of what a list or an object holds. Without it, what an option contains is left to those who know the pack. */
  item?: Fault
}

/** The faults of options, by their schemas. */
export const optionFaults = z.registry<OptionFault>()

/**
 * An issue that zod found at an option or in it, in our words; undefined where nothing is declared about it. `input` is
 * what was given there.
 */
export function optionProblemAt(
  option: z.ZodType | undefined,
  issue: z.core.$ZodIssue,
  input: unknown = issue.input,
): InputProblem | undefined {
  const declared = option && optionFaults.get(option)
  const isInside = issue.path.length > 1
  const fault = isInside ? declared?.item : input === undefined ? (declared?.missing ?? declared) : declared
  if (!fault) return undefined
  const isName = issue.code === 'invalid_value' && typeof input === 'string'
  const suggestion = isName ? closestName(input, issue.values.map(String)) : undefined
  return {
    code: fault.code,
    pointer: pointerOf(issue.path.map(String)),
    message: fault.message,
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** The fault of a name that is not among a few. */
export function notOneOf<const C extends OptionCode>(code: C, zh: string, en: string, names: readonly string[]) {
  const message: Text = {
    zh: `没有这个${zh}。应为：${names.join('、')}。`,
    en: `There is no such ${en}. Write one of: ${names.join(', ')}.`,
  }
  return { code, message }
}
