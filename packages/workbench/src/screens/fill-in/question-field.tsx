import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { AnswerForm } from '@tiaoli/engine/plan'
import type { ReadAnswer } from '../../engine/read-answer.ts'
import { choicesOf, type AnswerChoice } from '../../parts/answer-choices.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded } from '../../state/loading.ts'
import { useLoading } from '../../state/use-loading.ts'
import { Confirmation, DenialButton } from './denial-button.tsx'
import { readField, type Asked } from './read-field.ts'
import { YearsField } from './years-field.tsx'

interface Shown {
  name: string
  asked: Asked
  onAnswer: (value: unknown, said: string) => void
}

/** A field in which a question is answered: a list of choices, or a text. */
export function QuestionField({ name, asked, onAnswer }: Shown) {
  const words = useWords()
  const text = useText()
  const choices = choicesOf(asked.answer, words.fillIn, text)
  const { answer } = asked
  const isRecords = answer.kind === 'records'
  if (isRecords && answer.keyed) return <YearsField name={name} none={answer.none} onAnswer={onAnswer} />
  if (!choices) return <TypedField name={name} asked={asked} onAnswer={onAnswer} />
  return <ChoiceField name={name} choices={choices} isRecord={isRecords} onAnswer={onAnswer} />
}

/**
 * What is chosen answers once the field is left, or by Enter: the arrow keys pass every choice on their way. That there is
 * no record is to be confirmed, for much follows from it.
 */
function ChoiceField({
  name,
  choices,
  isRecord,
  onAnswer,
}: Omit<Shown, 'asked'> & { choices: readonly AnswerChoice[]; isRecord: boolean }) {
  const words = useWords()
  const chosen = useSignal('')
  const choice = chosen.value === '' ? undefined : choices[Number(chosen.value)]
  const isDenied = isRecord && choice?.value === null
  const answerNow = () => {
    if (!choice) return
    // A field that goes away is left too; it has answered by then.
    chosen.value = ''
    onAnswer(choice.value, choice.label)
  }
  const answer = () => {
    if (!isDenied) answerNow()
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
      {choice && !isDenied && <small role="status">{words.fillIn.chosen(choice.label)}</small>}
      {choice && isDenied && <Confirmation said={choice.label} onSure={answerNow} />}
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
    if (isFinished && found && 'value' in found) onAnswer(found.value, text(found.said))
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
      {form.none && <DenialButton said={text(form.none)} onSure={() => onAnswer(null, text(form.none!))} />}
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
  if (form.kind === 'records') return words.hints.count
  return words.hints[form.type]
}
