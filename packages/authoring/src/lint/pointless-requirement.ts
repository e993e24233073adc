import { groupedBy, canonicalJson, type PlannedRequirement } from '@tiaoli/engine/plan'
import { TruthTable } from '../logic/truth-table.ts'
import type { Work } from '../logic/work.ts'
import { lint } from '../lint.ts'

/** Requirements that ask nothing beyond what another asks of the same subjects at the same time. */
export const pointlessRequirement = lint({ 'pointless-requirement': 'warning' }, function* ({ plan, places, work }) {
  const pointless = new Set<PlannedRequirement>()
  for (const alike of groupedBy(plan.requirements, comparisonKey).values())
    // The later of two that ask the same is the one to go.
    for (const requirement of [...alike].reverse()) {
      const other = alike.find(
        (item) => item !== requirement && !pointless.has(item) && asksNoMore(requirement, item, work),
      )
      if (!other) continue
      pointless.add(requirement)
      if (requirement.pack !== plan.pack.id) continue
      yield {
        code: 'pointless-requirement',
        about: requirement.id,
        place: places.named('requirement', requirement.id),
        message: {
          zh: `凡符合“${other.id}”的必然符合此要求，适用范围也不更大。请删去，或改正其条件。`,
          en: `Every subject that meets "${other.id}" meets this too, and it applies to no other. Remove it or correct its conditions.`,
        },
      }
    }
})

/**
 * Everything but the conditions and what is only shown: who bears the duty, for which clauses, when and with which
 * exceptions. Two requirements can only replace each other where it is the same.
 */
function comparisonKey({ id, requires, entry }: PlannedRequirement): string {
  if (!requires) return id
  const same = Object.entries(entry).filter(([key]) => !IGNORED_KEYS.has(key))
  return canonicalJson({ ...Object.fromEntries(same), clauses: [...(entry.clauses ?? [])].sort() })
}

/** The conditions, which are compared by themselves, and what is only shown. */
const IGNORED_KEYS = new Set([
  'id',
  'applies',
  'requires',
  'title',
  'notes',
  'figures',
  'problem',
  'remedy',
  'laterRules',
])

function asksNoMore(requirement: PlannedRequirement, other: PlannedRequirement, work: Work): boolean {
  const own = requirement.applies ? [requirement.applies] : []
  const theirs = other.applies ? [other.applies] : []
  if (!requirement.requires || !other.requires) return false
  const worlds = TruthTable.of([...own, ...theirs, requirement.requires, other.requires], work)
  if (!worlds || worlds.rowsWhere(own) === 'none') return false
  return (
    theirs.every((applies) => worlds.implies(own, applies)) &&
    worlds.implies([...own, other.requires], requirement.requires)
  )
}
