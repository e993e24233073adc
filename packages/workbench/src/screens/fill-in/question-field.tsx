import { useSignal } from '@preact/signals'
import type { AnswerForm } from '@tiaoli/engine/plan'
import { useText, useWords } from '../../state/use-work.ts'
import { typedAnswer } from './typed-answer.ts'

interface Shown {
  name: string
  form: AnswerForm
  onAnswer: (value: unknown) => void
}

/** A field in which a question is answered: a list of choices, or a text. */
export function QuestionField({ name, form, onAnswer }: Shown) {
  const words = useWords()
  const text = useText()
  const typed = useSignal('')
  const isWrong = useSignal(false)
  const choices = choicesOf(form, words.fillIn, text)
  if (choices)
    return (
      <select
        aria-label={name}
        value=""
        onChange={({ currentTarget }) => onAnswer(choices[Number(currentTarget.value)]!.value)}
      >
        <option value="">{words.fillIn.unknown}</option>
        {choices.map(({ label }, i) => (
          <option key={label} value={i}>
            {label}
          </option>
        ))}
      </select>
    )
  const answer = () => {
    const given = typedAnswer(form, typed.value)
    isWrong.value = typed.value.trim() !== '' && given === undefined
    if (given) onAnswer(given.value)
  }
  return (
    <span class="field">
      <input
        aria-label={name}
        aria-invalid={isWrong.value}
        placeholder={hintOf(form, words.fillIn)}
        value={typed.value}
        onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
        onChange={answer}
      />
      {form.kind === 'value' && form.unit && ` ${text(form.unit)}`}
      {form.none && (
        <button type="button" class="plain" onClick={() => onAnswer(null)}>
          {text(form.none)}
        </button>
      )}
      {isWrong.value && (
        <small role="alert" class="wrong">
          {words.fillIn.wrong(hintOf(form, words.fillIn))}
        </small>
      )}
    </span>
  )
}

type FieldWords = ReturnType<typeof useWords>['fillIn']

/** What a value of a form is chosen from; undefined where it is typed. */
export function choicesOf(
  form: AnswerForm,
  words: FieldWords,
  text: ReturnType<typeof useText>,
): { label: string; value: unknown }[] | undefined {
  const none = form.none ? [{ value: null, label: text(form.none) }] : []
  if (form.kind === 'records')
    return form.year === undefined ? undefined : [{ value: {}, label: words.hasRecord(form.year) }, ...none]
  if (form.type === 'boolean') return [{ value: true, label: words.yes }, { value: false, label: words.no }, ...none]
  return form.values && [...form.values.map(({ value, label }) => ({ value, label: text(label) })), ...none]
}

function hintOf(form: AnswerForm, words: FieldWords): string {
  if (form.kind === 'records') return form.keyed ? words.hints.years : words.hints.count
  return words.hints[form.type]
}
