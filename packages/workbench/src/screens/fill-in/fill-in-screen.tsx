import { useEffect } from 'preact/hooks'
import type { NextQuestions } from '@tiaoli/engine'
import type { NextQuestion } from '@tiaoli/engine/plan'
import type { Picture } from '../../engine/picture.ts'
import { choicesIn, chosenIn, type LedgerChoice } from '../../parts/ledger-choice.ts'
import { ChoiceSelect } from '../../parts/choice-select.tsx'
import { subjectName } from '../../parts/name-of.ts'
import { useApart } from '../../parts/use-apart.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { WithPicture } from '../../parts/with-picture.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded } from '../../state/loading.ts'
import { QuestionField } from './question-field.tsx'
import { useNextQuestion } from './use-next-question.ts'

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
  const chosen = chosenIn(choices, work.address.value.seen)
  useEffect(() => {
    if (chosen) void work.evaluation.ask(chosen.subjects)
  }, [picture, chosen?.key])
  const questions = work.evaluation.questions.value
  return (
    <>
      <p class="bar">
        <ChoiceSelect choices={choices} chosen={chosen} />
        {chosen && <Files chosen={chosen} />}
      </p>
      <NotReady of={work.ledgers.refusal.value} waiting={words.judging} />
      <LastAnswer />
      {!chosen ? null : questions.state === 'ready' ? (
        <Missing asked={questions.value} />
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

/** How much is missing, and the questions for it. */
function Missing({ asked }: { asked: NextQuestions }) {
  const words = useWords()
  const { place, table, status } = useNextQuestion(asked)
  return (
    <>
      <p role="status" tabIndex={-1} ref={status}>
        {words.fillIn.open(asked.unknown, asked.open)}
      </p>
      {asked.questions.length > 0 && (
        <table class="questions" ref={table} onFocusIn={place}>
          <QuestionHead />
          <tbody>
            {asked.questions.map((question) => (
              <Question key={question.pointer ?? question.fact} question={question} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function QuestionHead() {
  const words = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{words.fillIn.subject}</th>
        <th scope="col">{words.fillIn.question}</th>
        <th scope="col">{words.fillIn.answer}</th>
        <th scope="col">{words.fillIn.decides}</th>
      </tr>
    </thead>
  )
}

function Question({ question }: { question: NextQuestion }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const apart = useApart()
  const { fact, label, text: said, subject, pointer, answer, settles, bears, decides } = question
  const about = subject && subjectName(subject, work.ledgers.names.value, words, apart)
  const asked = [about, text(label)].filter(Boolean).join(' ')
  const titles = [...new Set(decides.map(({ title }) => text(title)))]
  return (
    <tr>
      <td>{about ?? words.fillIn.rules}</td>
      <th scope="row">
        {text(label)}
        {said && <small>{text(said)}</small>}
      </th>
      <td>
        {pointer === undefined ? (
          words.fillIn.ofParameter
        ) : (
          <QuestionField
            name={text(label)}
            asked={{ fact, pointer, answer }}
            onAnswer={(value) => void work.ledgers.fill(pointer, value, asked)}
          />
        )}
      </td>
      <td>
        {words.fillIn.weight(settles, bears)}
        <small title={titles.join('\n')}>{titles.slice(0, 2).join(words.parted)}</small>
      </td>
    </tr>
  )
}
