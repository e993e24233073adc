import { hasLapsed, type Ending, type PlannedClause } from '../plan/document.ts'

/** How long the clauses that something cites hold. */
export interface Standing {
  /** The first day on which any of them holds. */
  readonly from: number
  /** The first day on which none holds any more. */
  readonly to: number
  /** The first day on which one of them holds no longer, though others may. */
  readonly firstEnd: number
  /** How those ended that held longest, and how those that ended first: no endings where a document has just run out. */
  readonly endings: readonly Ending[]
  readonly firstEndings: readonly Ending[]
  /** Those of the ones that held longest that ran out with their documents. */
  readonly lapsed: readonly PlannedClause[]
}

const ALWAYS: Standing = {
  from: -Infinity,
  to: Infinity,
  firstEnd: Infinity,
  endings: [],
  firstEndings: [],
  lapsed: [],
}

/** What rests on no clause holds always. A clause that another continues holds as long as that does. */
export function standingOf(clauses: readonly PlannedClause[]): Standing {
  if (clauses.length === 0) return ALWAYS
  const ends = clauses.map((clause) => endOf(clause))
  const [first, last] = [endOn(Math.min(...daysOf(ends)), ends), endOn(Math.max(...daysOf(ends)), ends)]
  return {
    from: Math.min(...clauses.map(({ from }) => from)),
    to: last.day,
    firstEnd: first.day,
    endings: last.endings,
    firstEndings: first.endings,
    lapsed: last.lapsed,
  }
}

interface End {
  readonly day: number
  readonly endings: readonly Ending[]
  readonly lapsed: readonly PlannedClause[]
}

function endOf(clause: PlannedClause, above: readonly PlannedClause[] = []): End {
  const { to, endings } = clause
  const continuing = endings.filter(({ how, by }) => how === 'continues' && !above.includes(by))
  if (continuing.length === 0) {
    const lapsed = hasLapsed(clause)
    return { day: to, endings: lapsed ? [] : endings, lapsed: lapsed ? [clause] : [] }
  }
  const ends = continuing.map(({ by }) => endOf(by, [...above, by]))
  return endOn(Math.max(...daysOf(ends)), ends)
}

function daysOf(ends: readonly End[]): number[] {
  return ends.map(({ day }) => day)
}

/** All by which something came to its end on a day. */
function endOn(day: number, ends: readonly End[]): End {
  const last = ends.filter((end) => end.day === day)
  return {
    day,
    endings: [...new Set(last.flatMap(({ endings }) => endings))],
    lapsed: [...new Set(last.flatMap(({ lapsed }) => lapsed))],
  }
}
