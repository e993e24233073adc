import type { Horizon, PlannedClause } from '../plan/document.ts'
import { clausesOn } from './standing.ts'

/**
 * The days for which the documents plan that something rests on: to the latest last day of one of them, in the words of
 * the first that has it, and the days to which any was prolonged; no horizon where one of them plans without end. Where
 * later clauses continue those that it cites, their documents prolong it.
 */
export function horizonOf(clauses: readonly PlannedClause[]): Horizon | undefined {
  const documents = [...new Set(clauses.map(({ document }) => document))]
  const horizons = documents.flatMap(({ horizon }) => horizon ?? [])
  if (horizons.length === 0 || horizons.length < documents.length) return undefined
  const latest = horizons.reduce((last, next) => (next.day > last.day ? next : last))
  const continued = clauses.flatMap((clause) =>
    clausesOn(clause, Infinity).flatMap((last) =>
      last === clause
        ? []
        : [{ from: last.from, to: last.document.horizon ? last.document.horizon.day + 1 : Infinity, by: last }],
    ),
  )
  return { ...latest, prolonged: [...horizons.flatMap(({ prolonged }) => prolonged), ...continued] }
}
