import { MARKS, QUIET, type Counts, type Mark } from '../engine/picture.ts'
import { useWords } from '../state/use-work.ts'

/** Each mark has a shape of its own, so that nothing is told by colour alone. */
const SIGNS: Record<Mark, string> = {
  not_met: '✗',
  not_reached: '✗',
  to_check: '?',
  review: '⚑',
  unknown: '?',
  pending: '◔',
  met_late: '✓',
  exempted: '◇',
  met: '✓',
  calculated: '#',
  not_applicable: '–',
}

interface Shown {
  mark: Mark
  count?: number
  /** What else there is beside it. */
  others?: Counts | undefined
  inWords?: boolean
  /** Where it leads; there is another way there for those who use the keyboard. */
  href?: string
}

/** Of these, what is open is seen to be met in part. */
const SETTLED: readonly Mark[] = ['met', 'met_late', 'exempted']

export function MarkSign({ mark, count = 1, others, inWords, href }: Shown) {
  const words = useWords()
  const nameOf = (one: Mark) => words.results.marks[one]
  const counts: Counts = { [mark]: count, ...others }
  const said = others
    ? MARKS.filter((one) => counts[one])
        .map((one) => `${nameOf(one)} ${counts[one]}`)
        .join(words.parted)
    : nameOf(mark)
  const beside = SETTLED.includes(mark) ? undefined : SETTLED.find((one) => others?.[one])
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
      {beside && (
        <sup class={beside} aria-hidden="true">
          {SIGNS[beside]}
        </sup>
      )}
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
