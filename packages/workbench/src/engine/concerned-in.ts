import { describeCondition, inOneLine } from '@tiaoli/authoring'
import type { Plan, PlannedRequirement } from '@tiaoli/engine/plan'
import type { Concerned } from './revision-calls.ts'

/** Requirements that concern the same records. */
interface Group extends Omit<Concerned, 'isUsual'> {
  /** What has to hold of a record, part by part. */
  readonly parts: ReadonlySet<string>
  count: number
}

/** Whom requirements concern, each in words once, with one that does: what is usual in its scope first, then that of most. */
export function concernedIn({ scopes, requirements }: Plan): Concerned[] {
  const groups = groupsOf(requirements)
  const usual = new Set([...scopes.keys()].map((scope) => usualIn(scope, groups, requirements)))
  return groups
    .sort((a, b) => Number(usual.has(b)) - Number(usual.has(a)) || b.count - a.count || lengthOf(a) - lengthOf(b))
    .map((group) => ({ like: group.like, scope: group.scope, label: group.label, isUsual: usual.has(group) }))
}

function groupsOf(requirements: readonly PlannedRequirement[]): Group[] {
  const groups = new Map<string, Group>()
  for (const requirement of requirements) {
    const { id, subject, applies } = requirement
    if (!applies) continue
    const label = inOneLine(describeCondition(applies))
    const key = `${subject.name} ${label.zh}`
    const group = groups.get(key) ?? { like: id, scope: subject.name, label, parts: partsOf(requirement), count: 0 }
    group.count++
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What more than half of the requirements of a scope ask of a record, whatever else they ask; the narrowest such. */
function usualIn(
  scope: string,
  groups: readonly Group[],
  requirements: readonly PlannedRequirement[],
): Group | undefined {
  const asked = requirements.filter(({ subject }) => subject.name === scope).map((one) => partsOf(one))
  if (asked.length < 2) return undefined
  const isUsual = ({ parts }: Group) =>
    asked.filter((one) => [...parts].every((part) => one.has(part))).length > asked.length / 2
  return groups
    .filter((group) => group.scope === scope && isUsual(group))
    .sort((a, b) => b.parts.size - a.parts.size)[0]
}

/** The conditions that all have to hold. */
function partsOf({ entry: { applies } }: PlannedRequirement): ReadonlySet<string> {
  if (!applies) return new Set()
  return new Set(('all' in applies ? applies.all : [applies]).map((part) => JSON.stringify(part)))
}

function lengthOf({ label }: Group): number {
  return label.zh.length
}
