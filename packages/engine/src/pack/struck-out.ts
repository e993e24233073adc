import type { PlannedClause } from '../plan/document.ts'
import type { EndOfGround } from '../plan/plan.ts'
import type { Standing } from './standing.ts'

/**
 * How that on which an exception rests was struck out, or ran out, before its requirement came to its end; undefined where
 * it did not, or where the requirement cites one of the clauses that ended it, so that somebody has read what it means.
 */
export function struckOutBy(
  { to, endings, lapsed }: Standing,
  term: { readonly to: number },
  cited: ReadonlySet<PlannedClause>,
): EndOfGround | undefined {
  if (to >= term.to || endings.some(({ by }) => cited.has(by))) return undefined
  const ending = endings.filter(({ how }) => how === 'ends')
  return ending.length + lapsed.length > 0 ? { day: to, endings: ending, lapsed } : undefined
}
