import { useSignal } from '@preact/signals'
import type { NextQuestion } from '@tiaoli/engine/plan'
import { addressOf } from '../../address.ts'
import type { Picture } from '../../engine/picture.ts'
import { choicesOf } from '../../parts/answer-choices.ts'
import type { LedgerChoice } from '../../parts/ledger-choice.ts'
import { subjectName } from '../../parts/name-of.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { useApart } from '../../parts/use-apart.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** One fact that is missing in many places, answered at once where the same is true of them. */
export function AlikeQuestions({ picture, fact, chosen }: { picture: Picture; fact: string; chosen: LedgerChoice }) {
  const { engine, evaluation, address } = useWork()
  const words = useWords()
  const { found } = useLoading(
    (signal) => engine.call('ask', { ...evaluation.setting(), subjects: chosen.subjects, fact }, signal),
    [picture, fact, chosen.key],
  )
  return (
    <>
      <p>
        <a href={addressOf('fill-in', { ...address.value.seen, fact: undefined })}>{words.fillIn.back}</a>
      </p>
      {found.state === 'ready' ? (
        <Alike questions={found.value.questions} />
      ) : (
        <NotReady of={found} waiting={words.judging} />
      )}
    </>
  )
}

function Alike({ questions }: { questions: readonly NextQuestion[] }) {
  const { ledgers } = useWork()
  const words = useWords()
  const text = useText()
  const apart = useApart()
  const ticked = useSignal<ReadonlySet<string>>(new Set())
  const answer = useSignal('')
  const [first] = questions
  const choices = first && choicesOf(first.answer, words.fillIn, text)
  if (!first || !choices) return <p class="empty">{words.fillIn.alikeNone}</p>
  const places = questions.flatMap(({ pointer, subject }) =>
    pointer === undefined || !subject ? [] : { pointer, subject },
  )
  const chosen = places.flatMap(({ pointer }) => (ticked.value.has(pointer) ? pointer : []))
  const choice = answer.value === '' ? undefined : choices[Number(answer.value)]
  const label = text(first.label)
  const isAll = chosen.length === places.length
  const tick = (pointer: string) => {
    const next = new Set(ticked.value)
    if (!next.delete(pointer)) next.add(pointer)
    ticked.value = next
  }
  const fill = () => {
    if (!choice || chosen.length === 0) return
    const asked = words.fillIn.inPlaces(label, chosen.length)
    ticked.value = new Set()
    answer.value = ''
    void ledgers.fillIn(chosen, choice.value, words.labelled(asked, choice.label))
  }
  return (
    <section class="alike">
      <h2>{words.fillIn.alikeOf(label)}</h2>
      <p>{words.fillIn.alikeAbout}</p>
      <p class="bar">
        <button
          type="button"
          onClick={() => (ticked.value = new Set(isAll ? [] : places.map(({ pointer }) => pointer)))}
        >
          {isAll ? words.fillIn.chooseNone : words.fillIn.chooseAll}
        </button>
        <select
          aria-label={label}
          value={answer.value}
          onChange={({ currentTarget }) => (answer.value = currentTarget.value)}
        >
          <option value="">{words.choice.choose}</option>
          {choices.map((one, i) => (
            <option key={one.label} value={i}>
              {one.label}
            </option>
          ))}
        </select>
        <button type="button" disabled={!choice || chosen.length === 0} onClick={fill}>
          {words.fillIn.fillChosen(chosen.length)}
        </button>
      </p>
      <ul>
        {places.map(({ pointer, subject }) => (
          <li key={pointer}>
            <label>
              <input type="checkbox" checked={ticked.value.has(pointer)} onChange={() => tick(pointer)} />{' '}
              {subjectName(subject, ledgers.names.value, words, apart)}
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
