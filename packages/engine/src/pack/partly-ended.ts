import type { Ending, PlannedClause } from '../plan/document.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'
import { clausesOf, type Citable } from './resolve-citations.ts'
import { standingOf } from './standing.ts'

/** From when on a requirement has only part of its ground, and by what. */
interface PartlyEnded {
  readonly day: number
  readonly endings: readonly Ending[]
}

/**
 * The first day from which part of what a requirement rests on holds no longer: one of its own clauses; or, as long as
 * nothing of it cites the clause that says something else in their place, one on which an exception rests, or one of the
 * sentence that gives it a last day. The clauses that give it another last day are cited by that.
 */
export function partlyEndedBy(
  clauses: readonly PlannedClause[],
  entry: RequirementEntry,
  citable: Citable,
  givingLastDay: readonly PlannedClause[],
): PartlyEnded {
  const { due, unless = [] } = entry
  const { firstEnd, firstEndings } = standingOf(clauses)
  const cited = new Set([...citedBy(entry, citable), ...givingLastDay])
  const excepting = unless.flatMap((exception) => clausesOf(exception, citable))
  const beside = due === undefined ? [] : clauses.flatMap(({ besides }) => besides)
  const replaced = [...excepting, ...beside]
    .flatMap(({ endings }) => endings)
    .filter(({ how, by }) => how === 'replaces' && !cited.has(by))
  const day = Math.min(firstEnd, ...replaced.map((ending) => ending.day))
  const endings = [...(day === firstEnd ? firstEndings : []), ...replaced.filter((ending) => ending.day === day)]
  return { day, endings: [...new Set(endings)] }
}

/** All clauses that a requirement cites, in its exceptions and notes too. */
export function citedBy(entry: RequirementEntry, citable: Citable): ReadonlySet<PlannedClause> {
  const { unless = [], notes = [] } = entry
  return new Set([entry, ...unless, ...notes].flatMap((part) => clausesOf(part, citable)))
}
