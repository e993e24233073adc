import { parseDay } from '@tiaoli/engine/plan'

/** A day as it is written, `YYYY-MM-DD`, or the last before it that its month has: of a year or month alone, its last. */
export function lastDayOf(year: number, month = 12, day = 31): string | undefined {
  for (let last = day; last > 0; last--) {
    const written = [String(year).padStart(4, '0'), two(month), two(last)].join('-')
    if (parseDay(written) !== undefined) return written
  }
  return undefined
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
