import { gatherer } from '../../formula/aggregate.ts'
import type { Frame } from '../../plan/evaluation-context.ts'
import { LedgerRecord } from '../../plan/ledger-record.ts'
import type { AggregateExpression, ConditionNode, Expression, FactExpression, LeafNode } from '../../plan/expression.ts'
import type { Derived, Given } from '../../plan/fact.ts'
import type { PlannedRequirement } from '../../plan/plan.ts'
import { childrenOf } from '../../plan/walk.ts'
import { isUnknown, type Value } from '../../values/value.ts'

/** A fact of a record that is not known. */
export interface Place {
  readonly subject: LedgerRecord
  readonly fact: Given
}

/** One side of a comparison: known values; one fact that is not known; or a formula over such facts. */
export type Side =
  | { readonly kind: 'known'; readonly values: readonly Value[] }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'formula'; readonly places: readonly Place[] }

/** A comparison that cannot be told yet. */
export interface OpenLeaf {
  readonly left: Side
  readonly right: Side
}

/** Thrown where fillings cannot be tried out; one for all, since it is common and its stack tells nothing. */
export const NOT_ENUMERABLE = new Error('what is not known is no plain fact, or too much')

/** Finds the comparisons that keep conditions open, down through derived facts to those about given ones. */
export class OpenLeaves {
  readonly leaves: OpenLeaf[] = []
  readonly #requirement: PlannedRequirement
  readonly #subject: LedgerRecord
  readonly #base: Frame
  readonly #visited = new Map<ConditionNode, Set<LedgerRecord>>()
  readonly #derived = new Map<Derived, Map<LedgerRecord, Side>>()

  /** The record and the frame are those in which `at` and `due` are told. */
  constructor(requirement: PlannedRequirement, subject: LedgerRecord, base: Frame) {
    this.#requirement = requirement
    this.#subject = subject
    this.#base = base
  }

  condition(node: ConditionNode, subject: LedgerRecord, frame: Frame): void {
    if (node.run(subject, frame) !== undefined || this.#isVisited(node, subject)) return
    if (node.kind === 'leaf') this.#leaf(node, subject, frame)
    else for (const child of childrenOf(node)) this.condition(child, subject, frame)
  }

  /** An expression that stands for itself, such as the governing day: whether there is a value at all is open. */
  expression(expression: Expression, subject: LedgerRecord, frame: Frame): void {
    this.#compare(this.#side(expression, subject, frame), { kind: 'known', values: [null] })
  }

  #leaf({ left, right }: LeafNode, subject: LedgerRecord, frame: Frame): void {
    this.#compare(
      this.#side(left, subject, frame),
      right.kind === 'list' ? { kind: 'known', values: right.values } : this.#side(right, subject, frame),
    )
  }

  /** Where a side is open only through conditions, their own leaves tell all there is. */
  #compare(left: Side, right: Side): void {
    const isOpen = (side: Side) => side.kind === 'place' || (side.kind === 'formula' && side.places.length > 0)
    if (isOpen(left) || isOpen(right)) this.leaves.push({ left, right })
  }

  #side(expression: Expression, subject: LedgerRecord, frame: Frame): Side {
    const value = expression.run(subject, frame)
    if (!isUnknown(value)) return { kind: 'known', values: [value] }
    switch (expression.kind) {
      case 'fact':
        return this.#fact(expression, subject, frame)
      case 'context':
        return this.#context(expression.name, frame)
      case 'when':
        this.condition(expression.condition, subject, frame)
        return { kind: 'formula', places: [] }
      case 'aggregate':
        return this.#aggregate(expression, subject, frame)
      case 'arithmetic':
        return formula(expression.operands.map((operand) => this.#side(operand, subject, frame)))
      default:
        throw NOT_ENUMERABLE // a parameter without a value
    }
  }

  #context(name: string, frame: Frame): Side {
    const { at, due } = this.#requirement
    if (name === 'at' && at) return this.#side(at, this.#subject, this.#base)
    if (name === 'due' && due) return this.#side(due, this.#subject, frame)
    throw NOT_ENUMERABLE
  }

  #fact({ fact, route }: FactExpression, subject: LedgerRecord, frame: Frame): Side {
    const record = route.follow(subject, frame)
    if (!(record instanceof LedgerRecord)) throw NOT_ENUMERABLE // it is not known which record
    if (fact.kind === 'derived') return this.#formula(fact, record, frame)
    if (fact.type === 'reference' || record.conflicts?.has(fact.slot)) throw NOT_ENUMERABLE
    return { kind: 'place', place: { subject: record, fact } }
  }

  /** Many formulas may stand on one fact: it is followed once. */
  #formula(fact: Derived, record: LedgerRecord, frame: Frame): Side {
    if (record.totals?.has(fact.slot)) throw NOT_ENUMERABLE // its records are not at hand
    const known = this.#derived.get(fact) ?? new Map<LedgerRecord, Side>()
    const side = known.get(record) ?? this.#side(fact.formula, record, frame)
    this.#derived.set(fact, known.set(record, side))
    return side
  }

  #aggregate(aggregate: AggregateExpression, subject: LedgerRecord, frame: Frame): Side {
    const { where, holds, of } = aggregate
    const { records, undecided, incomplete } = gatherer(aggregate)(subject, frame)
    if (undecided > 0 || incomplete) throw NOT_ENUMERABLE
    const sides: Side[] = []
    for (const record of records) {
      if (where?.run(record, frame) === false) continue
      if (where) this.condition(where, record, frame)
      if (holds) this.condition(holds, record, frame)
      if (of) sides.push(this.#side(of, record, frame))
    }
    return formula(sides)
  }

  /** One condition may be met on many ways: its leaves are the same on all of them. */
  #isVisited(node: ConditionNode, subject: LedgerRecord): boolean {
    const subjects = this.#visited.get(node) ?? new Set()
    if (subjects.has(subject)) return true
    this.#visited.set(node, subjects.add(subject))
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
