import { group, leaf } from '../formula/condition-nodes.ts'
import { constant, factOf } from '../formula/operand-expressions.ts'
import { boundsOf, type Bound } from '../plan/bounds.ts'
import type { ConditionNode, Expression } from '../plan/expression.ts'
import type { Given } from '../plan/fact.ts'
import type { ConstraintRule, ConstraintRules, Plan } from '../plan/plan.ts'
import { isWithin } from '../plan/scope.ts'
import { everythingIn } from '../plan/walk.ts'

type Constrained = Pick<ConstraintRule, 'scope' | 'node' | 'check'>

/** Checks and bounds, with the facts and scopes that each reads. */
export function constraintRules(plan: Pick<Plan, 'checks' | 'facts'>): ConstraintRules {
  const all = [...checksOf(plan), ...boundsIn(plan)].map(ruleOf)
  const byFact = new Map<Given, ConstraintRule[]>()
  for (const rule of all)
    for (const fact of factsReadBy(rule)) {
      const rules = byFact.get(fact)
      if (rules) rules.push(rule)
      else byFact.set(fact, [rule])
    }
  return { all, byFact }
}

function ruleOf({ scope, node, check }: Constrained): ConstraintRule {
  const nodes = [...everythingIn([node])]
  const roams = nodes.some(
    (part) =>
      (part.kind === 'fact' && part.route.steps.some(({ kind }) => kind !== 'up')) ||
      (part.kind === 'aggregate' && !isWithin(part.over, part.from)),
  )
  const over = nodes.flatMap((part) => (part.kind === 'aggregate' ? [part.over] : []))
  return { scope, node, check, roams, looksAt: new Set([scope, ...over]) }
}

function factsReadBy({ node }: Constrained): ReadonlySet<Given> {
  const parts = [...everythingIn([node])]
  return new Set(parts.flatMap((part) => (part.kind === 'fact' && part.fact.kind === 'given' ? [part.fact] : [])))
}

function checksOf({ checks }: Pick<Plan, 'checks'>): Constrained[] {
  return checks.flatMap((check) => ('holds' in check ? [{ scope: check.scope, node: check.holds, check }] : []))
}

function boundsIn({ facts }: Pick<Plan, 'facts'>): Constrained[] {
  return [...facts.values()]
    .flatMap((fact) => (fact.kind === 'given' ? boundsOf(fact) : []))
    .map((bound) => ({ scope: bound.fact.scope, node: boundNode(bound), check: undefined }))
}

/** A bound applies only where both the value and the limit exist. */
function boundNode({ fact, operator, bound }: Bound): ConditionNode {
  const own = factOf(fact, { steps: [], follow: (record) => record })
  const isNull = (side: Expression) => leaf(side, 'equal', constant(side.type, null), fact)
  return group('any', [isNull(own), isNull(bound), leaf(own, operator, bound, fact)])
}
