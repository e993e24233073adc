import type { Horizon, PlannedClause } from '../plan/document.ts'
import { clausesOn } from './standing.ts'

/**
 * The last day for which the documents plan that something rests on: the latest, and none where one of them plans
 * without end. Where later clauses continue those that it cites, their documents prolong it.
 */
export function horizonOf(clauses: readonly PlannedClause[]): Horizon | undefined {
  const horizons = clauses.map(({ document }) => document.horizon)
  if (horizons.length === 0 || horizons.includes(undefined)) return undefined
  const latest = horizons.reduce((last, next) => (next!.day > last!.day ? next : last))!
  const continued = clauses.flatMap((clause) =>
    clausesOn(clause, Infinity).flatMap((last) =>
      last === clause
        ? []
        : [{ from: last.from, to: last.document.horizon ? last.document.horizon.day + 1 : Infinity, by: last }],
    ),
  )
  return continued.length === 0 ? latest : { ...latest, prolonged: [...latest.prolonged, ...continued] }
}
