import { MARKS, type Counts } from '../../engine/picture.ts'

/** What does not apply is left out: it says nothing of how things stand. */
const SHOWN = MARKS.filter((mark) => mark !== 'not_applicable')

/** Counts as a bar; the numbers stand beside it. */
export function MarkBar({ counts }: { counts: Counts }) {
  const total = SHOWN.reduce((sum, mark) => sum + (counts[mark] ?? 0), 0)
  let from = 0
  return (
    <svg class="mark-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      {SHOWN.map((mark) => {
        const width = ((counts[mark] ?? 0) / (total || 1)) * 100
        const x = from
        from += width
        return width > 0 && <rect key={mark} class={mark} x={x} width={width} height="6" />
      })}
    </svg>
  )
}
