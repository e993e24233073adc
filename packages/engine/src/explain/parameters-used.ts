import type { EvaluationContext, Session } from '../plan/evaluation-context.ts'
import { entryAt } from '../plan/timeline.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { ParameterUse } from '../report/report.ts'
import { cite } from './cite.ts'
import { deepFreeze } from './memo/deep-freeze.ts'
import { show } from './show.ts'

const used = new WeakMap<Session, Map<PlannedRequirement, Map<number | undefined, ParameterUse[]>>>()

/**
 * The values in use on the governing day, each with where it comes from. Those without a value are left out.
 * Made once for each requirement and day: findings share them.
 */
export function parametersUsed(
  plan: Plan,
  requirement: PlannedRequirement,
  { session, at }: EvaluationContext,
  profile: string | undefined,
): ParameterUse[] {
  const day = typeof at === 'number' ? at : undefined
  let byRequirement = used.get(session)
  if (!byRequirement) used.set(session, (byRequirement = new Map()))
  let byDay = byRequirement.get(requirement)
  if (!byDay) byRequirement.set(requirement, (byDay = new Map()))
  let uses = byDay.get(day)
  if (!uses) byDay.set(day, (uses = deepFreeze(usesOn(plan, requirement, day, session, profile))))
  return uses
}

function usesOn(
  plan: Plan,
  requirement: PlannedRequirement,
  day: number | undefined,
  session: Session,
  profile: string | undefined,
): ParameterUse[] {
  return requirement.parameters.flatMap((parameter): ParameterUse[] => {
    const entry = day === undefined ? undefined : entryAt(session.timelines[parameter.index]!, day)
    if (!entry) return []
    const byProfile = profile === undefined ? undefined : plan.profiles.get(profile)?.timelines.get(parameter)
    const source = entry.source < 0 ? 'request' : byProfile ? 'profile' : 'pack'
    const cited = source === 'request' ? undefined : (byProfile?.values ?? parameter.entry.values)[entry.source]
    return [
      {
        parameter: parameter.name.replace('parameters.', ''),
        label: parameter.label,
        value: show(parameter.type, entry.value) ?? null,
        source,
        assumed: cited?.assumption !== undefined,
        citations: cited ? cite(plan, cited, day) : [],
      },
    ]
  })
}
