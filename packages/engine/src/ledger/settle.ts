import type { Frame } from '../evaluate/frame.ts'
import type { Given } from '../model/fact.ts'
import type { Scope } from '../model/scope.ts'
import { between, greatestOf, isCertain, isUnknown, leastOf, type Value } from '../values/value.ts'
import type { Index } from './index-ledger.ts'
import type { Subject } from './subject.ts'

/** Dates that lie ahead have not happened; what is unknown is narrowed by its bounds. */
export function settle(index: Index, scopes: Iterable<Scope>, frame: Frame): void {
  const { asOf } = frame.session
  const narrowed: [Subject, number, Value][] = []
  for (const scope of scopes) {
    const { elapsing, bounded } = toSettle(scope)
    if (elapsing.length === 0 && bounded.length === 0) continue
    for (const subject of index.records.get(scope)!) {
      const { values } = subject
      for (const fact of bounded)
        if (isUnknown(values[fact.slot]!)) narrowed.push([subject, fact.slot, narrow(fact, subject, frame)])
      for (const slot of elapsing) {
        const value = values[slot]!
        if (typeof value !== 'number' || value <= asOf) continue
        values[slot] = null
        subject.ahead = (subject.ahead ?? new Map()).set(slot, value)
      }
    }
  }
  // Bounds read the facts as given; only now are they replaced.
  for (const [subject, slot, value] of narrowed) subject.values[slot] = value
}

interface ToSettle {
  /** Slots of dates that have not happened while they lie ahead. */
  elapsing: readonly number[]
  bounded: readonly Given[]
}

const known = new WeakMap<Scope, ToSettle>()

function toSettle(scope: Scope): ToSettle {
  let facts = known.get(scope)
  if (!facts) {
    const elapsing = scope.given.filter(({ type, future }) => type === 'date' && !future).map(({ slot }) => slot)
    const bounded = scope.given.filter(({ min, max, equals }) => min || max || equals)
    known.set(scope, (facts = { elapsing, bounded }))
  }
  return facts
}

function narrow(fact: Given, subject: Subject, frame: Frame): Value {
  const bounds = [fact.min, fact.max, fact.equals].map((bound) => bound?.run(subject, frame))
  const [min, max, equals] = bounds
  const least = Math.max(lower(min), lower(equals))
  const greatest = Math.min(upper(max), upper(equals))
  const blank = fact.scope.blank[fact.slot]!
  return least > greatest ? blank : between(least, greatest, isCertain(blank))
}

const lower = (value: Value | undefined) => (value === undefined || value === null ? -Infinity : leastOf(value))
const upper = (value: Value | undefined) => (value === undefined || value === null ? Infinity : greatestOf(value))
