import { groupedBy } from '@tiaoli/engine/plan'
import { useSignal } from '@preact/signals'
import type { Effect, Flip } from '../../engine/revision-calls.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { MarkSign } from '../mark-sign.tsx'
import { nameOf } from '../name-of.ts'
import { NotReady } from '../not-ready.tsx'
import { useApart } from '../use-apart.ts'
import { useRowOf } from '../use-row-of.ts'
import { Whom } from '../whom.tsx'
import { moreNotMet, withSign } from './more-not-met.ts'

/** As many records are named at first. */
const SHOWN = 24

/** Who is judged otherwise, requirement by requirement. */
export function EffectOnLedger({ effect: { flips, subjects, refused } }: { effect: Effect }) {
  const words = useRevisionWords()
  const more = moreNotMet(flips)
  if (refused) return <NotReady of={{ state: 'refused', refusal: refused }} waiting="" refused={words.effect.refused} />
  if (flips.length === 0) return <p class="empty">{words.effect.none}</p>
  return (
    <>
      <div class="figures">
        <p>
          <b>{subjects}</b> {words.effect.subjects}
        </p>
        <p class={more > 0 ? 'not_met' : undefined}>
          <b>{withSign(more)}</b> {words.effect.notMet}
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
  const { results } = useWords()
  const text = useText()
  const showsAll = useSignal(false)
  const rowOf = useRowOf()
  const apart = useApart()
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
            name={[
              nameOf({ ...subject, apart: apart(subject.pointer) }, names.value, text),
              period && results.year(period),
            ]
              .filter(Boolean)
              .join(' ')}
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

function FlipEnd({ mark }: { mark: Flip['from'] }) {
  const words = useRevisionWords()
  return mark === 'absent' ? <span class="mark absent">{words.effect.absent}</span> : <MarkSign mark={mark} inWords />
}

function groupsOf(flips: readonly Flip[], keyOf: (flip: Flip) => string): Flip[][] {
  return [...groupedBy(flips, keyOf).values()]
}
