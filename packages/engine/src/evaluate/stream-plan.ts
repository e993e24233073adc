import type { AggregateExpression, ConditionNode, Expression } from '../model/expression.ts'
import type { Derived } from '../model/fact.ts'
import type { Plan, PlannedRequirement } from '../model/plan.ts'
import { isWithin, type Scope } from '../model/scope.ts'
import type { Text } from '../schema/common.ts'

/** A derived fact of a record around the stream that is a formula over streamed records. */
export interface Total {
  fact: Derived
  formula: AggregateExpression
}

/** Which requirements can be answered record by record, which at the end, and which not at all. */
export interface StreamPlan {
  each: readonly PlannedRequirement[]
  atEnd: readonly PlannedRequirement[]
  totals: readonly Total[]
  notEvaluated: readonly { id: string; text: Text }[]
}

const WHOLE_LEDGER: Text = {
  zh: '需要完整台账才能判断，逐条评价时不作判断。请提供完整台账。',
  en: 'It can be told only from the whole ledger, not record by record. Evaluate the whole ledger for it.',
}

/** Known statically: what each requirement sees of the streamed records and of formulas over them. */
export function planStream(plan: Plan, requirements: readonly PlannedRequirement[], streamed: Scope): StreamPlan {
  const totals = new Map<Derived, Total>()
  const each: PlannedRequirement[] = []
  const atEnd: PlannedRequirement[] = []
  const notEvaluated: { id: string; text: Text }[] = []
  for (const requirement of requirements) {
    const seen = new Seen(streamed)
    seen.requirement(requirement)
    const within = isWithin(requirement.subject, streamed)
    if (within && seen.outer.size === 0 && !seen.loose) each.push(requirement)
    else if (!within && !seen.loose && [...seen.outer.values()].every((total) => foldable(total, requirement, streamed))) {
      atEnd.push(requirement)
      for (const [fact, total] of seen.outer) totals.set(fact, total)
    } else notEvaluated.push({ id: requirement.id, text: WHOLE_LEDGER })
  }
  for (const check of plan.checks)
    if ('unique' in check && isWithin(check.scope, streamed)) notEvaluated.push({ id: check.entry.id, text: WHOLE_LEDGER })
  return { each, atEnd, totals: [...totals.values()], notEvaluated }
}

/** A running total is taken once, under the law of `asOf`; what it asks of a record must need no other total. */
function foldable({ fact, formula }: Total, { at, firstPeriod }: PlannedRequirement, streamed: Scope): boolean {
  const inner = new Seen(streamed)
  for (const node of [formula.where, formula.holds]) if (node) inner.condition(node)
  if (formula.of) inner.expression(formula.of)
  const otherLaw = at !== undefined || firstPeriod !== undefined
  return inner.outer.size === 0 && !inner.loose && !fact.usesPeriod && !(fact.varies && otherLaw)
}

/** Walks everything a requirement depends on and collects the formulas over streamed records from outside them. */
class Seen {
  readonly outer = new Map<Derived, Total>()
  /** Such a formula stands inside another one, where no total can be kept for it. */
  loose = false
  readonly #streamed: Scope
  readonly #visited = new Set<object>()

  constructor(streamed: Scope) {
    this.#streamed = streamed
  }

  requirement({ inForce, applies, requires, at, due, achievedOn, unless, figures, notes }: PlannedRequirement): void {
    for (const node of [inForce, applies, requires, ...notes.map(({ when }) => when)]) if (node) this.condition(node)
    for (const expression of [at, due, achievedOn, ...figures.map((figure) => figure.expression)])
      if (expression) this.expression(expression)
    for (const { when, on } of unless) {
      this.condition(when)
      if (on) this.expression(on)
    }
  }

  condition(node: ConditionNode): void {
    if (node.kind === 'not') this.condition(node.child)
    else if (node.kind !== 'leaf') node.children.forEach((child) => this.condition(child))
    else {
      this.expression(node.left)
      if (node.right.kind !== 'list') this.expression(node.right)
    }
  }

  expression(expression: Expression): void {
    if (this.#visited.has(expression)) return
    this.#visited.add(expression)
    switch (expression.kind) {
      case 'fact':
        if (expression.fact.kind === 'derived') this.#derived(expression.fact)
        return
      case 'when':
        return this.condition(expression.condition)
      case 'arithmetic':
        return expression.operands.forEach((operand) => this.expression(operand))
      case 'aggregate':
        if (this.#isOuter(expression)) this.loose = true
        return this.#inside(expression)
      default:
    }
  }

  #derived(fact: Derived): void {
    const { formula } = fact
    if (formula.kind === 'aggregate' && this.#isOuter(formula)) this.outer.set(fact, { fact, formula })
    else this.expression(formula)
  }

  #inside({ where, holds, of }: AggregateExpression): void {
    for (const node of [where, holds]) if (node) this.condition(node)
    if (of) this.expression(of)
  }

  #isOuter({ from, over }: AggregateExpression): boolean {
    return isWithin(over, this.#streamed) && !isWithin(from, this.#streamed)
  }
}
