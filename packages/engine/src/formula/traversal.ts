import type { Task } from '../decide/task.ts'
import { blankBelow, memberFinder, type Members } from './aggregate.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type {
  AggregateExpression,
  ArithmeticExpression,
  ConditionNode,
  ContextName,
  Expression,
  FactExpression,
  LeafNode,
} from '../plan/expression.ts'
import type { Derived, Given } from '../plan/fact.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedParameter } from '../plan/plan.ts'
import { subconditionsOf } from '../plan/walk.ts'
import type { Truth } from '../values/truth.ts'
import { greatestOf, isCertain, isUnknown, leastOf, type Value } from '../values/value.ts'

/** What to make of what a traversal meets; `S` is what a side of a comparison comes to. */
export interface Visitor<S> {
  /** Whether to look only behind what is unknown, or behind all that is asked. */
  readonly opens: 'unknown' | 'all'
  /** Whether enough was met: then nothing more is opened. */
  readonly isDone?: boolean
  /** Values that are known: of an expression, or a list of literals. */
  known(values: readonly Value[]): S
  given(fact: Given, record: LedgerRecord): S
  /** A fact of a record that is unknown, or null. */
  unreached(expression: FactExpression, record: LedgerRecord, context: EvaluationContext): S
  parameter(parameter: PlannedParameter, context: EvaluationContext): S
  /** Before the formula of a derived fact. */
  derived?(fact: Derived, record: LedgerRecord): void
  /** After the records that a formula is over. */
  members?(aggregate: AggregateExpression, members: Members, record: LedgerRecord, context: EvaluationContext): void
  /** Whether to ask too what keeps records that the ledger does not give from being counted. */
  readonly opensUnwritten?: boolean
  /** A formula, after what it is over; conditions in it are visited separately. */
  formula(parts: readonly S[]): S
  /** A comparison, after its sides. */
  leaf?(leaf: LeafNode, truth: Truth, left: S, right: S): void
}

/**
 * Follows conditions down to the facts and parameters on which they rest, each at the record at which it is asked and in
 * the order in which it is asked. Derived facts are opened once for each record.
 */
export class Traversal<S> {
  readonly #task: Task | undefined
  readonly #visitor: Visitor<S>
  readonly #followed = new Map<EvaluationContext, Map<Expression, Map<LedgerRecord, { side: S }>>>()

  /** Without a task, of a condition that no requirement asks. */
  constructor(task: Task | undefined, visitor: Visitor<S>) {
    this.#task = task
    this.#visitor = visitor
  }

  condition(node: ConditionNode, record: LedgerRecord, context: EvaluationContext): Truth {
    const truth = node.run(record, context)
    if ((truth !== undefined && this.#visitor.opens === 'unknown') || this.#visitor.isDone) return truth
    if (node.kind === 'leaf') this.#leaf(node, truth, record, context)
    else
      for (const child of subconditionsOf(node))
        if (this.condition(child, record, context) === (node.kind === 'any')) break // decided: no more is asked
    return truth
  }

  expression(expression: Expression, record: LedgerRecord, context: EvaluationContext): S {
    const visitor = this.#visitor
    if (visitor.opens === 'unknown') {
      const value = expression.run(record, context)
      if (!isUnknown(value)) return visitor.known([value])
    }
    if (visitor.isDone) return visitor.formula([])
    switch (expression.kind) {
      case 'constant':
        return visitor.known([expression.value])
      case 'fact':
        return this.#fact(expression, record, context)
      case 'parameter':
        return this.#parameter(expression.parameter, context)
      case 'context':
        return this.#context(expression.name, context)
      case 'when':
        this.condition(expression.condition, record, context)
        return visitor.formula([])
      case 'aggregate':
        return this.#aggregate(expression, record, context)
      default:
        return visitor.formula(
          this.#asked(expression, record, context).map((operand) => this.expression(operand, record, context)),
        )
    }
  }

  /** The operands that a formula rests on: nobody has to know what another operand outdoes whatever it is. */
  #asked(
    { name, operands }: ArithmeticExpression,
    record: LedgerRecord,
    context: EvaluationContext,
  ): readonly Expression[] {
    if (this.#visitor.opens === 'all' || (name !== 'least' && name !== 'greatest')) return operands
    const values = operands.map((operand) => operand.run(record, context))
    return operands.filter((_, i) => !values.some((other, j) => i !== j && outdoes(name, other, values[i]!)))
  }

  #leaf(leaf: LeafNode, truth: Truth, record: LedgerRecord, context: EvaluationContext): void {
    const { left, right } = leaf
    const sides = [
      this.expression(left, record, context),
      right.kind === 'list' ? this.#visitor.known(right.values) : this.expression(right, record, context),
    ] as const
    this.#visitor.leaf?.(leaf, truth, ...sides)
  }

  #fact(expression: FactExpression, record: LedgerRecord, context: EvaluationContext): S {
    const { fact, route } = expression
    const target = route.follow(record, context)
    if (!(target instanceof LedgerRecord)) return this.#visitor.unreached(expression, record, context)
    if (fact.kind === 'given') return this.#visitor.given(fact, target)
    this.#visitor.derived?.(fact, target)
    return this.#once(fact.formula, target, context)
  }

  #parameter(parameter: PlannedParameter, context: EvaluationContext): S {
    const side = this.#visitor.parameter(parameter, context)
    return isUnknown(context.at) ? this.#context('at', context) : side
  }

  #context(name: ContextName, context: EvaluationContext): S {
    if (this.#task) {
      const { requirement, record, base } = this.#task
      const { at, due } = requirement
      if (name === 'at' && at) return this.#once(at, record, base)
      if (name === 'due' && due) return this.#once(due, record, context)
    }
    return this.#visitor.formula([])
  }

  #aggregate(aggregate: AggregateExpression, subject: LedgerRecord, context: EvaluationContext): S {
    const { where, holds, of } = aggregate
    const members = memberFinder(aggregate)(subject, context)
    const sides: S[] = []
    for (const record of members.records) {
      if (where && this.condition(where, record, context) === false) continue
      if (holds) this.condition(holds, record, context)
      if (of) sides.push(this.expression(of, record, context))
    }
    this.#visitor.members?.(aggregate, members, subject, context)
    if (where && this.#visitor.opensUnwritten)
      for (const year of members.unwritten) this.condition(where, blankBelow(year, aggregate.over), context)
    return this.#visitor.formula(sides)
  }

  /** Many comparisons may rest on one formula: it is followed once, and its conditions are met once. */
  #once(formula: Expression, record: LedgerRecord, context: EvaluationContext): S {
    const byFormula = this.#followed.get(context) ?? new Map<Expression, Map<LedgerRecord, { side: S }>>()
    const byRecord = byFormula.get(formula) ?? new Map<LedgerRecord, { side: S }>()
    this.#followed.set(context, byFormula.set(formula, byRecord))
    const before = byRecord.get(record)
    if (before) return before.side
    const side = this.expression(formula, record, context)
    byRecord.set(record, { side })
    return side
  }
}

/** Whether the first is the lesser or greater of two, whatever the second turns out to be. */
function outdoes(name: 'least' | 'greatest', first: Value, second: Value): boolean {
  if (!isCertain(first)) return false
  return name === 'least' ? greatestOf(first) <= leastOf(second) : leastOf(first) >= greatestOf(second)
}
