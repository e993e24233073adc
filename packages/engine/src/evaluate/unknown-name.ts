import type { InputProblem } from '../errors/input-error.ts'
import { closestName } from '../errors/closest-name.ts'

/** The problem with a name in the options that names nothing; `zh` and `en` say what it should name. */
export function unknownName(
  pointer: string,
  code: string,
  zh: string,
  en: string,
  name: string,
  known: Iterable<string>,
): InputProblem {
  const suggestion = closestName(name, known)
  return {
    code,
    pointer,
    message: { zh: `没有这个${zh}。请查对名称。`, en: `There is no such ${en}. Check its name.` },
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}
