import type { RevisableParameter } from '../../engine/revision-calls.ts'
import { choicesOf } from '../../parts/answer-choices.ts'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useText, useWords } from '../../state/use-work.ts'

/** The field for a value, of the kind that its type asks for, with its unit. */
export function ValueField({
  name,
  form,
  typed,
  refusal,
  onType,
}: {
  name: string
  form: RevisableParameter['form']
  typed: string
  refusal: string | undefined
  onType: (typed: string) => void
}) {
  const words = useWords()
  const text = useText()
  const choices = choicesOf(form, words.fillIn, text)
  if (choices)
    return (
      <select aria-label={name} value={typed} onChange={({ currentTarget }) => onType(currentTarget.value)}>
        <option value="" />
        {choices.map(({ label }, i) => (
          <option key={label} value={i}>
            {label}
          </option>
        ))}
      </select>
    )
  const isNumber = form.type === 'integer' || form.type === 'money'
  return (
    <span class="typed-value">
      <TypedInput
        type={form.type === 'date' ? 'date' : 'text'}
        class={isNumber ? 'number' : undefined}
        name={name}
        placeholder={words.fillIn.hints[form.type]}
        isNumber={isNumber}
        typed={typed}
        onType={onType}
      />
      {form.unit && ` ${text(form.unit)}`}
      {refusal && (
        <small role="alert" class="wrong">
          {refusal}
        </small>
      )}
    </span>
  )
}
