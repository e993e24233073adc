import { addressOf } from '../../address.ts'
import { MARKS, type Mark, type Picture } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { useWords } from '../../state/use-work.ts'

interface Shown {
  picture: Picture
  chosen: Mark | undefined
  seen: Readonly<Record<string, string>>
}

/** How many findings there are of each mark; each total leads to the records behind it. */
export function MarkTotals({ picture, chosen, seen }: Shown) {
  const words = useWords()
  const totals = totalsOf(picture)
  return (
    <div class="totals">
      {MARKS.filter((mark) => totals[mark] > 0 || mark === 'not_met').map((mark) => (
        <a
          key={mark}
          class={mark}
          href={addressOf('results', { ...seen, mark: mark === chosen ? undefined : mark })}
          aria-current={mark === chosen ? 'true' : undefined}
        >
          <b>{totals[mark].toLocaleString('en')}</b>
          <MarkSign mark={mark} />
          <span>{words.results.marks[mark]}</span>
        </a>
      ))}
    </div>
  )
}

function totalsOf({ requirements }: Picture): Record<Mark, number> {
  const totals = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>
  for (const { counts } of requirements) for (const mark of MARKS) totals[mark] += counts[mark] ?? 0
  return totals
}
