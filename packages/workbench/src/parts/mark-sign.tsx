import type { Mark } from '../engine/picture.ts'
import { useWords } from '../state/use-work.ts'

/** Each mark has a shape of its own, so that nothing is told by colour alone. */
const SIGNS: Record<Mark, string> = {
  not_met: '✗',
  not_reached: '✗',
  review: '⚑',
  unknown: '?',
  pending: '◔',
  met_late: '✓',
  exempted: '◇',
  met: '✓',
  calculated: '#',
  not_applicable: '–',
}

/** Nobody has to count these. */
const QUIET: ReadonlySet<Mark> = new Set(['met', 'not_applicable', 'calculated'])

interface Shown {
  mark: Mark
  count?: number
  inWords?: boolean
  /** Where it leads; there is another way there for those who use the keyboard. */
  href?: string
}

export function MarkSign({ mark, count = 1, inWords, href }: Shown) {
  const words = useWords()
  const said = words.results.marks[mark]
  if (inWords)
    return (
      <span class={`mark ${mark}`}>
        <span aria-hidden="true">{SIGNS[mark]}</span> {said}
      </span>
    )
  const sign = (
    <>
      <span aria-hidden="true">{SIGNS[mark]}</span>
      <span class="said">{said}</span>
      {count > 1 && !QUIET.has(mark) && <sub>{count}</sub>}
    </>
  )
  return href === undefined ? (
    <span class={`mark ${mark}`} title={said}>
      {sign}
    </span>
  ) : (
    <a class={`mark ${mark}`} title={said} href={href} tabIndex={-1}>
      {sign}
    </a>
  )
}
