import { withinBounds } from '../plan/bounds.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Given } from '../plan/fact.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { isNotGiven } from '../values/partial-date.ts'
import type { Value } from '../values/value.ts'

interface NarrowedFact {
  readonly fact: Given
  readonly value: Value
}

/** What the unknown ones of some facts are narrowed to by bounds that read other facts of the record. */
export function narrowedUnknowns(
  facts: readonly Given[],
  record: LedgerRecord,
  context: EvaluationContext,
): readonly NarrowedFact[] {
  const open = facts.filter(({ slot }) => isNotGiven(record.values[slot]!))
  return narrowedFacts(open, record, context)
}

/** Narrows once more what was not given of a record, but for some facts: others that bound it have changed. */
export function narrowAgain(record: LedgerRecord, but: ReadonlySet<Given>, context: EvaluationContext): void {
  const open = (record.narrowed ?? []).filter((fact) => !but.has(fact))
  // Bounds read one another as the ledger gives them, not as they were narrowed.
  for (const { slot } of open) record.values[slot] = record.scope.blank[slot]!
  for (const { fact, value } of narrowedFacts(open, record, context)) record.values[fact.slot] = value
}

/** Whether bounds narrow a fact of a record that is in doubt. What it would be once they change, only checks would show. */
export function narrowsDoubt({ narrowed, conflicts }: LedgerRecord): boolean {
  return conflicts !== undefined && (narrowed ?? []).some(({ slot }) => conflicts.has(slot))
}

function narrowedFacts(facts: readonly Given[], record: LedgerRecord, context: EvaluationContext): NarrowedFact[] {
  return facts.map((fact) => ({ fact, value: withinBounds(fact, (bound) => bound.run(record, context)) }))
}
