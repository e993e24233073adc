import type { Frame } from '../evaluate/frame.ts'
import type { Given } from '../model/fact.ts'
import { between, greatestOf, isCertain, isUnknown, leastOf, type Value } from '../values/value.ts'
import type { Index } from './index-ledger.ts'
import type { Subject } from './subject.ts'

/** Dates that lie ahead have not happened; what is unknown is narrowed by its bounds. */
export function settle(index: Index, facts: readonly Given[], frame: Frame): void {
  const narrowed: [Subject, number, Value][] = []
  for (const fact of facts) {
    const { slot } = fact
    const bounded = fact.min !== undefined || fact.max !== undefined || fact.equals !== undefined
    const elapsing = fact.type === 'date' && !fact.future
    if (!elapsing && !bounded) continue
    for (const subject of index.records.get(fact.scope)!) {
      const value = subject.values[slot]!
      if (isUnknown(value)) {
        if (bounded) narrowed.push([subject, slot, narrow(fact, subject, frame)])
      } else if (elapsing && (value as number) > frame.session.asOf) {
        subject.values[slot] = null
        subject.ahead = (subject.ahead ?? new Map()).set(slot, value)
      }
    }
  }
  // Bounds read the facts as given; only now are they replaced.
  for (const [subject, slot, value] of narrowed) subject.values[slot] = value
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
