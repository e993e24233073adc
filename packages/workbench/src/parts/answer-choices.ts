import type { AnswerForm } from '@tiaoli/engine/plan'
import type { Text } from '@tiaoli/engine'
import type { Words } from '../words/words.ts'

/** A value that can be chosen, with what it is called. */
export interface AnswerChoice {
  readonly label: string
  readonly value: unknown
}

/** What a value of a form is chosen from; undefined where it is typed. */
export function choicesOf(
  form: AnswerForm,
  words: Words['fillIn'],
  text: (text: Text) => string,
): readonly AnswerChoice[] | undefined {
  const none = form.none ? [{ value: null, label: text(form.none) }] : []
  if (form.kind === 'records')
    return form.year === undefined ? undefined : [{ value: {}, label: words.hasRecord(form.year) }, ...none]
  if (form.type === 'boolean') return [{ value: true, label: words.yes }, { value: false, label: words.no }, ...none]
  return form.values && [...form.values.map(({ value, label }) => ({ value, label: text(label) })), ...none]
}
