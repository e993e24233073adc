import { LOADING } from '../../state/loading.ts'
import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText } from '../../state/use-work.ts'
import { NotReady } from '../not-ready.tsx'
import { FailedCases } from './failed-cases.tsx'

/** Whether the cases hold, and what is noticed about the rules. */
export function Examined({ revision }: { revision: Revision }) {
  const examination = revision.examination.value
  const words = useRevisionWords()
  const text = useText()
  if (examination.state !== 'ready')
    return <NotReady of={examination.state === 'none' ? LOADING : examination} waiting={words.effect.running} />
  const { cases, failed, lints } = examination.value
  const [warnings, hints] = [
    lints.filter(({ severity }) => severity === 'warning'),
    lints.filter(({ severity }) => severity === 'hint'),
  ]
  return (
    <div class="examined">
      <p class="check">
        {words.effect.cases(cases)}
        <b class={failed.length > 0 ? 'wrong' : 'right'}>
          {failed.length > 0 ? words.effect.failed(failed.length) : words.effect.passed}
        </b>
      </p>
      <FailedCases revision={revision} failed={failed} />
      <p class="check">
        {words.effect.check}
        <b class={warnings.length > 0 ? 'wrong' : 'right'}>
          {warnings.length > 0 ? words.effect.noticed(warnings.length) : words.effect.clean}
        </b>
      </p>
      <ul>
        {distinct(warnings.map((lint) => text(lint.text))).map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      {hints.length > 0 && (
        <details>
          <summary>{words.effect.hints(hints.length)}</summary>
          <ul>
            {distinct(hints.map((lint) => text(lint.text))).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
