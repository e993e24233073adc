import type { Ending, PlannedClause } from '../plan/document.ts'
import type { Text } from '../text/text.ts'

/** A clause that says something on a day, and what earlier clause reads so by it, where it says only how that changes. */
export interface SayingClause {
  readonly clause: PlannedClause
  readonly amended?: { readonly of: PlannedClause; readonly reads: Text } | undefined
}

/** Words of so many changes are quoted together; a clause that changes more is quoted itself. */
const TOGETHER = 3

/** What says on a day what a clause says: itself, or the clauses that continue it by then; of any day, itself. */
export function saying(clause: PlannedClause, day: number | undefined): SayingClause[] {
  return continuing(clause, day, []) ?? [{ clause, amended: ownWords(clause) }]
}

function continuing(
  clause: PlannedClause,
  day: number | undefined,
  above: readonly PlannedClause[],
): SayingClause[] | undefined {
  if (day === undefined) return undefined
  const goingOn = clause.endings.filter(
    (ending) => ending.how === 'continues' && day >= ending.day && !above.includes(ending.by),
  )
  if (goingOn.length === 0) return undefined
  return goingOn.flatMap(({ by, reads }): SayingClause[] => {
    const later = continuing(by, day, [...above, by])
    if (later) return later
    return [{ clause: by, amended: reads && { of: first(clause), reads } }]
  })
}

/** What the clauses read that a clause changes, where it says only how. */
function ownWords(clause: PlannedClause): SayingClause['amended'] {
  const changed = clause.succeeds.flatMap((of) => endingBy(of, clause).map((reads) => ({ of: first(of), reads })))
  const different = changed.filter(({ reads }, i) => changed.findIndex((other) => other.reads.zh === reads.zh) === i)
  const [only, ...others] = different
  if (!only || different.length > TOGETHER) return undefined
  if (others.length === 0) return only
  const joined = (language: 'zh' | 'en', between: string) => different.map(({ reads }) => reads[language]).join(between)
  return { of: only.of, reads: { zh: joined('zh', ''), en: joined('en', ' ') } }
}

function endingBy({ endings }: PlannedClause, by: PlannedClause): Text[] {
  return endings.flatMap((ending: Ending) => (ending.by === by && ending.reads ? [ending.reads] : []))
}

/** The clause of the document that was changed first. */
function first(clause: PlannedClause, above: readonly PlannedClause[] = []): PlannedClause {
  const before = clause.succeeds.find((other) => !above.includes(other) && endingBy(other, clause).length > 0)
  return before ? first(before, [...above, clause]) : clause
}
