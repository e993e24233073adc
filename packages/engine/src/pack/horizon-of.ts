import type { Horizon, PlannedClause } from '../plan/document.ts'
import { clausesOn } from './standing.ts'

/**
 * The days for which the documents plan that something rests on: to the latest last day of one of them, in the words of
 * the first that has it, and the days to which any was prolonged; no horizon where one of them plans without end. Where
 * later clauses continue those that it cites, or give it its last day, their documents prolong it.
 */
export function horizonOf(
  clauses: readonly PlannedClause[],
  givingLastDay: readonly PlannedClause[],
): Horizon | undefined {
  const documents = [...new Set(clauses.map(({ document }) => document))]
  const horizons = documents.flatMap(({ horizon }) => horizon ?? [])
  if (horizons.length === 0 || horizons.length < documents.length) return undefined
  const latest = horizons.reduce((last, next) => (next.day > last.day ? next : last))
  const isLater = ({ document }: PlannedClause) => documents.every((other) => document.from > other.from)
  const later = [
    ...clauses.flatMap((clause) => clausesOn(clause, Infinity).filter((last) => last !== clause)),
    ...givingLastDay.filter(isLater),
  ]
  const continued = later.map((by) => ({
    from: by.from,
    to: by.document.horizon ? by.document.horizon.day + 1 : Infinity,
    by,
  }))
  return { ...latest, prolonged: [...horizons.flatMap(({ prolonged }) => prolonged), ...continued] }
}
