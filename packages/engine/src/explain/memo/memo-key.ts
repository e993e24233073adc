import type { ValueType } from '../../plan/fact.ts'
import { isPartialDate } from '../../values/partial-date.ts'
import { Unknown, UNKNOWN, UNKNOWN_BUT_CERTAIN, type Value } from '../../values/value.ts'

/** Amounts, ids and texts are personal and seldom repeat, so what is made of them is not kept. */
const NOT_MEMOIZABLE: ReadonlySet<ValueType> = new Set(['id', 'text', 'reference', 'money', 'share'])

/** Whether results for values of a type are kept. */
export function isMemoizable(type: ValueType): boolean {
  return !NOT_MEMOIZABLE.has(type)
}

/** The key of a value in a memo: equal intervals have equal keys. */
export function memoKey(value: Value): Value {
  if (!(value instanceof Unknown) || value === UNKNOWN || value === UNKNOWN_BUT_CERTAIN) return value
  const written = isPartialDate(value) ? ` ${value.written}` : ''
  return `\0${value.least} ${value.greatest} ${value.certain}${written}`
}
