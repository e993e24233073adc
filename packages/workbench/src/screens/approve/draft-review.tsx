import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { addressOf } from '../../address.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { usePerson } from '../../parts/use-person.ts'
import type { Draft } from '../../state/drafts.ts'
import { Review } from '../../state/review.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import type { PublishedRules } from '../../state/rules-in-force.ts'
import { ChangesInFull } from '../../parts/revision/changes-in-full.tsx'
import { Doubts } from '../../parts/revision/doubts.tsx'
import { useDraftTitle } from '../../parts/revision/draft-title.ts'
import { DraftSteps } from '../../parts/revision/draft-steps.tsx'
import { KNOWN_SAMPLES } from '../../state/known-samples.ts'
import { EffectPanel } from '../../parts/revision/effect-panel.tsx'
import { Written } from '../../parts/revision/written.tsx'
import { ReasonField } from './reason-field.tsx'

/** A draft as an approver reads it: what changes, whom it concerns, and what they decide. */
export function DraftReview({ id, rules }: { id: string; rules: PublishedRules }) {
  const work = useWork()
  const words = useRevisionWords()
  const { screens, loading } = useWords()
  const personName = usePerson()
  const review = useMemo(() => new Review(work), [work])
  const { revision } = review
  const draft = revision.draft.value
  const { asOf, profile } = work.evaluation.setting()
  useEffect(() => {
    if (revision.draft.value?.id !== id || work.token.value) void revision.open(id)
  }, [id, work.token.value])
  useEffect(() => {
    if (draft) void revision.propose(undefined)
    return () => revision.leave()
  }, [draft?.id, draft?.status, asOf, profile, work.ledgers.open.value, rules.version])
  const title = useDraftTitle(revision)
  const proposal = revision.proposal.value
  const opening = revision.opening.value
  if (!draft || opening.state !== 'ready')
    return (
      <main class="wide">
        <h1>{screens.approve}</h1>
        <NotReady of={opening} waiting={loading} refused={words.notDone} />
        <p>
          <a href={addressOf('approve')}>{words.approvals.back}</a>
        </p>
      </main>
    )
  return (
    <>
      <main class="approve">
        <h1>{title}</h1>
        <p class="notice">
          <a href={addressOf('approve')}>{words.approvals.back}</a>
        </p>
        <DraftSteps draft={draft} decisions={revision.decisions.value} />
        {draft.rejection && (
          <p class="refusal">{words.approvals.rejected(personName(draft.rejection.by), draft.rejection.reason)}</p>
        )}
        <ChangesInFull revision={revision} title={words.approvals.change} />
        <Doubts doubts={proposal.state === 'ready' ? proposal.value.doubts : []} />
        {draft.submission && <Samples pack={rules.id} submission={draft.submission} />}
        <Written revision={review} />
        <Written revision={revision} />
        <Decision review={review} draft={draft} />
      </main>
      <EffectPanel revision={revision} />
    </>
  )
}

interface Submitted {
  pack: string
  submission: NonNullable<Draft['submission']>
}

function Samples({ pack, submission: { cases, effect } }: Submitted) {
  const words = useRevisionWords()
  const { start, labelled } = useWords()
  const nameOf = (sample: string) =>
    sample === KNOWN_SAMPLES[pack]?.path ? start.sampleName : sample.replace(/^samples\/|\.json$/g, '')
  return (
    <section class="card">
      <h2>{words.approvals.samples}</h2>
      {effect.samples.length === 0 && <p class="empty">{words.approvals.noSamples}</p>}
      <ul class="sentences">
        {effect.samples.map(({ sample, asOf, flipped }) => (
          <li key={`${sample} ${asOf}`}>
            {labelled(
              words.approvals.sample(nameOf(sample), asOf),
              flipped === null ? words.approvals.notComparable : words.approvals.flipped(flipped),
            )}
          </li>
        ))}
      </ul>
      <p class="notice">{words.approvals.cases(cases.run)}</p>
    </section>
  )
}

/** What can be decided on a draft as it stands, and why something cannot. */
function Decision({ review, draft }: { review: Review; draft: Draft }) {
  const words = useRevisionWords()
  const reason = useSignal('')
  const caller = review.revision.caller.value
  const isOwn = caller.state === 'ready' && draft.authors.includes(caller.value.name)
  const personName = usePerson()
  const name = caller.state === 'ready' ? personName(caller.value.name) : ''
  const hasReason = reason.value.trim() !== ''
  if (draft.status === 'open')
    return (
      <p class="actions">
        <a href={addressOf('revise', { draft: draft.id })}>{words.approvals.edit}</a>
      </p>
    )
  if (draft.status === 'submitted')
    return (
      <section class="card">
        <p class="notice">{name && words.signedInAs(name)}</p>
        {isOwn && <p class="notice own">{words.approvals.own}</p>}
        <ReasonField reason={reason} />
        <p class="actions">
          <button
            type="button"
            class="primary"
            disabled={isOwn || review.revision.isBeingChecked.value}
            onClick={() => void review.approve(reason.value)}
          >
            {words.approvals.approve}
          </button>
          <button type="button" disabled={!hasReason} onClick={() => void review.reject(reason.value)}>
            {words.approvals.reject}
          </button>
        </p>
      </section>
    )
  if (draft.status !== 'approved' || draft.version === null) return null
  if (review.revision.decisions.value?.publication)
    return <p role="status">{words.approvals.published(draft.version)}</p>
  return (
    <section class="card">
      <p>{words.approvals.publishAbout(draft.version)}</p>
      <ReasonField reason={reason} />
      <p class="actions">
        <button
          type="button"
          class="primary"
          disabled={!hasReason}
          onClick={() => void review.publish(draft.version!, reason.value)}
        >
          {words.approvals.publish}
        </button>
      </p>
    </section>
  )
}
