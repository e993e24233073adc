import type { Plan, PlannedProfile } from './plan.ts'
import type { TimelineEntry } from './timeline.ts'

/** The values of every parameter over time under a profile, or under none, by the parameter’s index. */
export function timelinesUnder(plan: Plan, profile: PlannedProfile | undefined): (readonly TimelineEntry[])[] {
  return [...plan.parameters.values()].map(
    (parameter) => profile?.timelines.get(parameter)?.timeline ?? parameter.timeline,
  )
}
