import type { DatedValue, Plan, PlannedParameter } from '@tiaoli/engine/plan'

/** The values of a parameter in the pack and in its profiles. */
export function parameterValues(plan: Plan, parameter: PlannedParameter): DatedValue[] {
  const inProfiles = [...plan.profiles.values()].flatMap(({ timelines }) => timelines.get(parameter)?.values ?? [])
  return [...parameter.entry.values, ...inProfiles]
}
