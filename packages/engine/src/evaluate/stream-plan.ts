import type { AggregateExpression } from '../model/expression.ts'
import type { Derived } from '../model/fact.ts'
import type { Plan, PlannedRequirement } from '../model/plan.ts'
import { isWithin, type Scope } from '../model/scope.ts'
import { below, everythingIn, nodesOf, type Node } from '../model/walk.ts'
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
    const seen = outerFormulas(nodesOf(requirement), streamed)
    const within = isWithin(requirement.subject, streamed)
    if (within && seen.totals.length === 0 && !seen.loose) each.push(requirement)
    else if (!within && !seen.loose && seen.totals.every((total) => foldable(total, requirement, streamed))) {
      atEnd.push(requirement)
      for (const total of seen.totals) totals.set(total.fact, total)
    } else notEvaluated.push({ id: requirement.id, text: WHOLE_LEDGER })
  }
  for (const check of plan.checks)
    if ('unique' in check && isWithin(check.scope, streamed))
      notEvaluated.push({ id: check.entry.id, text: WHOLE_LEDGER })
  return { each, atEnd, totals: [...totals.values()], notEvaluated }
}

/** A running total is taken once, under the law of `asOf`; what it asks of a record must need no other total. */
function foldable({ fact, formula }: Total, { at, firstPeriod }: PlannedRequirement, streamed: Scope): boolean {
  const inner = outerFormulas(below(formula), streamed)
  const otherLaw = at !== undefined || firstPeriod !== undefined
  return inner.totals.length === 0 && !inner.loose && !fact.usesPeriod && !(fact.varies && otherLaw)
}

/**
 * The formulas over streamed records from outside them that nodes depend on. `loose` if one stands inside another
 * formula, where no total can be kept for it.
 */
function outerFormulas(roots: readonly Node[], streamed: Scope): { totals: Total[]; loose: boolean } {
  const isOuter = (node: Node) =>
    node.kind === 'aggregate' && isWithin(node.over, streamed) && !isWithin(node.from, streamed)
  const totalOf = (node: Node): Total | undefined =>
    node.kind === 'fact' &&
    node.fact.kind === 'derived' &&
    node.fact.formula.kind === 'aggregate' &&
    isOuter(node.fact.formula)
      ? { fact: node.fact, formula: node.fact.formula }
      : undefined
  const nodes = [...everythingIn(roots, (node) => totalOf(node) === undefined)]
  return { totals: nodes.flatMap((node) => totalOf(node) ?? []), loose: nodes.some(isOuter) }
}
