import { usePerson } from '../use-person.ts'
import { useMoment } from '../use-moment.ts'
import type { Draft } from '../../state/drafts.ts'
import type { Decisions } from '../../state/publications.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords } from '../../state/use-work.ts'

/** The way of a draft: who did what and when, and what is next. */
export function DraftSteps({ draft, decisions }: { draft: Draft | undefined; decisions: Decisions | undefined }) {
  const words = useRevisionWords()
  const { listed } = useWords()
  const nameOf = usePerson()
  const momentOf = useMoment()
  const published = decisions?.publication
  // What was sent back has to be submitted again.
  const submission = draft?.status === 'open' ? undefined : (draft?.submission ?? undefined)
  const rejection = draft?.status === 'open' ? draft.rejection : undefined
  const steps = [
    {
      name: words.steps.draft,
      said: draft ? `${draft.authors.map(nameOf).join(listed)} ${momentOf(draft.createdAt)}` : words.today,
      isDone: draft !== undefined,
    },
    {
      name: words.steps.submitted,
      said: submission ? `${nameOf(submission.by)} ${momentOf(submission.at)}` : words.always,
      isDone: submission !== undefined,
    },
    {
      name: words.steps.approved,
      said:
        draft?.status === 'approved'
          ? `${nameOf(decisions?.approver ?? '')} ${momentOf(draft.changedAt)}`
          : rejection
            ? `${nameOf(rejection.by)} ${momentOf(rejection.at)} ${words.approvals.sentBack}`
            : words.byOther,
      isDone: draft?.status === 'approved',
    },
    {
      name: words.steps.published,
      said: published ? `${nameOf(published.actor)} ${momentOf(published.at)}` : words.always,
      isDone: published !== undefined,
    },
  ]
  const current = steps.findIndex(({ isDone }) => !isDone)
  return (
    <ol class="steps">
      {steps.map(({ name, said, isDone }, i) => (
        <li key={name} class={isDone ? 'done' : undefined} aria-current={i === current ? 'step' : undefined}>
          {name}
          <small>{said}</small>
        </li>
      ))}
    </ol>
  )
}
