import type { Text } from '@tiaoli/engine'
import {
  asWritten,
  parseDay,
  shownPlace,
  type Plan,
  type PlannedClause,
  type PlannedDocument,
} from '@tiaoli/engine/plan'
import { DocumentNames, namesOfDocument } from './document-names.ts'
import { noticeSentences } from './notice-sentences.ts'
import { PlaceReader } from './place-reader.ts'
import { restoring } from './restoring.ts'

const RESTORES =
  /恢复(?:原[^，。；]{0,6})?(?:执行|施行|实施|适用|效力|有效)|\b(?:reinstat\w+|reviv\w+|restor\w+|(?:is|are|shall be) again (?:carried out|in force))\b/iu

/** A clause that had been ended or replaced and that a new text puts into force again. */
export interface RestoredClause {
  /** Where the sentence begins that says so. */
  readonly at: number
  readonly clause: string
  readonly place: Text
  readonly text: Text
  /** The clause that had changed it, in whose place the new one stands. */
  readonly by: string
  /** What to write, in JSON, on the clause that says so. */
  readonly restoring: string
}

/**
 * The earlier clauses that a new text says are carried out again: those whose words it quotes, or else those at the place
 * that it names. Only where a clause had changed nothing else is it plain what stands in its place.
 */
export function restoredClauses(plan: Plan, amended: PlannedDocument, text: string, from: string): RestoredClause[] {
  const day = parseDay(from) ?? Infinity
  const all = [...plan.clauses.values()]
  const gone = all.flatMap((clause) => {
    const [ending] = clause.endings
    const isOf = clause.document === amended || ending?.by.document === amended
    return ending &&
      isOf &&
      ending.how !== 'continues' &&
      ending.day <= day &&
      !clause.document.endings.includes(ending)
      ? [{ clause, by: ending.by }]
      : []
  })
  if (gone.length === 0) return []
  const called = new DocumentNames(
    [...new Set(gone.map(({ clause }) => clause.document))].flatMap(namesOfDocument),
    text,
  )
  const places = new PlaceReader(gone.map(({ clause }) => ({ words: clause.text.zh, place: clause.place })))
  return noticeSentences(text, called).flatMap(({ at, text: said, quotes, outside }) => {
    if (!RESTORES.test(said)) return []
    const there = places.read(outside).flatMap(({ clauses }) => clauses.flatMap((i) => gone[i] ?? []))
    const quoted = (there.length > 0 ? there : gone).filter(({ clause }) =>
      quotes.some(({ words }) => isSaid(clause, words)),
    )
    return (quoted.length > 0 ? quoted : quotes.length > 0 ? [] : there).map(({ clause, by }) => ({
      at,
      clause: clause.reference,
      place: shownPlace(clause),
      text: clause.text,
      by: by.reference,
      restoring: restoring(by.reference, asWritten(plan.reading, clause.text)),
    }))
  })
}

function isSaid({ text: { zh, en } }: PlannedClause, words: string): boolean {
  return zh.includes(words) || words.includes(zh) || en.includes(words)
}
