import { hasLapsed, type Ending, type PlannedClause, type PlannedDocument, type Prolongation } from './document.ts'
import type { Plan, PlannedRequirement } from './plan.ts'

/** From which day on a clause is repealed with its document, or by one that names that; by none where the document ran out. */
export interface Repeal {
  readonly day: number
  readonly endings: readonly Ending[]
}

type Changed =
  | { readonly kind: 'clause'; readonly of: PlannedClause }
  | { readonly kind: 'document'; readonly of: PlannedDocument }
  | { readonly kind: 'requirement'; readonly of: PlannedRequirement }

/**
 * Something that a clause had changed before it was repealed itself. Whether that comes back nobody has said: it does not,
 * and nothing stands in its place.
 */
export type RepealedChange = Changed & {
  readonly change: Ending | Prolongation
  readonly repeal: Repeal
}

/**
 * How a clause was repealed with its document, or ran out with it. What stands in its place is no repeal, and a later
 * order on the words that it gave, which does not name its document, is an order on the document that these are of.
 */
export function repealOf(clause: PlannedClause): Repeal | undefined {
  const { to, endings, document } = clause
  if (hasLapsed(clause)) return { day: to, endings: [] }
  const isRepeal = (ending: Ending) =>
    ending.how === 'ends' && (document.endings.includes(ending) || isNamedIn(document, ending.by))
  return endings.length > 0 && endings.every(isRepeal) ? { day: to, endings } : undefined
}

function isNamedIn({ entry: { title, number } }: PlannedDocument, { text }: PlannedClause): boolean {
  return text.zh.includes(title.zh) || text.en.includes(title.en) || (number !== undefined && text.zh.includes(number))
}

/** What clauses had changed that are repealed or have run out, in the order of the pack. */
export function repealedChanges({ documents, clauses, requirements }: Plan): RepealedChange[] {
  const known = new Set<Ending>()
  const ofDocuments = [...documents.values()].flatMap((of): RepealedChange[] => {
    for (const ending of of.endings) known.add(ending)
    const others = of.endings.filter(({ by }) => by.document !== of)
    const prolonging = of.prolonged.filter(({ by, to }) => by.document !== of && (repealOf(by)?.day ?? Infinity) < to)
    return [
      ...repealedAltogether({ kind: 'document', of }, others),
      ...prolonging.flatMap((days) => repealedAltogether({ kind: 'document', of }, [days])),
    ]
  })
  const ofClauses = [...clauses.values()].flatMap((of): RepealedChange[] => {
    for (const ending of of.endings) known.add(ending)
    const own = of.endings.filter((ending) => !of.document.endings.includes(ending))
    return repealedAltogether({ kind: 'clause', of }, own).filter(({ repeal }) => of.document.to > repeal.day)
  })
  const ofRequirements = requirements.flatMap((of) =>
    repealedAltogether(
      { kind: 'requirement', of },
      of.ended.endings.filter((ending) => !known.has(ending)),
    ),
  )
  return [...ofDocuments, ...ofClauses, ...ofRequirements]
}

/** Of what several clauses changed together, as long as one of them holds, something stands in its place. */
function repealedAltogether(changed: Changed, changes: readonly (Ending | Prolongation)[]): RepealedChange[] {
  const repealed = changes.flatMap((change): RepealedChange[] => {
    const repeal = repealOf(change.by)
    return repeal ? [{ ...changed, change, repeal }] : []
  })
  return repealed.length === changes.length ? repealed : []
}
