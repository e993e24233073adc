import { isUnknown, UNKNOWN, UNKNOWN_BUT_CERTAIN, NOT_SET, between, type Value } from '../values/value.ts'

/** A parameter's value over half-open days. */
export interface TimelineEntry {
  readonly from: number
  readonly to: number
  readonly value: Value
  /** Place in the pack's list, or -1 for a value set by the request. */
  readonly source: number
}

/** The value that holds on every day, if there is one. */
export function constantOf(timeline: readonly TimelineEntry[]): Value | undefined {
  const [only] = timeline
  return timeline.length === 1 && only!.from === -Infinity && only!.to === Infinity ? only!.value : undefined
}

/** The entry that governs a day. */
export function entryAt(timeline: readonly TimelineEntry[], day: number): TimelineEntry | undefined {
  for (const entry of timeline) if (day >= entry.from && day < entry.to) return entry
  return undefined
}

/** The value on a day; where the day is open, what all days have in common. */
export function valueAt(timeline: readonly TimelineEntry[], at: Value): Value {
  if (typeof at === 'number') {
    for (const entry of timeline) if (at >= entry.from && at < entry.to) return entry.value
    return NOT_SET
  }
  if (at === null || !isUnknown(at)) return UNKNOWN
  if (timeline.length === 0) return NOT_SET
  const within = timeline.filter((entry) => entry.from <= at.greatest && entry.to > at.least)
  const values = new Set(within.map((entry) => entry.value))
  const spans = covers(within, at.least, at.greatest)
  const [only] = values
  if (spans && values.size === 1 && only !== undefined) return only
  if (!spans || [...values].some((value) => typeof value !== 'number')) return UNKNOWN_BUT_CERTAIN
  const numbers = [...values] as number[]
  return between(Math.min(...numbers), Math.max(...numbers), true)
}

function covers(entries: readonly TimelineEntry[], least: number, greatest: number): boolean {
  const first = entries[0]
  const last = entries.at(-1)
  return first !== undefined && last !== undefined && first.from <= least && last.to > greatest
}
