import { withinBounds } from '../plan/bounds.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Given } from '../plan/fact.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { isNotGiven } from '../values/partial-date.ts'
import { Tainted, tainted, type Value } from '../values/value.ts'

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

/** Narrows once more what is not known of a record, but for some facts: others that bound it have changed. */
export function narrowAgain(record: LedgerRecord, but: ReadonlySet<Given>, context: EvaluationContext): void {
  const open = (record.narrowed ?? []).filter((fact) => !but.has(fact))
  // Bounds read one another as the ledger gives them, not as they were narrowed.
  for (const { slot } of open) narrow(record, slot, record.scope.blank[slot]!)
  for (const { fact, value } of narrowedFacts(open, record, context)) narrow(record, fact.slot, value)
}

/** What is in doubt stays so. */
export function narrow({ values }: LedgerRecord, slot: number, value: Value): void {
  values[slot] = values[slot] instanceof Tainted ? tainted(value) : value
}

function narrowedFacts(facts: readonly Given[], record: LedgerRecord, context: EvaluationContext): NarrowedFact[] {
  return facts.map((fact) => ({ fact, value: withinBounds(fact, (bound) => bound.run(record, context)) }))
}
