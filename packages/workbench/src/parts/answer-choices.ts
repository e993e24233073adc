import type { AnswerForm } from '@tiaoli/engine/plan'
import type { Text } from '@tiaoli/engine'
import type { Words } from '../words/words.ts'

/** A value that can be chosen, with what it is called. */
export interface AnswerChoice {
  readonly label: string
  readonly value: unknown
}

/** What can be answered about years: each has a record, or, where the rules give that a meaning, there are no records. */
export function choicesOfYears(
  years: readonly (number | string)[],
  none: Text | undefined,
  words: Words['fillIn'],
  text: (text: Text) => string,
): readonly AnswerChoice[] {
  return [
    { value: {}, label: words.hasRecord(years) },
    ...(none ? [{ value: null, label: words.noRecord(years, text(none)) }] : []),
  ]
}

/** What a value of a form is chosen from; undefined where it is typed. */
export function choicesOf(
  form: AnswerForm,
  words: Words['fillIn'],
  text: (text: Text) => string,
): readonly AnswerChoice[] | undefined {
  const none = form.none ? [{ value: null, label: text(form.none) }] : []
  if (form.kind === 'records')
    return form.year === undefined ? undefined : choicesOfYears([form.year], form.none, words, text)
  if (form.type === 'boolean') return [{ value: true, label: words.yes }, { value: false, label: words.no }, ...none]
  return form.values && [...form.values.map(({ value, label }) => ({ value, label: text(label) })), ...none]
}
