import type { ConditionNode, PlannedException, PlannedRequirement } from '@tiaoli/engine/plan'
import { pathTo } from '@tiaoli/engine/runtime'
import { TruthTable } from '../logic/truth-table.ts'
import type { Work } from '../logic/work.ts'
import { lint } from '../lint.ts'

/** Requirements that everybody or nobody meets to whom they apply, and exceptions that can never be reached. */
export const alwaysOrNeverMet = lint(
  { 'always-met': 'warning', 'never-met': 'warning', 'unreachable-exception': 'warning' },
  function* ({ plan, places, work }) {
    for (const requirement of plan.requirements) {
      const { id, requires, unless } = requirement
      if (requirement.pack !== plan.pack.id || !requires) continue
      const concerned = concernedBy(requirement)
      const outcome = outcomeOf(concerned, requires, work)
      if (outcome) yield { code: outcome, about: id, place: places.condition(requires)!, message: SENTENCES[outcome] }
      else
        for (const exception of unreachable(requirement, concerned, requires, work))
          yield {
            code: 'unreachable-exception',
            about: id,
            place: places.within('requirement', id, 'unless', unless.indexOf(exception), 'id'),
            message: {
              zh: `例外“${exception.entry.id}”用不到：凡不符合要求时，它都不成立，或已由前面的例外决定。请改正其条件或次序，或删去。`,
              en: `The exception "${exception.entry.id}" is never reached: where the requirement is not met, it fails or an earlier one decides. Correct its condition or its place, or remove it.`,
            },
          }
    }
  },
)

/** What has to hold for `requires` to be asked, on days on which the requirement is in force. */
function concernedBy({ decision, steps }: PlannedRequirement): ConditionNode[] {
  const asked = steps.find(({ part }) => part === 'requires')
  const before = (asked && pathTo(asked, decision)) ?? []
  return before.flatMap(({ step, truth }) => (truth && step.part !== 'inForce' ? [step.condition] : []))
}

function outcomeOf(
  concerned: readonly ConditionNode[],
  requires: ConditionNode,
  work: Work,
): 'always-met' | 'never-met' | undefined {
  const worlds = TruthTable.of([...concerned, requires], work)
  // A condition that is constant by itself is reported by another lint.
  if (
    !worlds ||
    concerned.some((applies) => worlds.never(applies)) ||
    worlds.always(requires) ||
    worlds.never(requires)
  )
    return undefined
  if (worlds.implies(concerned, requires)) return 'always-met'
  return worlds.rowsWhere([...concerned, requires]) === 'none' ? 'never-met' : undefined
}

function unreachable(
  { decision, steps }: PlannedRequirement,
  concerned: readonly ConditionNode[],
  requires: ConditionNode,
  work: Work,
): PlannedException[] {
  return steps.flatMap((step) => {
    const { exception, condition } = step
    if (!exception) return []
    work.spend(steps.length)
    const failed = (pathTo(step, decision) ?? []).filter(({ truth }) => !truth).map((before) => before.step.condition)
    return isNever(concerned, failed, condition, work) || isNever(concerned, [requires], condition, work)
      ? [exception]
      : []
  })
}

/** Whether a condition that can hold by itself never does where these hold and those fail. */
function isNever(
  hold: readonly ConditionNode[],
  fail: readonly ConditionNode[],
  condition: ConditionNode,
  work: Work,
): boolean {
  const worlds = TruthTable.of([...hold, ...fail, condition], work)
  if (!worlds || worlds.never(condition) || worlds.rowsWhere(hold) === 'none') return false
  return worlds.rowsWhere([...hold, condition], fail) === 'none'
}

const SENTENCES = {
  'always-met': {
    zh: '凡适用此要求的都必然符合，它起不到作用。请改正 applies 或 requires，或删去。',
    en: 'Every subject to which this applies meets it, so it decides nothing. Correct applies or requires, or remove it.',
  },
  'never-met': {
    zh: '凡适用此要求的都不可能符合。请改正 applies 或 requires。',
    en: 'Nobody to whom this applies can ever meet it. Correct applies or requires.',
  },
}
