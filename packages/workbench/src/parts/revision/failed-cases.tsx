import { useSignal } from '@preact/signals'
import type { FailedCase } from '../../engine/revision-calls.ts'
import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText } from '../../state/use-work.ts'

/** So many cases are shown at once; those that are mended make room for others. */
const SHOWN = 24

/** Cases that fail, each with what it expects and what is found; in a draft the answer can be taken, for a reason. */
export function FailedCases({ revision, failed }: { revision: Revision; failed: readonly FailedCase[] }) {
  const words = useRevisionWords()
  if (failed.length === 0) return null
  const isSaved = revision.draft.value?.status === 'open' && !revision.hasEdit.value
  return (
    <>
      <p class="notice">{isSaved ? words.cases.about : words.cases.saveFirst}</p>
      <ul>
        {failed.slice(0, SHOWN).map((one) => (
          <Failed key={`${one.file} ${one.id}`} revision={revision} failed={one} isSaved={isSaved} />
        ))}
      </ul>
      {failed.length > SHOWN && <p class="notice">{words.effect.more(failed.length - SHOWN)}</p>}
    </>
  )
}

function Failed({ revision, failed, isSaved }: { revision: Revision; failed: FailedCase; isSaved: boolean }) {
  const words = useRevisionWords()
  const text = useText()
  const reason = useSignal('')
  const { file, id, title, failures } = failed
  const accept = async () => {
    if (await revision.acceptAnswer({ file, id, reason: reason.value })) void revision.propose(undefined)
  }
  return (
    <li>
      {title ? text(title) : words.effect.case(id)}
      {failures.map(({ requirement, field, expected, actual }, i) => (
        <small key={i}>
          {[requirement && text(requirement), field && text(field)].filter(Boolean).join(' · ')}{' '}
          {words.effect.expected(text(expected), text(actual))}
        </small>
      ))}
      {isSaved && (
        <span class="accept">
          <input
            aria-label={words.cases.reason}
            placeholder={words.cases.reason}
            value={reason.value}
            onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
          />
          <button type="button" disabled={reason.value.trim() === ''} onClick={() => void accept()}>
            {words.cases.accept}
          </button>
        </span>
      )}
    </li>
  )
}
