import type { ValueType } from '../../plan/fact.ts'
import { DayAhead, type Seen } from '../../values/day-ahead.ts'
import { isPartialDate } from '../../values/partial-date.ts'
import { NOT_SET, Tainted, Unknown, UNKNOWN, UNKNOWN_BUT_CERTAIN, type Value } from '../../values/value.ts'

/** Amounts, ids and texts are personal and seldom repeat, so what is made of them is not kept. */
const NOT_MEMOIZABLE: ReadonlySet<ValueType> = new Set(['id', 'text', 'reference', 'money', 'share'])

/** Whether results for values of a type are kept. */
export function isMemoizable(type: ValueType): boolean {
  return !NOT_MEMOIZABLE.has(type)
}

/** The key of a value in a memo: equal intervals have equal keys. */
export function memoKey(seen: Seen): Value {
  if (seen instanceof DayAhead)
    return `\0ahead ${typeof seen.given === 'number' ? seen.given : intervalKey(seen.given)}`
  return !(seen instanceof Unknown) || seen === UNKNOWN || seen === UNKNOWN_BUT_CERTAIN ? seen : intervalKey(seen)
}

function intervalKey(value: Unknown): string {
  const written = isPartialDate(value) ? ` ${value.written}` : ''
  const why = value === NOT_SET ? ' not set' : value instanceof Tainted ? ' tainted' : ''
  return `\0${value.least} ${value.greatest} ${value.certain}${written}${why}`
}
