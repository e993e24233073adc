import { useSignal } from '@preact/signals'
import { addressOf } from '../../address.ts'
import type { LedgerCells } from '../../engine/calls.ts'
import type { Contradiction } from '../../engine/picture.ts'
import { placesIn } from '../../engine/place-text.ts'
import { cellsAt } from '../../parts/cells-at.ts'
import { subjectName } from '../../parts/name-of.ts'
import { useApart } from '../../parts/use-apart.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { ALL_FINDINGS } from './all-findings.ts'

/** So few are read at a glance; more are folded away. */
const FEW = 3
/** So many are named at once. */
const NAMED = 100

/** Entries of the whole ledger that contradict each other, each leading to its record. */
export function Contradictions({ of }: { of: readonly Contradiction[] }) {
  const words = useWords()
  const isOpen = useSignal(of.length <= FEW)
  if (of.length === 0) return null
  return (
    <details
      class="contradictions"
      open={isOpen.value}
      onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}
    >
      <summary>{words.results.contradictions(of.length)}</summary>
      {isOpen.value && (
        <>
          <p class="notice">{words.results.contradictionsAbout}</p>
          <Listed of={of.slice(0, NAMED)} leads />
          {of.length > NAMED && <p class="notice">{words.more(of.length - NAMED)}</p>}
        </>
      )}
    </details>
  )
}

/** Those of one record. */
export function ContradictionsIn({ of }: { of: readonly Contradiction[] }) {
  const words = useWords()
  if (of.length === 0) return null
  return (
    <section class="contradictions">
      <h3>{words.results.contradictions(of.length)}</h3>
      <Listed of={of} />
    </section>
  )
}

function Listed({ of, leads = false }: { of: readonly Contradiction[]; leads?: boolean }) {
  const {
    address,
    ledgers: { names, cells },
  } = useWork()
  const words = useWords()
  const text = useText()
  const apart = useApart()
  return (
    <ul class="notes">
      {of.map(({ subject, row, text: said, pointers }) => {
        const name = subjectName(subject, names.value, words, apart)
        return (
          <li key={`${subject.pointer} ${said.zh}`}>
            {leads && row !== undefined ? (
              <a href={addressOf('results', { ...address.value.seen, ...ALL_FINDINGS, row })}>{name}</a>
            ) : (
              <b>{name}</b>
            )}{' '}
            {text(said)} {cells.value && <Cells of={cells.value} pointers={pointers} />}
          </li>
        )
      })}
    </ul>
  )
}

function Cells({ of, pointers }: { of: LedgerCells; pointers: readonly string[] }) {
  const words = useWords()
  const places = cellsAt(of, pointers)
  return <span class="cells">{places.map(placesIn(places)).join(words.listed)}</span>
}
