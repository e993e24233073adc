import type { NextQuestion } from '@tiaoli/engine/plan'
import { addressOf } from '../../address.ts'
import type { Questions } from '../../engine/calls.ts'
import { subjectName } from '../../parts/name-of.ts'
import { useApart } from '../../parts/use-apart.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { QuestionField } from './question-field.tsx'
import { useNextQuestion } from './use-next-question.ts'

/** How much is missing, and the questions for it. */
export function MissingTable({ asked, step, onMore }: { asked: Questions; step: number; onMore: () => void }) {
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
              <Question
                key={question.pointer ?? question.fact}
                question={question}
                alike={asked.alike[question.fact]}
              />
            ))}
          </tbody>
        </table>
      )}
      {asked.questions.length < asked.open && (
        <p>
          {words.fillIn.shown(asked.questions.length, asked.open)}{' '}
          <button type="button" onClick={onMore}>
            {words.fillIn.more(Math.min(step, asked.open - asked.questions.length))}
          </button>
        </p>
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

function Question({ question, alike }: { question: NextQuestion; alike: number | undefined }) {
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
        {answer.kind === 'records' && answer.year !== undefined && words.aside(words.results.year(answer.year))}
        {said && <small>{text(said)}</small>}
      </th>
      <td>
        {pointer === undefined ? (
          words.fillIn.ofParameter
        ) : (
          <QuestionField
            name={text(label)}
            asked={{ fact, pointer, answer }}
            onAnswer={(value, answered) => void work.ledgers.fillIn([pointer], value, words.labelled(asked, answered))}
          />
        )}
        {alike !== undefined && pointer !== undefined && (
          <small>
            <a href={addressOf('fill-in', { ...work.address.value.seen, fact })}>{words.fillIn.alike(alike)}</a>
          </small>
        )}
      </td>
      <td>
        {words.fillIn.weight(settles, bears)}
        <small title={titles.join('\n')}>{titles.slice(0, 2).join(words.parted)}</small>
      </td>
    </tr>
  )
}
