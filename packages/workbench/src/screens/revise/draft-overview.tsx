import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addressOf } from '../../address.ts'
import { usePerson } from '../../parts/use-person.ts'
import type { Draft } from '../../state/drafts.ts'
import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWork } from '../../state/use-work.ts'
import { ChangesInFull } from '../../parts/revision/changes-in-full.tsx'
import { SureButton } from '../../parts/revision/doubts.tsx'
import { useDraftTitle } from '../../parts/revision/draft-title.ts'
import { DraftSteps } from '../../parts/revision/draft-steps.tsx'
import { Written } from '../../parts/revision/written.tsx'

/** A draft that is saved: what it changes, and what can be done with it. */
export function DraftOverview({ revision, draft }: { revision: Revision; draft: Draft }) {
  const work = useWork()
  const words = useRevisionWords()
  const personName = usePerson()
  const isSure = useSignal(false)
  const { asOf, profile } = work.evaluation.setting()
  useEffect(() => {
    void revision.propose(undefined)
  }, [draft.id, draft.revision, asOf, profile, work.ledgers.open.value])
  const title = useDraftTitle(revision)
  const proposal = revision.proposal.value
  const rules = work.inForce.rules.value
  const published = rules.state === 'ready' ? rules.value.version : undefined
  const discard = async () => {
    if (!isSure.value) isSure.value = true
    else if (await revision.discard()) location.hash = addressOf('revise')
  }
  return (
    <>
      <p class="summary">{title}</p>
      <DraftSteps draft={draft} decisions={revision.decisions.value} />
      {draft.rejection && (
        <p class="refusal">{words.approvals.rejected(personName(draft.rejection.by), draft.rejection.reason)}</p>
      )}
      {draft.status === 'open' &&
        draft.fromVersion !== null &&
        published !== undefined &&
        draft.fromVersion !== published && <p class="notice">{words.oldBase(draft.fromVersion, published)}</p>}
      <ChangesInFull revision={revision} title={words.inDraft} />
      <Written revision={revision} />
      <div class="actions">
        {draft.status === 'open' && (
          <>
            <SureButton
              doubts={proposal.state === 'ready' ? proposal.value.doubts : []}
              label={words.submit}
              sure={words.doubts.submit}
              disabled={revision.isComputing.value}
              act={() => void revision.submit(asOf === '' ? [] : [asOf])}
            />
            <button type="button" onClick={() => void discard()}>
              {isSure.value ? words.reallyDiscard : words.discard}
            </button>
          </>
        )}
        {draft.status === 'submitted' && (
          <button type="button" onClick={() => void revision.withdraw(words.withdraw)}>
            {words.withdraw}
          </button>
        )}
        <a href={addressOf('approve', { draft: draft.id })}>{words.toApprovals}</a>
      </div>
    </>
  )
}
