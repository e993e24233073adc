import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Picture } from '../../engine/picture.ts'
import { choicesIn, chosenIn, type LedgerChoice } from '../../parts/ledger-choice.ts'
import { ChoiceSelect } from '../../parts/choice-select.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { WithPicture } from '../../parts/with-picture.tsx'
import { useWords, useWork } from '../../state/use-work.ts'
import { loaded } from '../../state/loading.ts'
import { AlikeQuestions } from './alike-questions.tsx'
import { MissingTable } from './missing-table.tsx'

/** So many questions are listed at first, and so many more each time. */
const STEP = 60

/** What is missing, the most deciding first; each answer settles what it can at once. */
export function FillInScreen() {
  const words = useWords()
  return (
    <main class="fill-in">
      <h1>{words.screens['fill-in']}</h1>
      <WithPicture>{(picture) => <FillIn picture={picture} />}</WithPicture>
    </main>
  )
}

function FillIn({ picture }: { picture: Picture }) {
  const work = useWork()
  const words = useWords()
  const choices = choicesIn(picture)
  const { seen } = work.address.value
  const chosen = chosenIn(choices, seen)
  const steps = useSignal({ of: chosen?.key, count: 1 })
  const limit = STEP * (steps.value.of === chosen?.key ? steps.value.count : 1)
  useEffect(() => {
    if (chosen) void work.evaluation.ask(chosen.subjects, limit)
  }, [picture, chosen?.key, limit])
  const questions = work.evaluation.questions.value
  return (
    <>
      <p class="bar">
        <ChoiceSelect choices={choices} chosen={chosen} />
        {chosen && <Files chosen={chosen} />}
      </p>
      <NotReady of={work.ledgers.refusal.value} waiting={words.judging} />
      <LastAnswer />
      {!chosen ? null : seen['fact'] !== undefined ? (
        <AlikeQuestions picture={picture} fact={seen['fact']} chosen={chosen} />
      ) : questions.state === 'ready' ? (
        <MissingTable
          asked={questions.value}
          onMore={() => (steps.value = { of: chosen.key, count: limit / STEP + 1 })}
          step={STEP}
        />
      ) : (
        <NotReady of={questions} waiting={words.judging} />
      )}
    </>
  )
}

/** What was answered last, to be taken back. */
function LastAnswer() {
  const work = useWork()
  const words = useWords()
  const last = work.ledgers.answered.value.at(-1)
  if (!last) return null
  return (
    <p class="notice">
      {words.fillIn.answered(last.question)}{' '}
      <button type="button" onClick={() => void work.ledgers.takeBack()}>
        {words.fillIn.takeBack}
      </button>
    </p>
  )
}

/** The same questions as a workbook, and the ledger with the answers. */
function Files({ chosen }: { chosen: LedgerChoice }) {
  const work = useWork()
  const words = useWords()
  const ledger = work.ledgers.open.value!
  const asked = { ...work.evaluation.setting(), subjects: chosen.subjects, language: work.language.value }
  const makeTemplate = async () => {
    const made = await loaded(() => work.engine.call('template', asked))
    if (made.state === 'ready') saveFile(made.value)
    else work.ledgers.refusal.value = made
  }
  const saveLedger = () =>
    saveFile({
      name: `${ledger.name.replace(/\.\w+$/, '')}.json`,
      type: 'application/json',
      bytes: new TextEncoder().encode(ledger.text),
    })
  return (
    <>
      <button type="button" onClick={() => void makeTemplate()}>
        {words.fillIn.template}
      </button>
      <button type="button" onClick={saveLedger}>
        {words.fillIn.saveLedger}
      </button>
    </>
  )
}
