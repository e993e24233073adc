import { useEffect } from 'preact/hooks'
import type { Finding } from '@tiaoli/engine'
import { addressOf } from '../../address.ts'
import { MARKS, markOf, type Mark, type Picture, type Row } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { nameOf } from '../../parts/name-of.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { PrintButton } from '../../parts/print-button.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { NONE } from '../../state/work.ts'
import { CellList } from './cell-list.tsx'
import { FindingArticle } from './finding-article.tsx'

/** What is shown at once; the rest is folded away. */
const OPEN: readonly Mark[] = ['not_met', 'not_reached', 'review', 'unknown', 'pending']

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
    if (row) void work.explain(row)
  }, [row, work.findings.value])
  if (!row)
    return (
      <aside class="findings">
        <p class="empty">{words.results.choose(text(picture.rowLabel))}</p>
      </aside>
    )
  const findings = work.findings.value.get(row.unit.pointer) ?? NONE
  return (
    <aside class="findings" aria-live="polite">
      <h2>
        {nameOf(row.unit, work.names.value, text)}
        <small>
          {MARKS.filter((one) => OPEN.includes(one) && row.counts[one])
            .map((one) => `${row.counts[one]} ${words.results.marks[one]}`)
            .join(' · ')}
        </small>
        <a class="close" href={addressOf('results', { ...work.address.value.seen, row: undefined })}>
          {words.results.close}
        </a>
        <PrintButton />
      </h2>
      {findings.state === 'ready' ? (
        <Findings findings={findings.value} mark={mark} />
      ) : (
        <NotReady of={findings} waiting={words.judging} />
      )}
      {work.cells.value && <CellList of={work.cells.value} pointer={row.unit.pointer} />}
    </aside>
  )
}

function Findings({ findings, mark: only }: { findings: readonly Finding[]; mark: Mark | undefined }) {
  const words = useWords()
  const byMark = (mark: Mark) => findings.filter(({ status, force }) => markOf(status, force) === mark)
  const open = only === undefined ? OPEN : [only]
  const folded = MARKS.filter((mark) => !open.includes(mark) && byMark(mark).length > 0)
  return (
    <>
      {open.flatMap(byMark).map((finding) => (
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

function keyOf({ requirement, subject, period }: Finding): string {
  return `${requirement} ${subject.pointer} ${period ?? ''}`
}
