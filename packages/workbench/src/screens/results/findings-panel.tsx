import { useEffect, useRef } from 'preact/hooks'
import type { Text } from '@tiaoli/engine'
import { isToBeChecked } from '@tiaoli/engine/plan'
import { addressOf } from '../../address.ts'
import type { ShownFinding } from '../../engine/calls.ts'
import { MARKS, markOf, OPEN_MARKS, type Mark, type Picture, type Row } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { nameOf } from '../../parts/name-of.ts'
import { NotInLedger } from '../../parts/not-in-ledger.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { PrintButton } from '../../parts/print-button.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { NONE } from '../../state/loading.ts'
import { ALL_FINDINGS } from './all-findings.ts'
import { CellList } from './cell-list.tsx'
import { ContradictionsIn } from './contradictions.tsx'
import { FindingArticle } from './finding-article.tsx'

/** The findings of one record, the gravest first. */
export function FindingsPanel({
  picture,
  row,
  mark,
}: {
  picture: Picture
  row: Row | undefined
  mark: Mark | undefined
}) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  useEffect(() => {
    if (row) void work.evaluation.explain(row)
  }, [row, work.evaluation.findings.value])
  const heading = useHeadingOf(row?.unit.pointer)
  const { seen } = work.address.value
  const closed = addressOf('results', { ...seen, ...ALL_FINDINGS, row: undefined })
  useEscape(row && closed)
  if (!row)
    return (
      <aside class="findings">
        {seen['row'] === undefined ? (
          <p class="empty">{words.results.choose(text(picture.rowLabel))}</p>
        ) : (
          <NotInLedger name={seen['row']} />
        )}
      </aside>
    )
  const findings = work.evaluation.findings.value.get(row.unit.pointer) ?? NONE
  const theme = picture.themes.find(({ zh }) => zh === seen['theme'])
  const ofTheme = new Set(picture.requirements.flatMap((one) => (one.theme.zh === theme?.zh ? one.id : [])))
  const isOfTheme = ({ requirement }: ShownFinding) => theme === undefined || ofTheme.has(requirement)
  return (
    <aside class="findings" aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>
        {nameOf(row.unit, work.ledgers.names.value, text)}
        <small>
          {MARKS.filter((one) => OPEN_MARKS.includes(one) && row.counts[one])
            .map((one) => `${row.counts[one]} ${words.results.marks[one]}`)
            .join(' · ')}
        </small>
        <a class="close" href={closed} onClick={focusRow}>
          {words.results.close}
        </a>
        <PrintButton />
      </h2>
      <ContradictionsIn of={picture.contradictions.filter((one) => one.row === row.unit.key)} />
      {findings.state === 'ready' ? (
        <>
          <OnlyTheme theme={theme} />
          <Findings findings={findings.value.filter(isOfTheme)} mark={mark} isWhole={theme !== undefined} />
        </>
      ) : (
        <NotReady of={findings} waiting={words.judging} />
      )}
      {work.ledgers.cells.value && <CellList of={work.ledgers.cells.value} pointer={row.unit.pointer} />}
    </aside>
  )
}

/** The heading, which the keyboard goes on from once another record is opened. */
function useHeadingOf(pointer: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(pointer)
  useEffect(() => {
    if (pointer !== undefined && pointer !== before.current) heading.current?.focus({ preventScroll: true })
    before.current = pointer
  }, [pointer])
  return heading
}

/** The keyboard goes on from the row whose findings are closed. */
function focusRow(): void {
  document.querySelector<HTMLElement>('tbody th a[aria-current]')?.focus()
}

/** Escape closes the record, and the keyboard goes on from its row. */
function useEscape(closed: string | undefined): void {
  useEffect(() => {
    if (closed === undefined) return undefined
    const close = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape' || (target instanceof HTMLElement && target.matches('input, select, textarea'))) return
      focusRow()
      location.hash = closed
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [closed])
}

/** Of which theme alone findings are shown, with a way back to all. */
function OnlyTheme({ theme }: { theme: Text | undefined }) {
  const { address } = useWork()
  const words = useWords()
  const text = useText()
  if (!theme) return null
  return (
    <p class="narrowed">
      {words.labelled(words.results.theme, text(theme))}{' '}
      <a href={addressOf('results', { ...address.value.seen, ...ALL_FINDINGS })}>{words.results.showAll}</a>
    </p>
  )
}

interface FindingsShown {
  findings: readonly ShownFinding[]
  mark: Mark | undefined
  /** Whether nothing is folded away. */
  isWhole: boolean
}

function Findings({ findings, mark: only, isWhole }: FindingsShown) {
  const words = useWords()
  const byMark = (mark: Mark) =>
    findings.filter((finding) => markOf(finding.status, finding.force, isToBeChecked(finding)) === mark)
  const open = only !== undefined ? [only] : isWhole ? MARKS : OPEN_MARKS
  const shown = open.flatMap(byMark)
  const folded = MARKS.filter((mark) => !open.includes(mark) && byMark(mark).length > 0)
  return (
    <>
      {shown.length === 0 && (
        <p class="empty">
          {only === undefined ? words.results.nothingOpen : words.results.noneOf(words.results.marks[only])}
        </p>
      )}
      {shown.map((finding) => (
        <FindingArticle key={keyOf(finding)} finding={finding} />
      ))}
      {folded.map((mark) => (
        <details key={mark} class="folded">
          <summary>
            <MarkSign mark={mark} /> {words.results.marks[mark]} {byMark(mark).length}
          </summary>
          {byMark(mark).map((finding) => (
            <FindingArticle key={keyOf(finding)} finding={finding} />
          ))}
        </details>
      ))}
    </>
  )
}

function keyOf({ requirement, subject, period }: ShownFinding): string {
  return `${requirement} ${subject.pointer} ${period ?? ''}`
}
