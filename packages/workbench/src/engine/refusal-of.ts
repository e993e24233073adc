import { EvaluationError, InputError, PackError, type Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import type { OfficeError } from '@tiaoli/office'
import type { Refusal } from './calls.ts'
import { placeText } from './place-text.ts'
import { pointerInWords } from './pointer-in-words.ts'
import { withPlace } from './with-place.ts'

/** The refusal that an error of the engine is; undefined for any other. */
export function refusalOf(error: unknown, plan: Plan | undefined): Refusal | undefined {
  if (error instanceof InputError)
    return {
      sentences: error.problems.map(({ pointer, line, message }) =>
        line === undefined
          ? { place: undefined, text: withPlace(message, plan && pointerInWords(plan, pointer)) }
          : { place: undefined, text: { zh: `第${line}行：${message.zh}`, en: `Line ${line}: ${message.en}` } },
      ),
    }
  if (error instanceof PackError)
    return { sentences: error.diagnostics.map(({ file, message }) => ({ place: file, text: message })) }
  if (isOfOffice(error)) return { sentences: [{ place: placeText(error), text: error.text }] }
  if (error instanceof EvaluationError || isSaid(error)) return { sentences: [{ place: undefined, text: error.text }] }
  return undefined
}

/** The package is loaded where it is needed, so that its class is not here to ask. */
function isOfOffice(error: unknown): error is OfficeError {
  return error instanceof Error && error.name === 'OfficeError'
}

const SAID: ReadonlySet<string> = new Set(['ScaffoldError', 'NoticeTemplateError'])

/** An error of what was loaded later, with a sentence to be shown. */
function isSaid(error: unknown): error is { readonly text: Text } {
  return error instanceof Error && SAID.has(error.name) && 'text' in error
}
