import type { Text } from '../text/text.ts'
import type { ChangeEntry, Clause, DocumentFile } from '../schema/document-schema.ts'

/** Days from the first to before the last, as numbers; infinite where open. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** The last day that a document plans for, what to say after it, and the later days to which it was prolonged. */
export interface Horizon {
  readonly day: number
  readonly entry: NonNullable<DocumentFile['horizon']>
  readonly prolonged: readonly Prolongation[]
}

/** Further days for which a document plans, and holds, and the clause that says so. */
export interface Prolongation extends Days {
  readonly by: PlannedClause
}

/** A document that a pack holds. */
export interface PlannedDocument extends Days {
  readonly id: string
  readonly pack: string
  readonly entry: DocumentFile
  readonly horizon: Horizon | undefined
  /** The further days to which it was prolonged. */
  readonly prolonged: readonly Prolongation[]
  /** How the whole document came to its end; none where it runs out by itself. */
  readonly endings: readonly Ending[]
}

/** What a clause did to an earlier clause, document or requirement. */
export type ChangeKind = ChangeEntry extends infer Entry
  ? Entry extends unknown
    ? Exclude<keyof Entry, 'from' | 'to' | 'reads'>
    : never
  : never

/** How something came to its end, by which clause, and the first day on which it no longer held. */
export interface Ending {
  readonly how: Exclude<ChangeKind, 'prolongs'>
  readonly day: number
  readonly by: PlannedClause
  /** What it reads from that day on, where the clause that changed it says only how. */
  readonly reads?: Text | undefined
  /** Whether the value of a parameter begins with the clause that changed it. */
  readonly setsValue?: boolean
}

/** A clause, the document it is of, and how long it holds. */
export interface PlannedClause extends Clause, Days {
  /** As it is cited in the pack: by its id, or by document and id. */
  readonly reference: string
  readonly document: PlannedDocument
  /** The whole sentence that it belongs to, and the other clauses of it. */
  readonly sentence: Text
  readonly besides: readonly PlannedClause[]
  /** Several where several clauses took its place together. */
  readonly endings: readonly Ending[]
  /** The clauses in whose place it is. */
  readonly succeeds: readonly PlannedClause[]
}

/** Whether a clause comes to its end with the term of its document, before any other clause ends it. */
export function hasLapsed({ to, endings }: Pick<PlannedClause, 'to' | 'endings'>): boolean {
  return to < Infinity && endings.every(({ day }) => day > to)
}

/** The last day for which a document plans, and the clause that prolonged it to that day, if one did. */
export function lastPlannedDay({ day, prolonged }: Horizon): { day: number; by: PlannedClause | undefined } {
  return prolonged.reduce<{ day: number; by: PlannedClause | undefined }>(
    (last, { to, by }) => (to - 1 > last.day ? { day: to - 1, by } : last),
    { day, by: undefined },
  )
}

/** Whether a document plans for a day. */
export function isPlannedFor({ day: last, prolonged }: Horizon, day: number): boolean {
  return day <= last || prolonged.some(({ from, to }) => day >= from && day < to)
}

/** Whether the document plans for a day and for every day from it to another. */
export function isPlannedThroughout(horizon: Horizon, from: number, to: number): boolean {
  const spans = [{ from: -Infinity, to: horizon.day + 1 }, ...horizon.prolonged]
  let next = from
  while (next <= to) {
    const ends = spans.flatMap((span) => (next >= span.from && next < span.to ? [span.to] : []))
    if (ends.length === 0) return false
    next = Math.max(...ends)
  }
  return true
}
