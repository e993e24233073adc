import type { PackSource, Text } from '@tiaoli/engine'
import {
  asWritten,
  BOTH,
  formatDay,
  parseDay,
  readingOf,
  type NamedLanguages,
  type PlannedDocument,
  type Reading,
} from '@tiaoli/engine/plan'
import { formatted } from '../format/formatted.ts'
import { withValueAt } from '../format/with-value-at.ts'
import type { FileTexts } from '../scaffold/insert-entries.ts'
import { folderUp, packJsonOf, schemaFolderOf } from '../scaffold/pack-json.ts'
import { PLACEHOLDER_REASON, PLACEHOLDER_TRANSLATION, placeholderLabel } from '../scaffold/placeholder.ts'
import type { NoticeAlignment } from './align-notice.ts'
import type { Passage } from './align-text.ts'
import type { WholeAlignment } from './align-whole.ts'
import { forceIn, forceNow } from './force-of-words.ts'
import { ISSUES } from './letterhead.ts'
import { dayOfSentence, type OrderedChange, type OrderedChanges } from './ordered-changes.ts'
import { ownPlace } from './own-place.ts'
import { reissuedHorizon } from './reissued-horizon.ts'
import { reissuedPlaces } from './reissued-places.ts'
import type { StandingClause } from './standing-clauses.ts'

/** What is known of a new document before anybody has cut it into clauses. */
export interface NewDocument {
  /** The name of its folder: lower-case words joined by hyphens. */
  id: string
  /** The first day on which it is in force, `YYYY-MM-DD`. */
  from: string
  title?: Text | undefined
  number?: string | undefined
  /** Who has issued it, and when, as far as its text says. */
  issuer?: string | undefined
  issuedOn?: string | undefined
}

/** What one clause of the new document does to the other. */
interface Changes {
  /** The clauses in whose place it stands, in their order. */
  readonly stands: readonly StandingClause[]
  readonly ordered: readonly OrderedChange[]
  readonly endsDocument?: boolean
  /** Other documents of the pack that it ends. */
  readonly repeals?: readonly string[]
  readonly prolongedTo?: string
  /** The day on which it ends the document, where that is a later one than its own. */
  readonly from?: string
}

/** A notice, and what each of its sentences does. */
interface OrderedNotice {
  readonly notice: NoticeAlignment
  readonly changes: OrderedChanges['changes']
}

/** The document that is amended, and the one that the pack is about, if it has any. */
interface AmendedPack {
  readonly amended: PlannedDocument
  readonly first: PlannedDocument | undefined
}

interface DraftClause extends Passage {
  readonly changes: Changes
  /** What the first of the clauses in whose place it stands says now, or else what it says that no clause said. */
  readonly now?: string
}

/**
 * The files of the new document: each passage a clause that replaces, continues or ends others. It takes force over from
 * those that it stands for; what does nothing to any clause is context until a person has read it.
 */
export function draftDocument(
  source: PackSource,
  { amended, first }: AmendedPack,
  clauses: readonly StandingClause[],
  alignment: WholeAlignment | OrderedNotice,
  repeals: ReadonlyMap<number, readonly string[]>,
  {
    id,
    from,
    title,
    number,
    issuer,
    issuedOn,
    lastDay,
    language,
  }: NewDocument & { lastDay: string | undefined; language: string },
): FileTexts {
  const pack = packJsonOf(source)
  const reading = readingOf(pack.value as unknown as NamedLanguages)
  const own = 'notice' in alignment ? noticeClauses(clauses, alignment, from) : newClauses(clauses, alignment, from)
  const sentences = 'notice' in alignment ? alignment.notice : alignment
  const drafts = own.map((draft): DraftClause => {
    const repealed = repeals.get(draft.at)
    const day = dayOfSentence(sentences, draft.at, from)
    const later = day > from ? { from: day } : {}
    return repealed ? { ...draft, changes: { ...later, ...draft.changes, repeals: repealed } } : draft
  })
  const hasPlaces = clauses.some(({ place }) => place)
  const places =
    'notice' in alignment
      ? []
      : reissuedPlaces(
          drafts.map(({ at, text, changes }) => ({
            text,
            from: changes.stands[0],
            number: alignment.numbers.get(at),
          })),
          clauses,
        )
  const entries = drafts.map((draft, i) => {
    const place = written(places[i] ?? ownPlace(draft.text, i), reading)
    return {
      id: nameAt(i),
      ...(hasPlaces ? { place } : {}),
      ...clauseEntry(
        draft,
        amended,
        reading,
        language,
        (at) => `${id}/${nameAt(drafts.findIndex((other) => other.at === at))}`,
      ),
    }
  })
  const horizon =
    'notice' in alignment
      ? undefined
      : reissuedHorizon(
          amended,
          drafts.map(({ text, changes }) => ({ text, stands: changes.stands })),
        )
  const folder = `documents/${id}`
  const schemas = schemaFolderOf(source)
  const fileOf = (name: string, kind: string, content: object) => {
    const file = `${folder}/${name}`
    const schema = schemas === undefined ? {} : { $schema: `${folderUp(file)}${schemas}${kind}.schema.json` }
    return [file, formatted(file, JSON.stringify({ ...schema, ...content }))] as const
  }
  return Object.fromEntries([
    ...(pack.value['document'] === undefined && first
      ? [['pack.json', withValueAt(pack.text, ['document'], first.id)] as const]
      : []),
    fileOf('document.json', 'document', {
      title:
        title && title.zh === title.en
          ? inOwnLanguage(title.zh, language, reading)
          : written(title ?? placeholderLabel(id), reading),
      ...(issuer === undefined ? {} : { issuer: inOwnLanguage(issuer, language, reading) }),
      ...(number === undefined ? {} : { number }),
      ...(issuedOn === undefined ? {} : { issuedOn }),
      effective: { from, ...(lastDay === undefined ? {} : { to: dayBehind(lastDay) }) },
      ...(horizon
        ? { horizon: { to: horizon.to, text: written(horizon.text, reading), clauses: [nameAt(horizon.passage)] } }
        : {}),
    }),
    fileOf('clauses.json', 'clauses', { clauses: entries }),
  ])
}

/** A text in the languages of the pack. Words that are the same in all are those of the first; the rest is to translate. */
function written(text: Text, reading: Reading): Readonly<Record<string, string>> {
  const [first, ...others] = reading
  const own = others.filter(({ sentences }) => text[sentences] !== text[first?.sentences ?? sentences])
  return Object.fromEntries([...(first ? [first] : []), ...own].map(({ tag, sentences }) => [tag, text[sentences]]))
}

/** Words of the new document, and where they are in another language than the first of the pack, that they are to be translated. */
function inOwnLanguage(words: string, language: string, reading: Reading): Readonly<Record<string, string>> {
  const [first] = reading
  const translated = first && first.tag !== language ? { [first.tag]: PLACEHOLDER_TRANSLATION[first.sentences] } : {}
  return { ...translated, [language]: words }
}

/** A document is issued by the sentence that says so, or else by its title. */
const ISSUING = [ISSUES, /(?:通知|决定|意见|办法|规定|细则|条例|守则|方案)(?:（[^）]*）)?$/u]

/** The words that a sentence of a notice puts in. */
function addedAt({ added }: NoticeAlignment, at: number): string {
  return added.flatMap((addition) => (addition.at === at ? [addition.text] : [])).join('')
}

/** The first day on which what holds to a last day holds no more. */
function dayBehind(lastDay: string): string {
  return formatDay(parseDay(lastDay)! + 1)
}

function nameAt(i: number): string {
  return `a${i + 1}`
}

/** The sentences of a notice, each with what it does. */
function noticeClauses(
  clauses: readonly StandingClause[],
  { notice, changes }: OrderedNotice,
  from: string,
): DraftClause[] {
  return notice.sentences.map(({ at, text }) => {
    const ordered = changes.get(at) ?? []
    const changed = clauses.flatMap((clause, i) => {
      const { fate, orders, passages } = notice.clauses[i]!
      const isChanged = fate !== 'dropped' && ordered.length > 0 && orders.some((order) => order.at === at)
      return isChanged ? [{ clause, now: passages.map((passage) => passage.text).join('') }] : []
    })
    const day = dayOfSentence(notice, at, from)
    const prolongedTo = notice.prolongs?.at === at ? notice.prolongs.to : undefined
    const [first] = changed
    return {
      at,
      text,
      now: first?.now ?? addedAt(notice, at),
      changes: {
        stands: changed.map(({ clause }) => clause),
        ordered,
        endsDocument: notice.ends === at,
        ...(prolongedTo === undefined ? {} : { prolongedTo }),
        ...(day > from ? { from: day } : {}),
      },
    }
  })
}

/**
 * The passages of a reissued document, each with the clauses that it stands for. What none says any more ends with the whole
 * document, or else by the sentence that issues the new one, or by its last.
 */
function newClauses(clauses: readonly StandingClause[], alignment: WholeAlignment, from: string): DraftClause[] {
  const { clauses: aligned, added, ends } = alignment
  const drafts = new Map<number, { passage: Passage; stands: StandingClause[]; ordered: OrderedChange[] }>()
  const draftAt = (passage: Passage) => {
    const draft = drafts.get(passage.at) ?? { passage, stands: [], ordered: [] }
    drafts.set(passage.at, draft)
    return draft
  }
  const how = howAnew(clauses, aligned)
  for (const passage of added) draftAt(passage)
  for (const [i, { passages }] of aligned.entries())
    for (const passage of passages) {
      const { stands, ordered } = draftAt(passage)
      stands.push(clauses[i]!)
      ordered.push(...clauses[i]!.references.map((of) => ({ how: how(of), of })))
    }
  const inOrder = [...drafts.values()].sort((a, b) => a.passage.at - b.passage.at)
  const issuing =
    ISSUING.flatMap((issues) => inOrder.find(({ passage }) => issues.test(passage.text)) ?? [])[0] ?? inOrder.at(-1)
  const dropped = clauses.flatMap(({ references }, i) => (aligned[i]!.fate === 'dropped' ? references : []))
  const isEndedAlone = (of: string) => ends === undefined || how(of) !== 'ends'
  issuing?.ordered.push(...dropped.filter(isEndedAlone).map((of) => ({ how: how(of), of })))
  return inOrder.map(({ passage, stands, ordered }) => {
    const endsDocument = passage.at === ends
    const day = dayOfSentence(alignment, passage.at, from)
    return {
      ...passage,
      now: passage.text,
      changes: { stands, ordered, endsDocument, ...(endsDocument && day > from ? { from: day } : {}) },
    }
  })
}

/** What becomes of a clause by a reissued document: of one that says several things, of which some go on, the words are others. */
function howAnew(
  clauses: readonly StandingClause[],
  aligned: WholeAlignment['clauses'],
): (reference: string) => OrderedChange['how'] {
  const hows = new Map<string, Set<OrderedChange['how']>>()
  for (const [i, { fate }] of aligned.entries()) {
    const how =
      fate === 'kept' || fate === 'moved' || fate === 'repunctuated'
        ? 'continues'
        : fate === 'dropped'
          ? 'ends'
          : 'replaces'
    for (const reference of clauses[i]!.references) hows.set(reference, (hows.get(reference) ?? new Set()).add(how))
  }
  return (reference) => {
    const [only, ...others] = hows.get(reference) ?? []
    return only === undefined || others.length > 0 ? 'replaces' : only
  }
}

function clauseEntry(
  draft: DraftClause,
  { id }: PlannedDocument,
  reading: Reading,
  language: string,
  referenceTo: (at: number) => string,
): object {
  const { stands, ordered, endsDocument, repeals = [], prolongedTo, from } = draft.changes
  const ended = [...(endsDocument ? [id] : []), ...repeals].map((document) => ({ document }))
  const changes = [
    ...(['continues', 'replaces', 'ends'] as const).flatMap((how) =>
      changesOf(ordered, how, (words) => inOwnLanguage(words, language, reading), referenceTo),
    ),
    ...(ended.length > 0 ? [{ ends: ended, ...(from === undefined ? {} : { from }) }] : []),
    ...(prolongedTo === undefined ? [] : [{ prolongs: [{ document: id }], to: prolongedTo }]),
  ]
  const [first] = stands
  const again = ordered.flatMap((change) => change.again ?? [])[0]
  const { bearer, testability = 'none' } = first ?? again ?? {}
  const { sentences } = reading.find(({ tag }) => tag === language) ?? BOTH[0]!
  const isSame = first && ordered.every(({ how }) => how === 'continues') && first.text[sentences] === draft.text
  return {
    text: isSame ? asWritten(reading, first.original ?? first.text) : inOwnLanguage(draft.text, language, reading),
    force: first
      ? forceNow(first.force, first.text.zh, draft.now ?? draft.text)
      : (again?.force ?? (changes.length > 0 ? 'constitutive' : (forceIn(draft.now ?? '') ?? 'context'))),
    ...(bearer ? { bearer: asWritten(reading, bearer) } : {}),
    testability,
    ...(changes.length > 0 ? { changes } : {}),
    ...(changes.length > 0 ? {} : { notEncoded: written(PLACEHOLDER_REASON, reading) }),
  }
}

/** The changes of one kind, those of one day to the same words together. */
function changesOf(
  ordered: readonly OrderedChange[],
  how: OrderedChange['how'],
  inLanguage: (words: string) => object,
  referenceTo: (at: number) => string,
): object[] {
  const together = new Map<string, { references: Set<string>; from: string | undefined; reads: string | undefined }>()
  for (const { how: own, of, from, reads } of ordered) {
    if (own !== how) continue
    const key = JSON.stringify([from, reads])
    const { references } = together.get(key) ?? { references: new Set<string>() }
    for (const reference of typeof of === 'string' ? [of] : of.map(referenceTo)) references.add(reference)
    together.set(key, { references, from, reads })
  }
  return [...together.values()].map(({ references, from, reads }) => ({
    [how]: [...references],
    ...(from === undefined ? {} : { from }),
    ...(reads === undefined ? {} : { reads: inLanguage(reads) }),
  }))
}
