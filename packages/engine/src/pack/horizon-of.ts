import type { Ending, Horizon, PlannedClause, Prolongation } from '../plan/document.ts'
import { endsWithPlan } from '../plan/ends-with-plan.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'

/**
 * The days for which the documents plan that a requirement rests on: to the latest last day of one of them, in the words
 * of the first that has it, and the days to which any was prolonged; no horizon where one of them plans without end. Where
 * later clauses continue those that it cites, or give it its last day, their documents prolong it.
 */
export function horizonOf(
  entry: RequirementEntry,
  clauses: readonly PlannedClause[],
  givingLastDay: readonly PlannedClause[],
): Horizon | undefined {
  const documents = [...new Set(clauses.map(({ document }) => document))]
  const horizons = documents.flatMap(({ horizon }) => horizon ?? [])
  if (horizons.length === 0 || horizons.length < documents.length) return undefined
  const latest = horizons.reduce((last, next) => (next.day > last.day ? next : last))
  const isLater = ({ document }: PlannedClause) => documents.every((other) => document.from > other.from)
  const plansAnew = endsWithPlan(entry) ? saysDuty : () => true
  const later = [
    ...clauses.flatMap((clause) => continuingIn(clause, plansAnew)),
    ...givingLastDay.filter(isLater).map((by) => ({ from: by.from, by })),
  ]
  const planned = later.flatMap((planning) => daysPlannedBy(planning, plansAnew))
  return { ...latest, prolonged: [...horizons.flatMap(({ prolonged }) => prolonged), ...planned] }
}

/**
 * Whether a clause that continues another says the duty itself, or another number of it. One that only says how the words
 * change, such as the new name of a body, leaves it to the years for which it was planned.
 */
function saysDuty({ reads, setsValue }: Ending): boolean {
  return reads === undefined || setsValue === true
}

type PlansAnew = (ending: Ending) => boolean

/** A clause whose document plans for a duty, and from when on. */
type Planning = Pick<Prolongation, 'from' | 'by'>

/** The clauses that continue a clause one after another, as far as their documents plan for it anew. */
function continuingIn(
  { endings }: PlannedClause,
  plansAnew: PlansAnew,
  above: readonly PlannedClause[] = [],
): Planning[] {
  return endings.flatMap((ending) => {
    const { how, by, day } = ending
    if (how !== 'continues' || above.includes(by)) return []
    return [...(plansAnew(ending) ? [{ from: day, by }] : []), ...continuingIn(by, plansAnew, [...above, by])]
  })
}

/** The days for which the document of a clause plans, to the day on which another continues the clause. */
function daysPlannedBy({ from, by }: Planning, plansAnew: PlansAnew): Prolongation[] {
  const { document, endings } = by
  const { horizon } = document
  const next = endings.filter((ending) => ending.how === 'continues' && plansAnew(ending)).map(({ day }) => day)
  const end = Math.min(Infinity, ...next)
  const own = { from, to: horizon ? horizon.day + 1 : Infinity, by }
  return [own, ...(horizon?.prolonged ?? [])]
    .map((days) => ({ ...days, to: Math.min(days.to, end) }))
    .filter((days) => days.from < days.to)
}
