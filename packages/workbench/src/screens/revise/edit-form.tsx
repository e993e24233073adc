import type { RuleEdit } from '@tiaoli/authoring'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { addressOf } from '../../address.ts'
import type { FileEdit } from '../../engine/revision-calls.ts'
import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWork } from '../../state/use-work.ts'
import { SureButton } from '../../parts/revision/doubts.tsx'
import { titleOf } from '../../parts/revision/title-of.ts'
import { DraftSteps } from '../../parts/revision/draft-steps.tsx'
import { Written } from '../../parts/revision/written.tsx'
import { useTyped } from './use-typed.ts'

interface Shown {
  revision: Revision
  title: string
  about?: ComponentChildren
  /** What is typed as a change, as far as its effect can be shown. */
  edit: RuleEdit | FileEdit | undefined
  /** What has to be filled in before it can be saved, as the fields are called. */
  lacking: readonly string[]
  /** What the draft is called where nobody says anything else. */
  summary: string
  onSaved: () => void
  children: ComponentChildren
}

/** A change by a form: its effect follows what is typed, and it is saved with the draft. */
export function EditForm({ revision, title, about, edit, lacking, summary, onSaved, children }: Shown) {
  const work = useWork()
  const words = useRevisionWords()
  // What is typed of one change says nothing of another.
  const said = useTyped<{ summary?: string }>(`summary ${JSON.stringify(work.address.value.seen)}`, {})
  const draft = revision.draft.value
  const { asOf, profile } = work.evaluation.setting()
  useEffect(() => {
    void revision.propose(edit)
  }, [JSON.stringify(edit), asOf, profile, work.ledgers.open.value])
  const proposal = revision.proposal.value
  const save = async () => {
    if (proposal.state !== 'ready') return
    const now = draft ? titleOf(draft.summary, proposal.value, words) : (said.typed.summary ?? summary)
    if (!(await revision.save(now))) return
    said.forget()
    onSaved()
    location.hash = addressOf('revise', { draft: revision.draft.value!.id })
  }
  const isWhole = lacking.length === 0 && edit !== undefined
  const isSound = proposal.state === 'ready' && proposal.value.faults.length === 0
  return (
    <>
      <h1>{title}</h1>
      <p class="notice">
        {about} <a href={addressOf('revise', { ...work.address.value.seen, on: undefined })}>{words.another}</a>
      </p>
      <DraftSteps draft={draft} decisions={revision.decisions.value} />
      {children}
      {proposal.state === 'ready' && edit && proposal.value.texts.length > 0 && (
        <section class="card">
          <h2>{words.texts}</h2>
          <ChangedTexts revision={revision} />
        </section>
      )}
      {!draft && (
        <label class="summary-field">
          {words.summary}
          <textarea
            rows={2}
            value={said.typed.summary ?? summary}
            onInput={({ currentTarget }) => said.type({ summary: currentTarget.value })}
          />
        </label>
      )}
      <Written revision={revision} />
      <div class="actions">
        <SureButton
          doubts={proposal.state === 'ready' ? proposal.value.doubts : []}
          label={words.save}
          sure={words.doubts.save}
          disabled={!isWhole || revision.isComputing.value || !isSound}
          act={() => void save()}
        />
        {!isWhole && (
          <span class="notice" role="status">
            {words.notWhole(lacking)}
          </span>
        )}
      </div>
    </>
  )
}

function ChangedTexts({ revision }: { revision: Revision }) {
  const text = useText()
  const proposal = revision.proposal.value
  if (proposal.state !== 'ready') return null
  return (
    <ul class="sentences">
      {proposal.value.texts.map(({ before, after }) => (
        <ChangedWords key={text(after)} before={text(before)} after={text(after)} />
      ))}
    </ul>
  )
}

/** The words as they will read, with what is new in them. */
function ChangedWords({ before, after }: { before: string; after: string }) {
  let start = 0
  while (start < after.length && before[start] === after[start]) start++
  let end = 0
  while (end < after.length - start && end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return (
    <li>
      {after.slice(0, start)}
      <mark>{after.slice(start, after.length - end)}</mark>
      {after.slice(after.length - end)}
    </li>
  )
}
