import type { Text } from '@tiaoli/engine'
import { parseDay, textWithoutRecord, timelinesUnder, type Plan, type PlannedRequirement } from '@tiaoli/engine/plan'
import type { ChangedText } from './revision-calls.ts'

/** The words of requirements that read otherwise on a day, each pair once. */
export function changedTexts(before: Plan, after: Plan, profile: string | undefined, day: string): ChangedText[] {
  const earlier = new Map(
    before.requirements.map((requirement) => [requirement.id, textsOf(before, requirement, profile, day)]),
  )
  const changed = after.requirements.flatMap((requirement) => {
    const was = earlier.get(requirement.id) ?? new Map<string, Text>()
    return [...textsOf(after, requirement, profile, day)].flatMap(([part, text]) => {
      const old = was.get(part)
      return old && (old.zh !== text.zh || old.en !== text.en) ? [{ before: old, after: text }] : []
    })
  })
  return [...new Map(changed.map((pair) => [JSON.stringify(pair), pair])).values()]
}

function textsOf(
  plan: Plan,
  requirement: PlannedRequirement,
  profile: string | undefined,
  day: string,
): Map<string, Text> {
  const { title, problem, remedy, unless, notes } = requirement
  const showing = { timelines: timelinesUnder(plan, plan.profiles.get(profile ?? '')), asOf: parseDay(day)! }
  const templates = [
    ['title', title] as const,
    ['problem', problem] as const,
    ['remedy', remedy] as const,
    ...[...unless, ...notes].flatMap(({ entry: { id }, text, remedy: own }) => [
      [id, text] as const,
      [`${id}/remedy`, own] as const,
    ]),
  ]
  return new Map(
    templates.flatMap(([part, template]) =>
      template ? [[part, textWithoutRecord(plan, template, showing)] as const] : [],
    ),
  )
}
