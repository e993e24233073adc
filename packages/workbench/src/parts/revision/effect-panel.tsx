import { useSignal } from '@preact/signals'
import type { Proposal } from '../../engine/revision-calls.ts'
import { loaded, LOADING, NONE, type Loading } from '../../state/loading.ts'
import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { NotReady } from '../not-ready.tsx'
import { useApart } from '../use-apart.ts'
import { saveFile } from '../save-file.ts'
import { comparisonSheets } from './comparison-sheets.ts'
import { useDraftTitle } from './draft-title.ts'
import { EffectOnLedger } from './effect-on-ledger.tsx'
import { Examined } from './examined.tsx'

/** What the change does: who is judged otherwise, which cases fail, and what is noticed. */
export function EffectPanel({ revision }: { revision: Revision }) {
  const work = useWork()
  const words = useRevisionWords()
  const text = useText()
  const proposal = revision.proposal.value
  const isComputing = revision.isComputing.value
  const title = useDraftTitle(revision)
  const { asOf } = work.evaluation.setting()
  return (
    <aside class="effect" aria-busy={isComputing}>
      <h2>
        {words.effect.title}
        <small role="status">{isComputing ? words.effect.computing : asOf === '' ? '' : words.effect.asOf(asOf)}</small>
      </h2>
      {proposal.state !== 'ready' ? (
        <NotReady of={proposal} waiting={words.effect.computing} />
      ) : proposal.value.faults.length > 0 ? (
        <div class="refusal" role="alert">
          <p>{words.faults}</p>
          <ul>
            {proposal.value.faults.map((fault) => (
              <li key={`${fault.file} ${fault.line} ${text(fault.text)}`}>{text(fault.text)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          {asOf !== '' && asOf < revision.from.value && <TooEarly asOf={asOf} from={revision.from.value} />}
          {proposal.value.rules.length === 0 ? (
            <p class="empty">
              {revision.draft.value?.status === 'approved' ? words.effect.inForce : words.effect.noChange}
            </p>
          ) : proposal.value.effect ? (
            <>
              <EffectOnLedger effect={proposal.value.effect} />
              <SaveComparison proposal={proposal.value} summary={title} />
            </>
          ) : (
            <p class="empty">{words.effect.noLedger}</p>
          )}
          {proposal.value.rules.length > 0 && <Examined revision={revision} />}
        </>
      )}
    </aside>
  )
}

/** The change with its effect as a workbook, for those who are to be told. */
function SaveComparison({ proposal, summary }: { proposal: Proposal; summary: string | undefined }) {
  const work = useWork()
  const words = useRevisionWords()
  const { results, loading } = useWords()
  const text = useText()
  const rules = work.inForce.rules.value
  const saving = useSignal<Loading<void>>(NONE)
  const apart = useApart()
  const save = async () => {
    const sheets = comparisonSheets(proposal, {
      title: summary ?? (rules.state === 'ready' ? text(rules.value.title) : ''),
      asOf: work.evaluation.asOf.value,
      ledger: work.ledgers.open.value?.name ?? '',
      names: work.ledgers.names.value,
      apart,
      words,
      marks: results.marks,
      text,
    })
    saving.value = LOADING
    saving.value = await loaded(async () =>
      saveFile(await work.engine.call('tableFile', { name: words.comparison.file, sheets })),
    )
  }
  return (
    <>
      <p>
        <button type="button" onClick={() => void save()}>
          {words.comparison.save}
        </button>
      </p>
      <NotReady of={saving.value} waiting={loading} />
    </>
  )
}

/** On the day of the evaluation the change does not hold yet; nobody chooses another day but whoever looks. */
function TooEarly({ asOf, from }: { asOf: string; from: string }) {
  const work = useWork()
  const words = useRevisionWords()
  return (
    <p class="notice too-early">
      {words.effect.tooEarly(asOf, from)}{' '}
      <button type="button" onClick={() => void work.evaluation.judgeAsOf(from)}>
        {words.effect.judgeAsOf(from)}
      </button>
    </p>
  )
}
