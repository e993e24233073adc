import type { Task } from '../../decide/task.ts'
import type { Members } from '../../formula/aggregate.ts'
import type { EvaluationContext } from '../../plan/evaluation-context.ts'
import type { AggregateExpression, ConditionNode, LeafNode } from '../../plan/expression.ts'
import type { Derived, Given } from '../../plan/fact.ts'
import type { LedgerRecord } from '../../plan/ledger-record.ts'
import type { Truth } from '../../values/truth.ts'
import type { Value } from '../../values/value.ts'
import { Traversal, type Visitor } from '../../formula/traversal.ts'

/** A fact of a record that is not known. */
export interface Place {
  readonly record: LedgerRecord
  readonly fact: Given
}

/** One side of a comparison: known values; one fact that is not known; or a formula over such facts. */
export type Side =
  | { readonly kind: 'known'; readonly values: readonly Value[] }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'formula'; readonly places: readonly Place[] }

/** A comparison that is still unknown. */
export interface UnknownLeaf {
  readonly left: Side
  readonly right: Side
}

/** Thrown where fillings cannot be tried out; one for all, since it is common and its stack is of no use. */
export const NOT_ENUMERABLE = new Error('what is not known is no plain fact, or too much')

/**
 * The comparisons that keep conditions open, down through derived facts to those about given ones. Throws
 * `NOT_ENUMERABLE` where they rest on anything but given facts.
 */
export function unknownLeaves(
  task: Task,
  conditions: readonly { readonly node: ConditionNode; readonly record: LedgerRecord }[],
  context: EvaluationContext,
): readonly UnknownLeaf[] {
  const sides = new Sides()
  const traversal = new Traversal(task, sides)
  for (const { node, record } of conditions) traversal.condition(node, record, context)
  return sides.leaves
}

/** Puts together what the sides of comparisons rest on. */
class Sides implements Visitor<Side> {
  readonly opens = 'unknown'
  readonly leaves: UnknownLeaf[] = []

  known(values: readonly Value[]): Side {
    return { kind: 'known', values }
  }

  given(fact: Given, record: LedgerRecord): Side {
    if (fact.type === 'reference' || record.conflicts?.has(fact.slot)) throw NOT_ENUMERABLE
    return { kind: 'place', place: { record, fact } }
  }

  /** It is unknown which record it is. */
  unreached(): never {
    throw NOT_ENUMERABLE
  }

  /** It has no value, or the day is unknown. */
  parameter(): never {
    throw NOT_ENUMERABLE
  }

  derived(fact: Derived, { totals }: LedgerRecord): void {
    if (totals?.has(fact)) throw NOT_ENUMERABLE // its records are not at hand
  }

  members(_: AggregateExpression, { undecided, incomplete }: Members): void {
    if (undecided > 0 || incomplete) throw NOT_ENUMERABLE
  }

  /** Whatever the formula makes of them. */
  formula(sides: readonly Side[]): Side {
    return { kind: 'formula', places: sides.flatMap(placesOf) }
  }

  /** Where a side is open only through conditions, their own leaves tell all there is. */
  leaf(_: LeafNode, __: Truth, left: Side, right: Side): void {
    if (isOpen(left) || isOpen(right)) this.leaves.push({ left, right })
  }
}

function isOpen(side: Side): boolean {
  return side.kind === 'place' || (side.kind === 'formula' && side.places.length > 0)
}

export function placesOf(side: Side): readonly Place[] {
  if (side.kind === 'known') return []
  return side.kind === 'place' ? [side.place] : side.places
}
