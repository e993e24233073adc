import type { Ending, PlannedClause } from '../plan/document.ts'

/** How long the clauses that something cites hold. */
export interface Standing {
  /** The first day on which any of them holds. */
  readonly from: number
  /** The first day on which none holds any more. */
  readonly to: number
  /** The first day on which one of them holds no longer, though others may. */
  readonly firstEnd: number
  /** How the last of them ended, and how the first: no endings where its document has just run out. */
  readonly endings: readonly Ending[]
  readonly firstEndings: readonly Ending[]
}

const ALWAYS: Standing = { from: -Infinity, to: Infinity, firstEnd: Infinity, endings: [], firstEndings: [] }

/** What rests on no clause holds always. A clause that another continues holds as long as that does. */
export function standingOf(clauses: readonly PlannedClause[]): Standing {
  if (clauses.length === 0) return ALWAYS
  const ends = clauses.map((clause) => endOf(clause)).sort((a, b) => a.day - b.day)
  const [first, last] = [ends[0]!, ends.at(-1)!]
  return {
    from: Math.min(...clauses.map(({ from }) => from)),
    to: last.day,
    firstEnd: first.day,
    endings: last.endings,
    firstEndings: first.endings,
  }
}

interface End {
  readonly day: number
  readonly endings: readonly Ending[]
}

function endOf({ to, endings }: PlannedClause, above: readonly PlannedClause[] = []): End {
  const continuing = endings.filter(({ how, by }) => how === 'continues' && !above.includes(by))
  if (continuing.length === 0) return { day: to, endings }
  const ends = continuing.map(({ by }) => endOf(by, [...above, by]))
  return ends.reduce((last, end) => (end.day > last.day ? end : last))
}

/** The clauses that say on a day what a clause says: itself, or those that continue it by then. */
export function clausesOn(clause: PlannedClause, day: number, above: readonly PlannedClause[] = []): PlannedClause[] {
  const continuing = clause.endings.filter(
    ({ how, by, day: from }) => how === 'continues' && day >= from && !above.includes(by),
  )
  if (continuing.length === 0) return [clause]
  return continuing.flatMap(({ by }) => clausesOn(by, day, [...above, by]))
}
