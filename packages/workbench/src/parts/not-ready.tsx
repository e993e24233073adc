import { useText, useWords } from '../state/use-work.ts'
import type { Loading } from '../state/loading.ts'

/** So many sentences of a refusal are shown. */
const SHOWN = 20

/** What is said in place of something that is not there: that it is coming, or why it is not. */
export function NotReady({ of, waiting, refused }: { of: Loading<unknown>; waiting: string; refused?: string }) {
  const words = useWords()
  const text = useText()
  switch (of.state) {
    case 'loading':
      return (
        <p class="waiting" role="status">
          <progress /> {waiting}
        </p>
      )
    case 'refused': {
      const { sentences } = of.refusal
      return (
        <div class="refusal" role="alert">
          <p>{refused ?? words.refused}</p>
          <ul>
            {sentences.slice(0, SHOWN).map((sentence, i) => (
              <li key={i}>
                {sentence.place && <code>{sentence.place}</code>} {text(sentence.text)}
              </li>
            ))}
          </ul>
          {sentences.length > SHOWN && <p>{words.more(sentences.length - SHOWN)}</p>}
        </div>
      )
    }
    case 'unavailable':
      return (
        <p class="refusal" role="alert">
          {words.unavailable(of.status)}
        </p>
      )
    case 'failed':
      return (
        <div class="refusal" role="alert">
          <p>{words.failed}</p>
          <code>{of.message}</code>
        </div>
      )
    default:
      return null
  }
}
