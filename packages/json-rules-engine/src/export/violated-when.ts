import type { ConditionNode, PlannedRequirement } from '@tiaoli/engine'

/** The conditions that make a requirement `not_met` together, and whether each must hold or must not. */
export function violatedWhen(requirement: PlannedRequirement): { node: ConditionNode; holds: boolean }[] {
  const { inForce, applies, requires, unless, past } = requirement
  return [
    { node: inForce, holds: true },
    { node: applies, holds: true },
    { node: requires, holds: false },
    ...unless.map(({ when }) => ({ node: when, holds: false })),
    { node: past, holds: true },
  ].flatMap(({ node, holds }) => (node ? [{ node, holds }] : []))
}
