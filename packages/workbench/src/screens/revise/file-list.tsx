import { addressOf } from '../../address.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import type { Revision } from '../../state/revision.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'

/** The files of the rules as they are. */
export function FileList({ revision }: { revision: Revision }) {
  const work = useWork()
  const words = useRevisionWords()
  const { loading } = useWords()
  const changes = revision.changes.value
  const { found } = useLoading(() => work.engine.call('files', { changes }), [changes])
  const draft = revision.draft.value?.id
  if (found.state !== 'ready') return <NotReady of={found} waiting={loading} />
  return (
    <section>
      <p class="notice">{words.jsonAbout}</p>
      <ul class="files">
        {found.value.map((file) => (
          <li key={file}>
            <a href={addressOf('revise', { draft, kind: 'json', on: file })}>{file}</a>
            {file in changes && <small> {words.changedFile}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
