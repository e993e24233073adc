import { useSignal } from '@preact/signals'
import { addressOf } from '../../address.ts'
import type { Effect, Flip, Proposal } from '../../engine/revision-calls.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { nameOf } from '../../parts/name-of.ts'
import { saveFile } from '../../parts/save-file.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { useRowOf } from '../../parts/use-row-of.ts'
import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded, NONE, type Loading } from '../../state/loading.ts'
import { comparisonSheets } from './comparison-sheets.ts'
import { FailedCases } from './failed-cases.tsx'

/** What the change does: who is judged otherwise, which cases fail, and what is noticed. */
export function EffectPanel({ revision }: { revision: Revision }) {
  const work = useWork()
  const words = useRevisionWords()
  const text = useText()
  const proposal = revision.proposal.value
  const isComputing = revision.isComputing.value
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
              <SaveComparison proposal={proposal.value} summary={revision.draft.value?.summary} />
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
  const save = async () => {
    const sheets = comparisonSheets(proposal, {
      title: summary ?? (rules.state === 'ready' ? text(rules.value.title) : ''),
      asOf: work.evaluation.asOf.value,
      ledger: work.ledgers.open.value?.name ?? '',
      names: work.ledgers.names.value,
      words,
      marks: results.marks,
      text,
    })
    saving.value = { state: 'loading' }
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

/** As many records are named at first. */
const SHOWN = 24

function EffectOnLedger({ effect: { flips, subjects, refused } }: { effect: Effect }) {
  const words = useRevisionWords()
  const notMet = (end: 'from' | 'to') => flips.filter((flip) => flip[end] === 'not_met').length
  const more = notMet('to') - notMet('from')
  if (refused) return <NotReady of={{ state: 'refused', refusal: refused }} waiting="" refused={words.effect.refused} />
  if (flips.length === 0) return <p class="empty">{words.effect.none}</p>
  return (
    <>
      <div class="figures">
        <p>
          <b>{subjects}</b> {words.effect.subjects}
        </p>
        <p class={more > 0 ? 'not_met' : undefined}>
          <b>{more > 0 ? `+${more}` : more < 0 ? `−${-more}` : 0}</b> {words.effect.notMet}
        </p>
        <p>
          <b>{flips.length}</b> {words.effect.flips}
        </p>
      </div>
      {groupsOf(flips, ({ requirement }) => requirement).map((group) => (
        <RequirementFlips key={group[0]!.requirement} flips={group} />
      ))}
    </>
  )
}

/** How findings of one requirement change, and whom that concerns. */
function RequirementFlips({ flips }: { flips: readonly Flip[] }) {
  const text = useText()
  return (
    <section class="flips">
      <h3>
        {text(flips[0]!.title)} <small>{flips.length}</small>
      </h3>
      <ul>
        {groupsOf(flips, ({ from, to }) => `${from} ${to}`).map((group) => (
          <Transition key={`${group[0]!.from} ${group[0]!.to}`} flips={group} />
        ))}
      </ul>
    </section>
  )
}

function Transition({ flips }: { flips: readonly Flip[] }) {
  const {
    ledgers: { names },
  } = useWork()
  const words = useRevisionWords()
  const text = useText()
  const showsAll = useSignal(false)
  const rowOf = useRowOf()
  const shown = showsAll.value ? flips : flips.slice(0, SHOWN)
  const { from, to } = flips[0]!
  return (
    <li>
      <FlipEnd mark={from} />
      <span aria-hidden="true"> → </span>
      <span class="said">{words.effect.to}</span>
      <FlipEnd mark={to} />
      <span class="whom">
        {shown.map(({ subject, period }) => (
          <Whom
            key={`${subject.pointer} ${period ?? ''}`}
            row={rowOf(subject.pointer)}
            name={[nameOf(subject, names.value, text), period].filter(Boolean).join(' ')}
          />
        ))}
        {shown.length < flips.length && (
          <button type="button" class="plain" onClick={() => (showsAll.value = true)}>
            {words.effect.more(flips.length - shown.length)}
          </button>
        )}
      </span>
    </li>
  )
}

function Whom({ row, name }: { row: string | undefined; name: string }) {
  return row === undefined ? <span>{name}</span> : <a href={addressOf('results', { row })}>{name}</a>
}

function FlipEnd({ mark }: { mark: Flip['from'] }) {
  const words = useRevisionWords()
  return mark === 'absent' ? <span class="mark absent">{words.effect.absent}</span> : <MarkSign mark={mark} inWords />
}

function groupsOf(flips: readonly Flip[], keyOf: (flip: Flip) => string): Flip[][] {
  const groups = new Map<string, Flip[]>()
  for (const flip of flips) groups.set(keyOf(flip), [...(groups.get(keyOf(flip)) ?? []), flip])
  return [...groups.values()]
}

/** Whether the cases hold, and what is noticed about the rules. */
function Examined({ revision }: { revision: Revision }) {
  const examination = revision.examination.value
  const words = useRevisionWords()
  const text = useText()
  if (examination.state !== 'ready')
    return (
      <NotReady of={examination.state === 'none' ? { state: 'loading' } : examination} waiting={words.effect.running} />
    )
  const { cases, failed, lints } = examination.value
  const [warnings, hints] = [
    lints.filter(({ severity }) => severity === 'warning'),
    lints.filter(({ severity }) => severity === 'hint'),
  ]
  return (
    <div class="examined">
      <p class="check">
        {words.effect.cases(cases)}
        <b class={failed.length > 0 ? 'wrong' : 'right'}>
          {failed.length > 0 ? words.effect.failed(failed.length) : words.effect.passed}
        </b>
      </p>
      <FailedCases revision={revision} failed={failed} />
      <p class="check">
        {words.effect.check}
        <b class={warnings.length > 0 ? 'wrong' : 'right'}>
          {warnings.length > 0 ? words.effect.noticed(warnings.length) : words.effect.clean}
        </b>
      </p>
      <ul>
        {distinct(warnings.map((lint) => text(lint.text))).map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      {hints.length > 0 && (
        <details>
          <summary>{words.effect.hints(hints.length)}</summary>
          <ul>
            {distinct(hints.map((lint) => text(lint.text))).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
