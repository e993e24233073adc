import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Expression } from '../plan/expression.ts'
import type { Given } from '../plan/fact.ts'
import type { Scope } from '../plan/scope.ts'
import { between, greatestOf, isCertain, isUnknown, leastOf, type Value } from '../values/value.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'

/** The facts of a scope whose values may not stay as they were given. */
export interface Changing {
  readonly scope: Scope
  /** Slots of dates that have not happened while they lie ahead. */
  readonly elapsing: readonly number[]
  /** What an unknown is narrowed to where its bounds are the same for every record. */
  readonly fixed: readonly { readonly slot: number; readonly value: Value }[]
  /** Facts bounded by others of the record. */
  readonly following: readonly Given[]
}

export function changingIn(scope: Scope): Changing[] {
  const elapsing = scope.given.filter(({ type, future }) => type === 'date' && !future).map(({ slot }) => slot)
  const bounded = scope.given.filter(({ min, max, equals }) => min ?? max ?? equals)
  if (elapsing.length + bounded.length === 0) return []
  const isFixed = ({ min, max, equals }: Given) =>
    [min, max, equals].every((bound) => bound === undefined || bound.kind === 'constant')
  const fixed = bounded.filter(isFixed).map((fact) => ({ slot: fact.slot, value: narrow(fact, constantOf) }))
  return [{ scope, elapsing, fixed, following: bounded.filter((fact) => !isFixed(fact)) }]
}

/** Dates that lie ahead have not happened; what is unknown is narrowed by its bounds. */
export function narrowRecords(index: RecordIndex, changing: readonly Changing[], context: EvaluationContext): void {
  for (const item of changing) for (const record of index.records.get(item.scope)!) narrowRecord(item, record, context)
}

function narrowRecord(
  { elapsing, fixed, following }: Changing,
  record: LedgerRecord,
  context: EvaluationContext,
): void {
  const { values } = record
  const { asOf } = context.session
  // Bounds read the facts of the record as given; only then are they replaced.
  const open = following.filter(({ slot }) => isUnknown(values[slot]!))
  const narrowed = narrowedIn(open, record, context)
  for (const slot of elapsing) {
    const value = values[slot]!
    if (typeof value !== 'number' || value <= asOf) continue
    values[slot] = null
    record.ahead = (record.ahead ?? new Map()).set(slot, value)
  }
  for (const { slot, value } of fixed) if (isUnknown(values[slot]!)) values[slot] = value
  if (open.length === 0) return
  record.narrowed = open
  for (const [i, { slot }] of open.entries()) values[slot] = narrowed[i]!
}

/**
 * Narrows once more what was not given of a record, but for some facts: others that bound it have changed. What was
 * given and is in doubt stays as it is, for it does not follow the others.
 */
export function narrowAgain(record: LedgerRecord, but: ReadonlySet<Given>, context: EvaluationContext): void {
  const open = (record.narrowed ?? []).filter((fact) => !but.has(fact) && !record.conflicts?.has(fact.slot))
  for (const { slot } of open) record.values[slot] = record.scope.blank[slot]!
  const narrowed = narrowedIn(open, record, context)
  for (const [i, { slot }] of open.entries()) record.values[slot] = narrowed[i]!
}

function narrowedIn(facts: readonly Given[], record: LedgerRecord, context: EvaluationContext): Value[] {
  return facts.map((fact) => narrow(fact, (bound) => bound.run(record, context)))
}

function narrow(fact: Given, valueOf: (bound: Expression) => Value | undefined): Value {
  const [min, max, equals] = [fact.min, fact.max, fact.equals].map((bound) => bound && valueOf(bound))
  const least = Math.max(lower(min), lower(equals))
  const greatest = Math.min(upper(max), upper(equals))
  const blank = fact.scope.blank[fact.slot]!
  return least > greatest ? blank : between(least, greatest, isCertain(blank))
}

function constantOf(bound: Expression): Value | undefined {
  return bound.kind === 'constant' ? bound.value : undefined
}

const lower = (value: Value | undefined) => (value === undefined || value === null ? -Infinity : leastOf(value))
const upper = (value: Value | undefined) => (value === undefined || value === null ? Infinity : greatestOf(value))
