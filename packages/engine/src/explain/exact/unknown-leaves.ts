import { memberFinder } from '../../formula/aggregate.ts'
import type { EvaluationContext } from '../../plan/evaluation-context.ts'
import { LedgerRecord } from '../../plan/ledger-record.ts'
import type { AggregateExpression, ConditionNode, Expression, FactExpression, LeafNode } from '../../plan/expression.ts'
import type { Derived, Given } from '../../plan/fact.ts'
import type { PlannedRequirement } from '../../plan/plan.ts'
import { childrenOf } from '../../plan/walk.ts'
import { isUnknown, type Value } from '../../values/value.ts'

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

/** A comparison that cannot be told yet. */
export interface UnknownLeaf {
  readonly left: Side
  readonly right: Side
}

/** Thrown where fillings cannot be tried out; one for all, since it is common and its stack tells nothing. */
export const NOT_ENUMERABLE = new Error('what is not known is no plain fact, or too much')

/** Finds the comparisons that keep conditions open, down through derived facts to those about given ones. */
export class UnknownLeaves {
  readonly leaves: UnknownLeaf[] = []
  readonly #requirement: PlannedRequirement
  readonly #subject: LedgerRecord
  readonly #base: EvaluationContext
  readonly #visited = new Map<ConditionNode, Set<LedgerRecord>>()
  readonly #derived = new Map<Derived, Map<LedgerRecord, Side>>()

  /** The record and the frame are those in which `at` and `due` are told. */
  constructor(requirement: PlannedRequirement, record: LedgerRecord, base: EvaluationContext) {
    this.#requirement = requirement
    this.#subject = record
    this.#base = base
  }

  condition(node: ConditionNode, record: LedgerRecord, context: EvaluationContext): void {
    if (node.run(record, context) !== undefined || this.#isVisited(node, record)) return
    if (node.kind === 'leaf') this.#leaf(node, record, context)
    else for (const child of childrenOf(node)) this.condition(child, record, context)
  }

  /** An expression that stands for itself, such as the governing day: whether there is a value at all is open. */
  expression(expression: Expression, record: LedgerRecord, context: EvaluationContext): void {
    this.#compare(this.#side(expression, record, context), { kind: 'known', values: [null] })
  }

  #leaf({ left, right }: LeafNode, record: LedgerRecord, context: EvaluationContext): void {
    this.#compare(
      this.#side(left, record, context),
      right.kind === 'list' ? { kind: 'known', values: right.values } : this.#side(right, record, context),
    )
  }

  /** Where a side is open only through conditions, their own leaves tell all there is. */
  #compare(left: Side, right: Side): void {
    const isOpen = (side: Side) => side.kind === 'place' || (side.kind === 'formula' && side.places.length > 0)
    if (isOpen(left) || isOpen(right)) this.leaves.push({ left, right })
  }

  #side(expression: Expression, record: LedgerRecord, context: EvaluationContext): Side {
    const value = expression.run(record, context)
    if (!isUnknown(value)) return { kind: 'known', values: [value] }
    switch (expression.kind) {
      case 'fact':
        return this.#fact(expression, record, context)
      case 'context':
        return this.#context(expression.name, context)
      case 'when':
        this.condition(expression.condition, record, context)
        return { kind: 'formula', places: [] }
      case 'aggregate':
        return this.#aggregate(expression, record, context)
      case 'arithmetic':
        return formula(expression.operands.map((operand) => this.#side(operand, record, context)))
      default:
        throw NOT_ENUMERABLE // a parameter without a value
    }
  }

  #context(name: string, context: EvaluationContext): Side {
    const { at, due } = this.#requirement
    if (name === 'at' && at) return this.#side(at, this.#subject, this.#base)
    if (name === 'due' && due) return this.#side(due, this.#subject, context)
    throw NOT_ENUMERABLE
  }

  #fact({ fact, route }: FactExpression, subject: LedgerRecord, context: EvaluationContext): Side {
    const record = route.follow(subject, context)
    if (!(record instanceof LedgerRecord)) throw NOT_ENUMERABLE // it is not known which record
    if (fact.kind === 'derived') return this.#formula(fact, record, context)
    if (fact.type === 'reference' || record.conflicts?.has(fact.slot)) throw NOT_ENUMERABLE
    return { kind: 'place', place: { record, fact } }
  }

  /** Many formulas may stand on one fact: it is followed once. */
  #formula(fact: Derived, record: LedgerRecord, context: EvaluationContext): Side {
    if (record.totals?.has(fact.slot)) throw NOT_ENUMERABLE // its records are not at hand
    const known = this.#derived.get(fact) ?? new Map<LedgerRecord, Side>()
    const side = known.get(record) ?? this.#side(fact.formula, record, context)
    this.#derived.set(fact, known.set(record, side))
    return side
  }

  #aggregate(aggregate: AggregateExpression, subject: LedgerRecord, context: EvaluationContext): Side {
    const { where, holds, of } = aggregate
    const { records, undecided, incomplete } = memberFinder(aggregate)(subject, context)
    if (undecided > 0 || incomplete) throw NOT_ENUMERABLE
    const sides: Side[] = []
    for (const record of records) {
      if (where?.run(record, context) === false) continue
      if (where) this.condition(where, record, context)
      if (holds) this.condition(holds, record, context)
      if (of) sides.push(this.#side(of, record, context))
    }
    return formula(sides)
  }

  /** One condition may be met on many ways: its leaves are the same on all of them. */
  #isVisited(node: ConditionNode, record: LedgerRecord): boolean {
    const records = this.#visited.get(node) ?? new Set()
    if (records.has(record)) return true
    this.#visited.set(node, records.add(record))
    return false
  }
}

/** A formula over sides, whatever it makes of them. */
function formula(sides: readonly Side[]): Side {
  return { kind: 'formula', places: sides.flatMap(placesOf) }
}

export function placesOf(side: Side): readonly Place[] {
  if (side.kind === 'known') return []
  return side.kind === 'place' ? [side.place] : side.places
}
