import type { PackSource, Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import type { PlannedClause, PlannedDocument } from '@tiaoli/engine/plan'
import { formatted } from '../format/formatted.ts'
import { withValueAt } from '../format/with-value-at.ts'
import type { FileTexts } from '../scaffold/insert-entries.ts'
import { folderUp, packJsonOf, schemaFolderOf } from '../scaffold/pack-json.ts'
import { PLACEHOLDER_REASON, placeholderLabel } from '../scaffold/placeholder.ts'
import type { NoticeAlignment } from './align-notice.ts'
import type { Alignment, Passage } from './align-text.ts'
import { orderedFrom } from './days-in-text.ts'
import { forceNow } from './force-of-words.ts'
import { ownPlace } from './own-place.ts'
import { placesAnew } from './places-anew.ts'

/** What is known of a new document before anybody has cut it into clauses. */
export interface NewDocument {
  /** The name of its folder: lower-case words joined by hyphens. */
  id: string
  /** The first day on which it is in force, `YYYY-MM-DD`. */
  from: string
  title?: Text | undefined
  number?: string | undefined
}

/** What one clause of the new document does to the other. */
interface Changes {
  /** The clauses in whose place it stands, in their order. */
  stands: PlannedClause[]
  continues: PlannedClause[]
  replaces: PlannedClause[]
  ends: PlannedClause[]
  endsDocument?: boolean
  prolongedTo?: string
  /** The day of what it orders, where that is a later one than its own. */
  from?: string
}

interface DraftClause extends Passage {
  readonly changes: Changes
  /** What the first of the clauses in whose place it stands says now. */
  readonly now?: string
}

/**
 * The files of the new document: each passage a clause that replaces, continues or ends others. It takes force over from
 * those that it stands for; what does nothing to any clause is context until a person has read it.
 */
export function draftDocument(
  source: PackSource,
  amended: PlannedDocument,
  clauses: readonly PlannedClause[],
  alignment: Alignment | NoticeAlignment,
  { id, from, title, number }: NewDocument,
): FileTexts {
  const pack = packJsonOf(source)
  const languages = pack.value['languages'] as readonly [Language, ...Language[]]
  const notice = 'sentences' in alignment ? alignment : undefined
  const drafts = notice ? noticeClauses(clauses, notice, from) : newClauses(clauses, alignment)
  const hasPlaces = clauses.some(({ place }) => place)
  const places = notice
    ? []
    : placesAnew(
        drafts.map(({ text, changes }) => ({ text, from: changes.stands[0] })),
        clauses,
      )
  const entries = drafts.map((draft, i) => {
    const own = places[i] ?? written(ownPlace(draft.text, i), languages)
    return {
      id: `a${i + 1}`,
      ...(hasPlaces ? { place: own } : {}),
      ...clauseEntry(draft, amended, languages),
    }
  })
  const folder = `documents/${id}`
  const schemas = schemaFolderOf(source)
  const fileOf = (name: string, kind: string, content: object) => {
    const file = `${folder}/${name}`
    const schema = schemas === undefined ? {} : { $schema: `${folderUp(file)}${schemas}${kind}.schema.json` }
    return [file, formatted(file, JSON.stringify({ ...schema, ...content }))] as const
  }
  return Object.fromEntries([
    ...(pack.value['document'] === undefined
      ? [['pack.json', withValueAt(pack.text, ['document'], amended.id)] as const]
      : []),
    fileOf('document.json', 'document', {
      title: written(title ?? placeholderLabel(id), languages),
      ...(number === undefined ? {} : { number }),
      effective: { from },
    }),
    fileOf('clauses.json', 'clauses', { clauses: entries }),
  ])
}

/** A text in the languages of the pack. Words that are the same in all are those of the first; the rest is to translate. */
function written(text: Text, [first, ...others]: readonly [Language, ...Language[]]): Partial<Text> {
  const rest = others.filter((language) => text[language] !== text[first])
  return Object.fromEntries([first, ...rest].map((language) => [language, text[language]]))
}

/** What a document is issued by: 现将…印发给你们, or else its title. */
const ISSUES = [
  /^现(?:将|予).*(?:印发|发布|公布)/u,
  /(?:通知|决定|意见|办法|规定|细则|条例|守则|方案)(?:（[^）]*）)?$/u,
]

/** The sentences of a notice, each with what it does. */
function noticeClauses(clauses: readonly PlannedClause[], notice: NoticeAlignment, from: string): DraftClause[] {
  return notice.sentences.map((sentence) => {
    const changes = noChanges()
    const endsDocument = notice.ends === sentence.at
    const day = orderedFrom(sentence.text)
    for (const [i, { fate, passages }] of notice.clauses.entries()) {
      if (!passages.some(({ at }) => at === sentence.at)) continue
      if (fate === 'dropped' && !endsDocument) changes.ends.push(clauses[i]!)
      if (fate === 'moved') stand(changes, clauses[i]!, true)
      if (fate === 'reworded' || fate === 'split' || fate === 'merged') stand(changes, clauses[i]!, false)
    }
    const prolongedTo = notice.prolongs?.at === sentence.at ? notice.prolongs.to : undefined
    const [first] = changes.stands
    const said = first && notice.clauses[clauses.indexOf(first)]?.passages.filter(({ at }) => at === sentence.at)
    return {
      ...sentence,
      ...(said ? { now: said.map(({ text }) => text).join('') } : {}),
      changes: {
        ...changes,
        endsDocument,
        ...(prolongedTo === undefined ? {} : { prolongedTo }),
        ...(day !== undefined && day > from ? { from: day } : {}),
      },
    }
  })
}

/**
 * The passages of a document anew, each with the clauses that it stands for. What none says any more is ended by that
 * which issues the whole, or else by the last.
 */
function newClauses(clauses: readonly PlannedClause[], { clauses: aligned, added }: Alignment): DraftClause[] {
  const drafts = new Map<number, DraftClause>()
  const draftAt = (passage: Passage) => {
    const draft = drafts.get(passage.at) ?? { ...passage, changes: noChanges() }
    drafts.set(passage.at, draft)
    return draft
  }
  for (const passage of added) draftAt(passage)
  for (const [i, { fate, passages }] of aligned.entries())
    for (const passage of passages) stand(draftAt(passage).changes, clauses[i]!, fate === 'kept' || fate === 'moved')
  const inOrder = [...drafts.values()].sort((a, b) => a.at - b.at)
  const issuing = ISSUES.flatMap((issues) => inOrder.find(({ text }) => issues.test(text)) ?? [])[0] ?? inOrder.at(-1)
  issuing?.changes.ends.push(...clauses.filter((_, i) => aligned[i]!.fate === 'dropped'))
  return inOrder
}

function noChanges(): Changes {
  return { stands: [], continues: [], replaces: [], ends: [] }
}

function stand(changes: Changes, clause: PlannedClause, isSame: boolean): void {
  changes.stands.push(clause)
  ;(isSame ? changes.continues : changes.replaces).push(clause)
}

function clauseEntry(
  draft: DraftClause,
  { id }: PlannedDocument,
  languages: readonly [Language, ...Language[]],
): object {
  const { stands, continues, replaces, ends, endsDocument, prolongedTo, from } = draft.changes
  const day = from === undefined ? {} : { from }
  const references = (items: readonly PlannedClause[]) => items.map(({ reference }) => reference)
  const changes = [
    ...(continues.length > 0 ? [{ continues: references(continues), ...day }] : []),
    ...(replaces.length > 0 ? [{ replaces: references(replaces), ...day }] : []),
    ...(ends.length > 0 ? [{ ends: references(ends), ...day }] : []),
    ...(endsDocument ? [{ ends: [{ document: id }], ...day }] : []),
    ...(prolongedTo === undefined ? [] : [{ prolongs: [{ document: id }], to: prolongedTo }]),
  ]
  const [first] = stands
  const isSame = first && continues.length > 0 && replaces.length === 0 && first.text[languages[0]] === draft.text
  return {
    text: isSame ? first.text : { [languages[0]]: draft.text },
    force: first
      ? forceNow(first.force, first.text.zh, draft.now ?? draft.text)
      : changes.length > 0
        ? 'constitutive'
        : 'context',
    ...(first?.bearer ? { bearer: first.bearer } : {}),
    testability: first?.testability ?? 'none',
    ...(changes.length > 0 ? { changes } : {}),
    ...(changes.length > 0 ? {} : { notEncoded: written(PLACEHOLDER_REASON, languages) }),
  }
}
