import type { Session, Frame } from '../evaluate/frame.ts'
import { entryAt } from '../evaluate/timeline.ts'
import type { ConditionNode, Expression } from '../model/expression.ts'
import type { Plan, PlannedParameter, PlannedRequirement } from '../model/plan.ts'
import type { ParameterUse } from '../report.ts'
import { cite } from './cite.ts'
import { show } from './show.ts'

const known = new WeakMap<PlannedRequirement, readonly PlannedParameter[]>()

/** Every parameter a requirement can depend on, through derived facts too; found once per requirement. */
export function parametersOf(requirement: PlannedRequirement): readonly PlannedParameter[] {
  const before = known.get(requirement)
  if (before) return before
  const found = new Set<PlannedParameter>()
  const seen = new Set<object>()
  const expression = (item: Expression | undefined): void => {
    if (!item || seen.has(item)) return
    seen.add(item)
    switch (item.kind) {
      case 'parameter':
        found.add(item.parameter)
        break
      case 'fact':
        if (item.fact.kind === 'derived') expression(item.fact.formula)
        break
      case 'when':
        condition(item.condition)
        break
      case 'aggregate':
        for (const part of [item.where, item.holds]) condition(part)
        expression(item.of)
        break
      case 'arithmetic':
        item.operands.forEach(expression)
        break
      default:
    }
  }
  const condition = (node: ConditionNode | undefined): void => {
    if (!node) return
    if (node.kind === 'not') return condition(node.child)
    if (node.kind !== 'leaf') return node.children.forEach(condition)
    expression(node.left)
    if (node.right.kind !== 'list') expression(node.right)
  }
  const { inForce, applies, requires, at, due, achievedOn, unless, figures, notes } = requirement
  for (const node of [inForce, applies, requires]) condition(node)
  for (const item of [at, due, achievedOn]) expression(item)
  for (const { when, on } of unless) {
    condition(when)
    expression(on)
  }
  for (const figure of figures) expression(figure.expression)
  for (const { when } of notes) condition(when)
  const list = [...found]
  known.set(requirement, list)
  return list
}

const used = new WeakMap<Session, Map<PlannedRequirement, Map<number | undefined, ParameterUse[]>>>()

/**
 * The values in use on the governing day, each with where it comes from. Those without a value are left out.
 * Made once for each requirement and day: findings share them.
 */
export function parametersUsed(
  plan: Plan,
  requirement: PlannedRequirement,
  { session, at }: Frame,
  profile: string | undefined,
): ParameterUse[] {
  const day = typeof at === 'number' ? at : undefined
  let byRequirement = used.get(session)
  if (!byRequirement) used.set(session, (byRequirement = new Map()))
  let byDay = byRequirement.get(requirement)
  if (!byDay) byRequirement.set(requirement, (byDay = new Map()))
  let uses = byDay.get(day)
  if (!uses) byDay.set(day, (uses = usesOn(plan, requirement, day, session, profile)))
  return uses
}

function usesOn(
  plan: Plan,
  requirement: PlannedRequirement,
  day: number | undefined,
  session: Session,
  profile: string | undefined,
): ParameterUse[] {
  return parametersOf(requirement).flatMap((parameter): ParameterUse[] => {
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
