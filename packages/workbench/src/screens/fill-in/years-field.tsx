import { useSignal } from '@preact/signals'
import type { Text } from '@tiaoli/engine'
import { choicesOfYears } from '../../parts/answer-choices.ts'
import { useText, useWords } from '../../state/use-work.ts'
import { Confirmation } from './denial-button.tsx'
import { typedYears } from './typed-records.ts'

/** Asks of which years there are records, or that there are none of them: which years, what of them, and to confirm it. */
export function YearsField({
  name,
  none,
  onAnswer,
}: {
  name: string
  none: Text | undefined
  onAnswer: (value: unknown, said: string) => void
}) {
  const words = useWords()
  const text = useText()
  const typed = useSignal('')
  const chosen = useSignal(0)
  const isLeft = useSignal(false)
  const years = typedYears(typed.value)
  const choices = choicesOfYears(years ?? ['…'], none, words.fillIn, text)
  const { value, label } = choices[chosen.value]!
  const isWrong = isLeft.value && !years && typed.value.trim() !== ''
  return (
    <span class="field">
      <input
        aria-label={name}
        aria-invalid={isWrong}
        placeholder={words.fillIn.hints.years}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
          isLeft.value = false
        }}
        onChange={() => (isLeft.value = true)}
      />
      {years && choices.length > 1 && (
        <select
          aria-label={`${name} ${words.fillIn.years}`}
          value={chosen.value}
          onChange={({ currentTarget }) => (chosen.value = Number(currentTarget.value))}
        >
          {choices.map((choice, i) => (
            <option key={i} value={i}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {years && (
        <Confirmation
          said={label}
          onSure={() => onAnswer(Object.fromEntries(years.map((year) => [year, value])), label)}
        />
      )}
      {isWrong && (
        <small role="alert" class="wrong">
          {words.fillIn.wrong(words.fillIn.hints.years)}
        </small>
      )}
    </span>
  )
}
