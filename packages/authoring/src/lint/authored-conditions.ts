import { below, type ConditionNode, type Expression, type Node } from '@tiaoli/engine'
import type { LintContext } from './lint.ts'

/** A condition that an author wrote, and what it belongs to. */
export interface AuthoredCondition {
  about: string
  condition: ConditionNode
}

/** Every whole condition in the files of the pack itself. */
export function authoredConditions({ plan }: LintContext): AuthoredCondition[] {
  const own = <T extends { pack: string }>(items: Iterable<T>) => [...items].filter(({ pack }) => pack === plan.pack.id)
  return [
    ...own(plan.requirements).flatMap(({ id, applies, requires, unless, notes, figures, due, achievedOn, at }) =>
      [
        applies,
        requires,
        ...unless.map(({ when }) => when),
        ...notes.map(({ when }) => when),
        ...[due, achievedOn, at, ...figures.map(({ expression }) => expression)].flatMap((part) =>
          part ? conditionsIn(part) : [],
        ),
      ].flatMap((condition) => (condition ? [{ about: id, condition }] : [])),
    ),
    ...own(plan.facts.values()).flatMap((fact) =>
      fact.kind === 'derived' ? conditionsIn(fact.formula).map((condition) => ({ about: fact.name, condition })) : [],
    ),
    ...plan.checks.flatMap((check) => ('holds' in check ? [{ about: check.entry.id, condition: check.holds }] : [])),
  ]
}

/** The whole conditions inside a formula; a fact that it names is not opened. */
function conditionsIn(expression: Expression): ConditionNode[] {
  return below(expression).flatMap((node) => (isCondition(node) ? [node] : conditionsIn(node)))
}

function isCondition(node: Node): node is ConditionNode {
  return node.kind === 'all' || node.kind === 'any' || node.kind === 'not' || node.kind === 'leaf'
}
