import type { Given } from '../../plan/fact.ts'
import type { Session } from '../../plan/session.ts'
import { FIRST_DAY, LAST_DAY } from '../../values/date.ts'
import { between, greatestOf, isUnknown, leastOf, type Value } from '../../values/value.ts'
import type { Place } from './unknown-leaves.ts'

/** A value that a fact can have, or an interval of such values, as the ledger would give it. */
export interface Part {
  readonly given: Value
  /** Facts that are null together with it, if it is null because its group is. */
  readonly gone: readonly Given[]
}

const part = (given: Value): Part => ({ given, gone: [] })

/** What the engine makes of a value in the ledger: a future date reads as null. */
export function asEvaluated(fact: Given, given: Value, asOf: number): Value {
  return isElapsing(fact) && given !== null && leastOf(given) > asOf ? null : given
}

function isElapsing({ type, future }: Given): boolean {
  return type === 'date' && !future
}

/** The groups around a fact of which nothing at all is given, so that they may be none. */
export function openGroups({ record, fact }: Place): readonly (readonly Given[])[] {
  return fact.groups.filter((facts) =>
    facts.every(({ slot }) => isUnknown(record.at(slot)) && !record.conflicts?.has(slot)),
  )
}

/** First of all: has it a value, is that in the future, or is it null, alone or with its group? */
export function kindsOf(fact: Given, known: Value, groups: readonly (readonly Given[])[], session: Session): Part[] {
  return [
    ...spansOf(fact, session).flatMap(([from, to]) => within(known, from, to)),
    ...(fact.nullable ? [part(null)] : []),
    ...groups.map((facts) => ({ given: null, gone: facts.filter((other) => other !== fact) })),
  ]
}

function spansOf(fact: Given, { asOf, index }: Session): [number, number][] {
  if (fact.type === 'rate') return [[0, Infinity]]
  if (fact.type !== 'date') return [[-Infinity, Infinity]]
  if (!isElapsing(fact)) return [[FIRST_DAY, LAST_DAY]]
  // Unless it is planned, a later day would contradict that of the ledger.
  const last = fact.planned ? LAST_DAY : (index.records.ledgerDay ?? LAST_DAY)
  return [
    [FIRST_DAY, Math.min(asOf, last)],
    [asOf + 1, last],
  ]
}

function within(known: Value, from: number, to: number): Part[] {
  const [least, greatest] = [Math.max(leastOf(known), from), Math.min(greatestOf(known), to)]
  return least <= greatest ? [part(between(least, greatest, true))] : []
}

/** Parts of an interval that begin with each of some numbers. */
export function cutFrom(known: Value, starts: readonly number[]): Part[] {
  const [least, greatest] = [leastOf(known), greatestOf(known)]
  const inside = [...new Set(starts)]
    .filter((start) => start > least && start <= greatest && start < Infinity)
    .sort((a, b) => a - b)
  return [least, ...inside].map((from, i) => part(between(from, (inside[i] ?? greatest + 1) - 1, true)))
}

/** Parts of an interval: below, at and above each of some numbers. */
export function cutAt(known: Value, numbers: readonly number[]): Part[] {
  return cutFrom(
    known,
    numbers.flatMap((number) => [number, number + 1]),
  )
}

/** An interval in two; where an end is open, the nearer part first, and each time twice as far. */
export function halves(known: Value): Part[] {
  const [least, greatest] = [leastOf(known), greatestOf(known)]
  if (Number.isFinite(least) && Number.isFinite(greatest))
    return cutFrom(known, [Math.floor((least + greatest) / 2) + 1])
  if (least >= 0) return cutFrom(known, [2 * least + 1])
  return greatest < 0 ? cutFrom(known, [2 * greatest]) : cutFrom(known, [0, 1])
}

/** So many values of an interval: enough for as many facts to take every order among themselves. */
export function samples(known: Value, count: number): Part[] {
  const [least, greatest] = [leastOf(known), greatestOf(known)]
  const from = least > -Infinity ? least : greatest < Infinity ? greatest - count + 1 : 0
  const values = Array.from({ length: count }, (_, i) => from + i)
  return values.filter((value) => value <= greatest).map(part)
}

/** Each of some values. */
export function each(values: Iterable<Value>): Part[] {
  return [...values].map(part)
}
