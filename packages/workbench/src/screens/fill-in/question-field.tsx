import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { AnswerForm } from '@tiaoli/engine/plan'
import type { ReadAnswer } from '../../engine/read-answer.ts'
import { choicesOf, type AnswerChoice } from '../../parts/answer-choices.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded } from '../../state/loading.ts'
import { useLoading } from '../../state/use-loading.ts'
import { readField, type Asked } from './read-field.ts'

interface Shown {
  name: string
  asked: Asked
  onAnswer: (value: unknown) => void
}

/** A field in which a question is answered: a list of choices, or a text. */
export function QuestionField({ name, asked, onAnswer }: Shown) {
  const words = useWords()
  const text = useText()
  const choices = choicesOf(asked.answer, words.fillIn, text)
  if (!choices) return <TypedField name={name} asked={asked} onAnswer={onAnswer} />
  return <ChoiceField name={name} choices={choices} onAnswer={onAnswer} />
}

/** What is chosen answers once the field is left, or by Enter: the arrow keys pass every choice on their way. */
function ChoiceField({ name, choices, onAnswer }: Omit<Shown, 'asked'> & { choices: readonly AnswerChoice[] }) {
  const words = useWords()
  const chosen = useSignal('')
  const choice = chosen.value === '' ? undefined : choices[Number(chosen.value)]
  const answer = () => {
    if (!choice) return
    // A field that goes away is left too; it has answered by then.
    chosen.value = ''
    onAnswer(choice.value)
  }
  return (
    <span class="field">
      <select
        aria-label={name}
        value={chosen.value}
        onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}
        onBlur={answer}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !choice) return
          event.preventDefault()
          answer()
        }}
      >
        <option value="">{words.fillIn.unknown}</option>
        {choices.map(({ label }, i) => (
          <option key={label} value={i}>
            {label}
          </option>
        ))}
      </select>
      {choice && <small role="status">{words.fillIn.chosen(choice.label)}</small>}
    </span>
  )
}

/** While it is typed, the field says what will be saved; what cannot be an answer is told once it is left. */
function TypedField({ name, asked, onAnswer }: Shown) {
  const {
    engine,
    language,
    ledgers: { refusal: ledgerRefusal, names, open },
  } = useWork()
  const words = useWords()
  const text = useText()
  const typed = useSignal('')
  const read = useSignal<ReadAnswer | undefined>(undefined)
  const isLeft = useSignal(false)
  const { answer: form } = asked
  const hint = hintOf(form, words.fillIn)
  const readIt = async (isFinished: boolean) => {
    const wrong = words.fillIn.wrong(hint)
    const howTo = { zh: wrong, en: wrong }
    const upon = open.value
    const said = {
      ledger: upon?.number,
      typed: typed.value,
      language: language.value,
      names: names.value,
      isFinished,
      howTo,
    }
    const answer = await loaded(() => readField(engine, asked, said))
    // Something else may have been typed, or another ledger opened, while this was read.
    if (said.typed !== typed.value || open.value?.origin !== upon?.origin) return
    if (answer.state !== 'ready') {
      ledgerRefusal.value = answer
      return
    }
    const found = answer.value
    read.value = found
    isLeft.value = isFinished
    if (isFinished && found && 'value' in found) onAnswer(found.value)
  }
  const shown = read.value
  const list = useId()
  const to = form.kind === 'value' ? form.to : undefined
  const refusal = isLeft.value && shown && 'refusal' in shown ? shown.refusal : undefined
  return (
    <span class="field">
      <input
        aria-label={name}
        aria-invalid={refusal !== undefined}
        list={to === undefined ? undefined : list}
        placeholder={hint}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
          void readIt(false)
        }}
        onChange={() => void readIt(true)}
      />
      {to !== undefined && <RecordList id={list} to={to} />}
      {form.kind === 'value' && form.unit && ` ${text(form.unit)}`}
      {form.none && (
        <button type="button" class="plain" onClick={() => onAnswer(null)}>
          {text(form.none)}
        </button>
      )}
      {form.kind === 'value' && shown && 'said' in shown && (
        <small role="status">{words.fillIn.saved(text(shown.said))}</small>
      )}
      {refusal && (
        <small role="alert" class="wrong">
          {text(refusal)}
        </small>
      )}
    </span>
  )
}

/** The records that may be named, to be chosen from as they are called on the page. */
function RecordList({ id, to }: { id: string; to: string }) {
  const {
    engine,
    ledgers: { open, names },
  } = useWork()
  const { found } = useLoading(
    () => engine.call('records', { ledger: open.value?.number, to, names: names.value }),
    [open.value, to, names.value],
  )
  return (
    <datalist id={id}>
      {found.state === 'ready' &&
        found.value.map((record) => (
          <option key={record.id} value={record.name}>
            {record.id}
          </option>
        ))}
    </datalist>
  )
}

type FieldWords = ReturnType<typeof useWords>['fillIn']

function hintOf(form: AnswerForm, words: FieldWords): string {
  if (form.kind === 'records') return form.keyed ? words.hints.years : words.hints.count
  return words.hints[form.type]
}
