import {
  everythingIn,
  nodesOf,
  type DatedValue,
  type Plan,
  type PlannedParameter,
  type PlannedRequirement,
} from '@tiaoli/engine'

/** Every parameter that a requirement can depend on, through derived facts too. */
export function parametersOf(requirement: PlannedRequirement): PlannedParameter[] {
  const found = [...everythingIn(nodesOf(requirement))].flatMap((node) =>
    node.kind === 'parameter' ? [node.parameter] : [],
  )
  return [...new Set(found)].sort((a, b) => a.index - b.index)
}

/** The values of a parameter in the pack and in its profiles. */
export function valuesOf(plan: Plan, parameter: PlannedParameter): DatedValue[] {
  const inProfiles = [...plan.profiles.values()].flatMap(({ timelines }) => timelines.get(parameter)?.values ?? [])
  return [...parameter.entry.values, ...inProfiles]
}
