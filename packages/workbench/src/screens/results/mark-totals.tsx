import { addressOf } from '../../address.ts'
import { MARKS, type Counts, type Mark, type Picture, type RequirementCounts } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { useWords } from '../../state/use-work.ts'
import { countsIn, groupsIn } from './narrowing.ts'

interface Shown {
  picture: Picture
  requirement: RequirementCounts | undefined
  chosen: Mark | undefined
  seen: Readonly<Record<string, string>>
}

/** How many findings there are of each mark, of those that are looked at; each total leads to the records behind it. */
export function MarkTotals({ picture, requirement, chosen, seen }: Shown) {
  const words = useWords()
  const countsOf = countsIn(groupsIn(picture, seen['group']), picture)
  const totals = totalsOf((requirement ? [requirement] : picture.requirements).map(countsOf))
  return (
    <div class="totals">
      {MARKS.filter((mark) => totals[mark] > 0 || mark === 'not_met' || mark === chosen).map((mark) => (
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

function totalsOf(all: readonly Counts[]): Record<Mark, number> {
  const totals = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>
  for (const counts of all) for (const mark of MARKS) totals[mark] += counts[mark] ?? 0
  return totals
}
