import { OUTCOMES, type ConditionNode, type PlannedRequirement } from '@tiaoli/engine/plan'
import { pathTo } from '@tiaoli/engine/runtime'

/** The conditions that make a requirement `not_met` together, and whether each must hold or must not. */
export function violatedWhen({ decision }: PlannedRequirement): { node: ConditionNode; holds: boolean }[] {
  const path = pathTo(OUTCOMES.not_met, decision) ?? []
  return path.map(({ step, truth }) => ({ node: step.condition, holds: truth }))
}
