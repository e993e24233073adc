import type { DueItem } from '@tiaoli/calendar'
import { useWords } from '../../state/use-work.ts'

/** So many months fit side by side. */
const SHOWN = 36

/** The months of a time with how much falls due in each; a month leads to its first row below. */
export function MonthStrip({ items, from, to }: { items: readonly DueItem[]; from: string; to: string }) {
  const words = useWords()
  const counts = new Map<string, number>()
  for (const { due } of items) counts.set(monthOf(due), (counts.get(monthOf(due)) ?? 0) + 1)
  const months = monthsBetween(monthOf(from), monthOf(to))
  if (months.length > SHOWN) return null
  const most = Math.max(...counts.values())
  return (
    <ol class="months" aria-label={words.due.months}>
      {months.map((month, i) => {
        const count = counts.get(month) ?? 0
        return (
          <li key={month}>
            <span class="bar-up" style={{ height: `${(count / most) * 40}px` }} aria-hidden="true" />
            {count > 0 ? (
              <button type="button" class="plain" onClick={() => show(month)}>
                {words.due.inMonth(month, count)}
              </button>
            ) : (
              <span>{words.due.month(month)}</span>
            )}
            <span>{i === 0 || month.endsWith('-01') ? words.due.yearOfMonth(month) : ''}</span>
          </li>
        )
      })}
    </ol>
  )
}

function show(month: string): void {
  document.querySelector(`tr[data-month="${month}"]`)?.scrollIntoView({ block: 'center' })
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

function monthsBetween(from: string, to: string): string[] {
  const [year, month] = from.split('-').map(Number) as [number, number]
  const months = []
  for (let i = 0; months.length <= SHOWN; i++) {
    const at = month - 1 + i
    const next = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    if (next > to) break
    months.push(next)
  }
  return months
}
