import { withinBounds } from '../plan/bounds.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Given } from '../plan/fact.ts'
import type { ChangingFacts } from '../plan/index-plan.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import { isUnknown, type Value } from '../values/value.ts'

/** Dates after `asOf` have not happened; unknown values are narrowed by their bounds. */
export function narrowRecords(
  index: RecordIndex,
  changing: readonly ChangingFacts[],
  context: EvaluationContext,
): void {
  for (const item of changing) for (const record of index.records.of(item.scope)) narrowRecord(item, record, context)
}

function narrowRecord(
  { elapsing, fixed, following }: ChangingFacts,
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
 * given and is in doubt does not change, for it does not depend on the others.
 */
export function narrowAgain(record: LedgerRecord, but: ReadonlySet<Given>, context: EvaluationContext): void {
  const open = (record.narrowed ?? []).filter((fact) => !but.has(fact) && !record.conflicts?.has(fact.slot))
  for (const { slot } of open) record.values[slot] = record.scope.blank[slot]!
  const narrowed = narrowedIn(open, record, context)
  for (const [i, { slot }] of open.entries()) record.values[slot] = narrowed[i]!
}

function narrowedIn(facts: readonly Given[], record: LedgerRecord, context: EvaluationContext): Value[] {
  return facts.map((fact) => withinBounds(fact, (bound) => bound.run(record, context)))
}
