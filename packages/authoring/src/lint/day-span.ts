import type { Text } from '@tiaoli/engine'
import { formatDay, parseDay } from '@tiaoli/engine/plan'

/** Half-open days; open ends are infinite. */
export interface DaySpan {
  from: number
  to: number
}

export function daySpan(interval: { from?: string | undefined; to?: string | undefined } | undefined): DaySpan {
  const day = (text: string | undefined, open: number) => (text === undefined ? open : (parseDay(text) ?? open))
  return { from: day(interval?.from, -Infinity), to: day(interval?.to, Infinity) }
}

export function overlap(a: DaySpan, b: DaySpan): DaySpan {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
}

export function isEmpty({ from, to }: DaySpan): boolean {
  return from >= to
}

/** The first stretch of a span that none of some others covers. */
export function firstGap(span: DaySpan, covers: readonly DaySpan[]): DaySpan | undefined {
  let { from } = span
  for (const cover of [...covers].sort((a, b) => a.from - b.from)) {
    if (isEmpty(cover) || cover.to <= from) continue
    if (cover.from > from) return { from, to: Math.min(cover.from, span.to) }
    from = cover.to
    if (from >= span.to) return undefined
  }
  return from < span.to ? { from, to: span.to } : undefined
}

export function spanText({ from, to }: DaySpan): Text {
  const [first, end] = [Number.isFinite(from) ? formatDay(from) : '', Number.isFinite(to) ? formatDay(to) : '']
  return {
    zh: `${first && `自 ${first} 起`}${first && end && '，'}${end && `至 ${end} 之前`}` || '任何时候',
    en: [first && `from ${first}`, end && `before ${end}`].filter(Boolean).join(' and ') || 'at any time',
  }
}
