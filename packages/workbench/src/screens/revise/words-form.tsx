import { useSignal } from '@preact/signals'
import { addressOf } from '../../address.ts'
import { withNames } from '../../engine/placeholder-names.ts'
import type { RevisableText } from '../../engine/revision-calls.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { isFound } from '../../parts/is-found.ts'
import { SearchField } from '../../parts/search-field.tsx'
import type { Revision } from '../../state/revision.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { EditForm } from './edit-form.tsx'
import { useTyped } from './use-typed.ts'

/** Other words for a text of the rules: which, and how it is to read. */
export function WordsForm({ revision }: { revision: Revision }) {
  const work = useWork()
  const { loading } = useWords()
  const changes = revision.changes.value
  const { found } = useLoading(() => work.engine.call('texts', { changes }), [changes])
  const { on } = work.address.value.seen
  if (found.state !== 'ready') return <NotReady of={found} waiting={loading} />
  const chosen = found.value.find(({ key }) => key === on)
  return chosen ? (
    <OneText key={on} revision={revision} chosen={chosen} />
  ) : (
    <TextList texts={found.value} draft={revision.draft.value?.id} />
  )
}

/** As many texts are listed at a time. */
const LISTED = 80

function TextList({ texts, draft }: { texts: readonly RevisableText[]; draft: string | undefined }) {
  const words = useRevisionWords()
  const text = useText()
  const search = useSignal('')
  const fits = texts.filter(({ words: said, read, of }) => isFound(search.value, [said, read, of && text(of)]))
  return (
    <section>
      <p class="bar">
        <SearchField name={words.searchWords} sought={search} />
        <span class="notice">{words.wordsFound(fits.length)}</span>
      </p>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.wording}</th>
            <th scope="col">{words.wordingOf}</th>
          </tr>
        </thead>
        <tbody>
          {fits.slice(0, LISTED).map((one) => (
            <tr key={one.key}>
              <th scope="row" lang="zh-CN">
                <a href={addressOf('revise', { draft, kind: 'words', on: one.key })}>{one.read}</a>
              </th>
              <td>
                {one.of && text(one.of)}
                {one.field && <small>{text(one.field)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function OneText({ revision, chosen }: { revision: Revision; chosen: RevisableText }) {
  const words = useRevisionWords()
  const { labelled } = useWords()
  const text = useText()
  const { file, path } = chosen
  const { typed, type, forget } = useTyped(`words ${revision.draft.value?.id ?? ''} ${chosen.key}`, {
    words: chosen.words,
  })
  const nameOf = (name: string) => chosen.placeholders.find(({ id }) => id === name)?.label.zh
  const isNew = typed.words.trim() !== '' && typed.words.trim() !== chosen.words
  return (
    <EditForm
      revision={revision}
      title={chosen.of ? text(chosen.of) : words.kinds.words}
      about={chosen.field && text(chosen.field)}
      edit={isNew ? { kind: 'words', file, path, words: typed.words } : undefined}
      lacking={typed.words.trim() === '' ? [words.newWording] : []}
      summary={words.wordsSummary(chosen.read, withNames(typed.words, nameOf))}
      onSaved={forget}
    >
      <section class="card">
        <h2>{words.wording}</h2>
        <q lang="zh-CN">{chosen.read}</q>
        <label class="line">
          {words.newWording}
          <textarea
            rows={3}
            value={typed.words}
            onInput={({ currentTarget }) => type({ words: currentTarget.value })}
          />
        </label>
        {chosen.placeholders.length > 0 && (
          <>
            <p class="notice">{words.bracesAbout}</p>
            <ul class="notice">
              {chosen.placeholders.map(({ id, label }) => (
                <li key={id}>{labelled(`{${id}}`, text(label))}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </EditForm>
  )
}
