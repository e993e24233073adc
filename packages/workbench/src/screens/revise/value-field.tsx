import type { AnswerForm } from '@tiaoli/engine/plan'
import { choicesOf } from '../../parts/answer-choices.ts'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useText, useWords } from '../../state/use-work.ts'

type ValueForm = AnswerForm & { readonly kind: 'value' }

/** What is typed as a value of the rules; undefined where it is none, or not yet. */
export function useTypedValue(form: ValueForm, typed: string, smallest = 1): string | number | boolean | undefined {
  const words = useWords()
  const text = useText()
  const choices = choicesOf(form, words.fillIn, text)
  const answer = choices ? (typed === '' ? undefined : choices[Number(typed)]) : typedValue(form, typed, smallest)
  return answer?.value as string | number | boolean | undefined
}

function typedValue({ type }: ValueForm, typed: string, smallest: number): { value: unknown } | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (type !== 'integer' && type !== 'money') return { value: text }
  if (type === 'money') return amountOf(text, smallest)
  return /^-?\d{1,15}$/.test(text) ? { value: Number(text) } : undefined
}

/** An amount in the currency, with no more digits behind the point than it has. */
function amountOf(text: string, smallest: number): { value: number } | undefined {
  if (!/^\d{1,12}(?:\.\d+)?$/.test(text)) return undefined
  const value = Math.round(Number(text) * smallest)
  return value / smallest === Number(text) ? { value } : undefined
}

/** The field for a value, of the kind that its type asks for, with its unit. */
export function ValueField({
  name,
  form,
  typed,
  onType,
}: {
  name: string
  form: ValueForm
  typed: string
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
    </span>
  )
}
