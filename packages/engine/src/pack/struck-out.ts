import type { Ending, PlannedClause } from '../plan/document.ts'
import type { Standing } from './standing.ts'

/**
 * By which clauses that on which an exception rests was struck out before its requirement came to its end; undefined
 * where it was not, or where the requirement cites one of these clauses, so that somebody has read what it means.
 */
export function struckOutBy(
  { to, endings }: Standing,
  term: { readonly to: number },
  cited: ReadonlySet<PlannedClause>,
): readonly Ending[] | undefined {
  const ending = endings.filter(({ how }) => how === 'ends')
  if (to >= term.to || ending.length === 0 || ending.some(({ by }) => cited.has(by))) return undefined
  return ending
}
