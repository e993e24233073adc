import { partsOf, nodesOf, type ConditionNode, type Expression, type Node } from '@tiaoli/engine/plan'
import type { LintContext } from '../lint.ts'

/** A condition that an author wrote, and what it belongs to. */
export interface AuthoredCondition {
  about: string
  condition: ConditionNode
}

/** Every whole condition in the files of the pack itself. */
export function authoredConditions({ plan, places }: LintContext): AuthoredCondition[] {
  const own = <T extends { pack: string }>(items: Iterable<T>) => [...items].filter(({ pack }) => pack === plan.pack.id)
  const sites = [
    ...own(plan.requirements).flatMap((requirement) =>
      nodesOf(requirement)
        .flatMap((node) => (isCondition(node) ? [node] : conditionsIn(node)))
        .map((condition) => ({ about: requirement.id, condition })),
    ),
    ...own(plan.facts.values()).flatMap((fact) =>
      fact.kind === 'derived' ? conditionsIn(fact.formula).map((condition) => ({ about: fact.name, condition })) : [],
    ),
    ...plan.checks.flatMap((check) => ('holds' in check ? [{ about: check.entry.id, condition: check.holds }] : [])),
  ]
  // The engine makes conditions too, such as that of `effective`.
  return sites.filter(({ condition }) => places.condition(condition))
}

/** The whole conditions inside a formula; a fact that it names is not opened. */
function conditionsIn(expression: Expression): ConditionNode[] {
  return partsOf(expression).flatMap((node) => (isCondition(node) ? [node] : conditionsIn(node)))
}

function isCondition(node: Node): node is ConditionNode {
  return node.kind === 'all' || node.kind === 'any' || node.kind === 'not' || node.kind === 'leaf'
}
