import { NotReady } from '../not-ready.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords } from '../../state/use-work.ts'
import type { Loading } from '../../state/loading.ts'

/** What became of what the service was asked to write: nothing is said where it is done. */
export function Written({ revision: { writing } }: { revision: { readonly writing: { value: Loading<unknown> } } }) {
  const words = useRevisionWords()
  const { loading } = useWords()
  const written = writing.value
  if (written.state === 'ready' || written.state === 'none') return null
  const remedy = written.state === 'refused' ? words.problems[written.refusal.code ?? ''] : undefined
  if (remedy !== undefined)
    return (
      <p class="refusal" role="alert">
        {remedy}
      </p>
    )
  if (written.state === 'unavailable' && written.status === 401)
    return (
      <p class="refusal" role="alert">
        {words.needsToken}
      </p>
    )
  return <NotReady of={written} waiting={loading} refused={words.notDone} />
}
