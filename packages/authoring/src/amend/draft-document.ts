import type { PackSource, Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { OwnLanguages, type PlannedClause, type PlannedDocument } from '@tiaoli/engine/plan'
import { formatted } from '../format/formatted.ts'
import type { FileTexts } from '../scaffold/insert-entries.ts'
import { placeholderLabel } from '../scaffold/placeholder.ts'
import { withValueAt } from '../format/with-value-at.ts'
import { folderUp, packJsonOf, schemaFolderOf } from '../scaffold/pack-json.ts'
import type { AlignedClause, Alignment, Passage } from './align-text.ts'

/** What is known of a new document before anybody has cut it into clauses. */
export interface NewDocument {
  /** The name of its folder: lower-case words joined by hyphens. */
  id: string
  /** The first day on which it is in force, `YYYY-MM-DD`. */
  from: string
  title?: Text | undefined
  number?: string | undefined
}

interface DraftClause {
  at: number
  text: string
  /** The clauses that it says anew, and whether all in the same words. */
  of: { clause: PlannedClause; isSame: boolean }[]
}

/**
 * The files of the new document: each passage a clause that replaces, or continues, those that it stands for. The clauses
 * take force and place over; what nothing said before is context until a person has read it.
 */
export function draftDocument(
  source: PackSource,
  amended: PlannedDocument,
  clauses: readonly PlannedClause[],
  alignment: Alignment,
  isWhole: boolean,
  { id, from, title, number }: NewDocument,
): FileTexts {
  const drafts = draftClauses(clauses, alignment, isWhole)
  const pack = packJsonOf(source)
  // The new text is in the language of the pack; a translation is for a person to write.
  const languages = pack.value['languages'] as Language[]
  const own = new OwnLanguages(languages)
  const entries = drafts.map((draft, i) =>
    clauseEntry(draft, languages[0], `a${i + 1}`, endedBy(draft, i, drafts, clauses, alignment)),
  )
  const folder = `documents/${id}`
  const fileOf = (name: string, kind: string, content: object) => {
    const file = `${folder}/${name}`
    const schemas = schemaFolderOf(source)
    const schema = schemas === undefined ? {} : { $schema: `${folderUp(file)}${schemas}${kind}.schema.json` }
    return [file, formatted(file, JSON.stringify({ ...schema, ...own.of(content) }))] as const
  }
  return Object.fromEntries([
    ...(pack.value['document'] === undefined
      ? [['pack.json', withValueAt(pack.text, ['document'], amended.id)] as const]
      : []),
    fileOf('document.json', 'document', {
      title: title ?? placeholderLabel(id),
      ...(number === undefined ? {} : { number }),
      effective: { from },
    }),
    fileOf('clauses.json', 'clauses', { clauses: entries }),
  ])
}

/** The clauses that a passage says are dropped; what nothing says anything of is ended by the last. */
function endedBy(
  { at }: DraftClause,
  i: number,
  drafts: readonly DraftClause[],
  clauses: readonly PlannedClause[],
  { clauses: aligned }: Alignment,
): PlannedClause[] {
  return clauses.filter((_, order) => {
    const { fate, passages } = aligned[order]!
    if (fate !== 'dropped') return false
    const [first] = passages
    return first ? first.at === at : i === drafts.length - 1
  })
}

/** The passages of the new text in its order, each with the clauses that it stands for. */
function draftClauses(
  clauses: readonly PlannedClause[],
  { clauses: aligned, added }: Alignment,
  isWhole: boolean,
): DraftClause[] {
  const drafts = new Map<number, DraftClause>(added.map((passage) => [passage.at, { ...passage, of: [] }]))
  const stand = ({ at, text }: Passage, clause: PlannedClause, isSame: boolean) => {
    const draft = drafts.get(at) ?? { at, text, of: [] }
    draft.of.push({ clause, isSame })
    drafts.set(at, draft)
  }
  for (const [i, item] of aligned.entries()) {
    if (item.fate === 'dropped' || item.fate === 'named') continue
    const isSame = item.fate === 'kept' || item.fate === 'moved'
    // A notice that leaves a clause alone says nothing of it.
    if (isSame && !isWhole) continue
    for (const passage of item.passages) stand(passage, clauses[i]!, isSame)
  }
  for (const passage of namedPassages(aligned))
    if (!drafts.has(passage.at)) drafts.set(passage.at, { ...passage, of: [] })
  return [...drafts.values()].sort((a, b) => a.at - b.at)
}

/** What a notice says of places without the words that are to stand there. */
function namedPassages(aligned: readonly AlignedClause[]): Passage[] {
  return aligned.flatMap(({ fate, passages }) => (fate === 'named' || fate === 'dropped' ? passages : []))
}

function clauseEntry(
  { text, of }: DraftClause,
  language: string | undefined,
  id: string,
  dropped: readonly PlannedClause[],
): object {
  const first = of[0]?.clause
  const namesOf = (isSame: boolean) => of.filter((item) => item.isSame === isSame).map(({ clause }) => clause.reference)
  const [continues, replaces] = [namesOf(true), namesOf(false)]
  const changes = [
    ...(continues.length > 0 ? [{ continues }] : []),
    ...(replaces.length > 0 ? [{ replaces }] : []),
    ...(dropped.length > 0 ? [{ ends: dropped.map(({ reference }) => reference) }] : []),
  ]
  return {
    id,
    ...(first?.place ? { place: first.place } : {}),
    text: continues.length > 0 && replaces.length === 0 ? first!.text : { [language ?? 'zh']: text },
    force: first?.force ?? 'context',
    ...(first?.bearer ? { bearer: first.bearer } : {}),
    testability: first?.testability ?? 'none',
    ...(changes.length > 0 ? { changes } : {}),
    ...(first ? {} : { notEncoded: NOT_YET }),
  }
}

/** Marked as a placeholder, so that `check` asks for it. */
const NOT_YET = placeholderLabel('notEncoded')
