import { formatDay, formatRate, parseDay, parseRate, type Described } from '@tiaoli/engine/plan'

/** One hundredth of a percent, the smallest step in which rates are written by people. */
const RATE_STEP = 10_000

/**
 * The neighbours of a literal: one more and one less, the day before and after, the other truth value, the
 * other values of an enum. None for names and texts, which have no neighbours.
 */
export function neighbours(
  value: string | number | boolean | null,
  { type, values }: Pick<Described, 'type' | 'values'>,
): (string | number | boolean)[] {
  if (typeof value === 'number') return [value - 1, value + 1]
  if (typeof value === 'boolean') return [!value]
  if (value === null) return []
  const day = type === 'date' ? parseDay(value) : undefined
  if (day !== undefined) return [formatDay(day - 1), formatDay(day + 1)]
  const rate = type === 'rate' ? parseRate(value) : undefined
  if (rate !== undefined) return [rate - RATE_STEP, rate + RATE_STEP].filter((next) => next >= 0).map(formatRate)
  return type === 'enum' ? otherValues([value], values) : []
}

/** The values of an enum that are not among some. */
export function otherValues(taken: readonly unknown[], values: Described['values']): string[] {
  return [...(values?.keys() ?? [])].filter((value) => !taken.includes(value))
}
