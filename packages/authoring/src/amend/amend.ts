import type { PackSource, Policy, Text } from '@tiaoli/engine'
import { addTo, formatDay, readingOf, slugSchema, type Plan, type PlannedDocument } from '@tiaoli/engine/plan'
import type { FileTexts } from '../scaffold/insert-entries.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import { checkLengths } from './amendment-limits.ts'
import { clauseEncodings } from '../encoding/clause-encodings.ts'
import { alignNotice, type Addition, type NoticeAlignment, type Remark, type Renamed } from './align-notice.ts'
import type { Fate } from './align-text.ts'
import { alignWhole, type WholeAlignment } from './align-whole.ts'
import { givesNumber, openParameters, type OpenParameter } from './answered-parameters.ts'
import { firstDayIn } from './days-in-text.ts'
import { namesOfDocument } from './document-names.ts'
import { draftDocument, type NewDocument } from './draft-document.ts'
import { givenAlready } from './given-already.ts'
import { headOf } from './head-of.ts'
import { issuedBy } from './issued-by.ts'
import { changedForces, type ChangedForce } from './changed-forces.ts'
import { languageOfText, type WordsOf } from './language-of-text.ts'
import { isStillLetterhead, letterheadOf } from './letterhead.ts'
import { lastDayIn } from './own-term.ts'
import { dayOfSentence, orderedChanges, type OrderedChanges } from './ordered-changes.ts'
import { leftOpenBy, type LeftOpen } from './left-open-by.ts'
import { otherDocuments, type NamedDocument } from './other-documents.ts'
import { restoredClauses, type RestoredClause } from './restored-clauses.ts'
import { partsNaming, type NamingParts } from './parts-naming.ts'
import { restsOn, type RestingParts } from './rests-on.ts'
import { clausesInLanguage, standingClauses, type StandingClause } from './standing-clauses.ts'
import { toldReading, type Reading } from './told-reading.ts'
import { isTransitional } from './transitional-rule.ts'

export type { Reading } from './told-reading.ts'

export interface Amendment extends NewDocument {
  /** The new text. */
  text: string
  /** The document that it amends; that which the pack is about if left out. */
  amends?: string
  /** The text of that document, where it is at hand: it tells where paragraphs begin. */
  original?: string
  /** Told from the text if left out: what orders changes is a notice, and what says half of the clauses word for word the whole. */
  reading?: Reading
}

/** A sentence that orders something from a day of its own on, and whether the draft has that day. */
export interface OwnStart {
  /** The day, or the month or year, as it is written. */
  written: string
  /** `YYYY-MM-DD` */
  day?: string
  text: string
  isDrafted: boolean
}

/** A clause that the new text changes. */
export interface AmendedClause {
  /** As the pack cites what says it on the day of the new text. */
  clause: string
  place: Text
  fate: Exclude<Fate, 'kept'>
  /** Of a pack in several languages, in that of the new text. */
  before: Text
  /** What says it now, in the order of the new text; none where it was dropped. */
  after: readonly string[]
  /** A line of the letterhead of a reissued document, on which nothing rests: its title, number, date. */
  isLetterhead?: true
}

/** What a new text does to a document and to the rules that rest on it. */
export interface Dossier extends RestingParts {
  amends: {
    id: string
    title: Text
    number?: string
    /** The pack that holds it, where that is one which the pack uses; the draft is for the pack itself. */
    ofPack?: string
  }
  /** Whether the text orders anything of the document, or is the document itself. */
  hasOrders: boolean
  /** The new document. */
  document: NewDocument
  /** In which language of the pack the new text is, and is drafted. */
  language: string
  reading: Reading
  /** Whether the text may well be the other: nobody has said which, and it does not show it. */
  isReadingDoubtful: boolean
  /** In the order of the document. */
  clauses: readonly AmendedClause[]
  /** How many clauses stay word for word where they are. */
  kept: number
  /** Sentences of the new text that no clause said before, and where a notice puts them. */
  added: readonly Omit<Addition, 'at'>[]
  /** What a notice says that could not be done with the clauses. */
  remarks: readonly (Pick<Remark, 'about' | 'text'> & {
    /** Clauses of which a transitional rule speaks, as the pack cites them, where that is known. */
    touches?: readonly string[]
  })[]
  /** Clauses whose force is another one by the new words, or may be. */
  forces: readonly ChangedForce[]
  /** Bodies that a notice calls by another name, and what of the pack has their names in its own words. */
  renamed?: NamingParts & { names: readonly Renamed[] }
  /** Other documents of the pack that the text names, and whether it ends them. */
  others: readonly (Omit<NamedDocument, 'repealed'> & { isRepealed: boolean })[]
  /** Earlier clauses that the text says are carried out again, and whether the draft has that. */
  restored: readonly (Omit<RestoredClause, 'at'> & { isDrafted: boolean })[]
  /** What documents that the text ends had changed, or it changes itself until it runs out: nobody says that it comes back. */
  leftOpen: readonly LeftOpen[]
  /** The last day to which a notice prolongs the document. */
  prolongedTo?: string
  /** The last day that the document itself plans for, where it is prolonged and has a plan. */
  planTo?: string
  /** The first day on which the new text ends the document as a whole. */
  endsOn?: string
  /** The last day of the new document, where it says so itself. */
  lastDay?: string
  /** The first day that the new text gives itself, where it is not the one that was given. */
  statedFrom?: string
  /** Sentences of the new text with another first day. */
  starts: readonly OwnStart[]
  /** Parameters without a value, for which clauses that now have other numbers may give one. */
  open: readonly OpenParameter[]
  /** Files with which the pack would hold the new document. Force, place and what is marked are for a person to fill in. */
  draft: FileTexts
}

/**
 * Lays a new text beside a document of a pack, clause by clause, and lists what rests on the clauses that it changes.
 * Throws `ScaffoldError` where the pack has no such document, where there is one by the new id, and where the text has a
 * sentence or quotations beyond the limits.
 */
export function amend(source: PackSource, policy: Policy, amendment: Amendment): Dossier {
  const { plan } = policy
  const document = amendedDocument(plan, amendment)
  const given = givenAlready(plan, document, amendment)
  if (given) throw new ScaffoldError('given-already', given.id)
  checkLengths(amendment.text)
  const standing = standingClauses(plan, document, amendment.from, amendment.original)
  if (standing.length === 0) throw new ScaffoldError('document-ended', document.id)
  const packs = readingOf(plan.pack)
  const language = languageOfText(amendment.text, standing, packs) ?? FIRST
  const isFirst = language.sentences === packs[0]?.sentences
  const clauses = isFirst ? standing : clausesInLanguage(standing, language.sentences)
  const { isDoubtful, ...read } = aligned(document, clauses, amendment)
  const { reading, alignment } = read
  const notice = read.reading === 'notice' ? read.alignment : undefined
  const encodings = clauseEncodings(policy)
  const letterhead = reading === 'whole' ? letterheadOf(clauses) : new Set<number>()
  const isUncited = (i: number) =>
    clauses[i]!.cited.every((clause) => (encodings.get(clause)?.citers ?? []).length === 0)
  const amended = alignment.clauses.flatMap(({ fate, passages }, i): AmendedClause[] => {
    const { references, shownPlace, text } = clauses[i]!
    if (fate === 'kept') return []
    const after = passages.map((passage) => passage.text)
    const isLine = letterhead.has(i) && isUncited(i) && isStillLetterhead(text.zh, after)
    return [
      {
        clause: references.at(-1)!,
        place: shownPlace,
        fate,
        before: text,
        after,
        ...(isLine ? { isLetterhead: true } : {}),
      },
    ]
  })
  const restored = restoredClauses(plan, document, amendment.text, amendment.from)
  const others = otherDocuments(plan, document, alignment.sentences, amendment.from)
  const gone = new Set(others.flatMap(({ id, repealed }) => (repealed ? [id] : [])))
  const cited = alignment.clauses.flatMap(({ fate }, i) => (GOES_ON.has(fate) ? [] : clauses[i]!.cited))
  const citedOf = (isSo: (fate: Fate) => boolean) =>
    new Set(alignment.clauses.flatMap(({ fate }, i) => (isSo(fate) ? clauses[i]!.cited : [])))
  const names = notice?.renamed ?? []
  const ordered = notice ? withRestored(plan, orderedChanges(clauses, notice, amendment.from), restored) : undefined
  const { title, number } = document.entry
  const made = withHead(amendment, reading)
  const stated = firstDayIn(amendment.text)
  const lastDay = lastDayIn(amendment.text, made.from)
  const draft = draftDocument(
    source,
    { amended: document, first: plan.document },
    clauses,
    read.reading === 'notice' ? { notice: read.alignment, changes: ordered?.changes ?? new Map() } : read.alignment,
    repealsIn(others),
    { ...made, lastDay, language: language.tag },
  )
  const isChanging = [...plan.clauses.values()].some(
    ({ document: of, changes }) => changes !== undefined && (of === document || gone.has(of.id)),
  )
  return {
    amends: {
      id: document.id,
      title,
      ...(number === undefined ? {} : { number }),
      ...(document.pack === plan.pack.id ? {} : { ofPack: document.pack }),
    },
    document: { id: made.id, from: made.from, title: made.title, number: made.number },
    hasOrders: notice?.hasOrders ?? true,
    language: language.tag,
    reading,
    isReadingDoubtful: isDoubtful,
    clauses: amended,
    kept: clauses.length - amended.length,
    added: alignment.added.flatMap(({ text, place }: Addition) =>
      isHead(text, made) ? [] : [{ text, ...(place === undefined ? {} : { place }) }],
    ),
    remarks: [...(notice?.remarks ?? transitionalIn(alignment)), ...(ordered?.remarks ?? [])]
      .sort((a, b) => a.at - b.at)
      .map(({ about, text, touches }) => ({
        about,
        text,
        ...(touches ? { touches: touches.map((i) => clauses[i]!.references.at(-1)!) } : {}),
      })),
    forces: changedForces(clauses, alignment, encodings),
    ...(names.length > 0
      ? {
          renamed: {
            names,
            ...partsNaming(
              plan,
              names.map((name) => name.from),
            ),
          },
        }
      : {}),
    others: others.map(({ repealed, ...other }) => ({ ...other, isRepealed: repealed !== undefined })),
    restored: restored.map(({ at, ...clause }) => ({
      ...clause,
      isDrafted: (ordered?.changes.get(at) ?? []).some(({ of, reads }) => of === clause.by && reads !== undefined),
    })),
    leftOpen: isChanging || lastDay !== undefined ? leftOpenBy(withDraft(source, { draft }), policy, made.id) : [],
    ...(notice?.prolongs ? { prolongedTo: notice.prolongs.to } : {}),
    ...(notice?.prolongs && document.horizon ? { planTo: formatDay(document.horizon.day) } : {}),
    ...(alignment.ends === undefined ? {} : { endsOn: dayOfSentence(alignment, alignment.ends, made.from) }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(stated === undefined || stated === made.from ? {} : { statedFrom: stated }),
    starts: ownStarts(alignment, made.from, ordered?.changes),
    ...restsOn(plan, new Set([...cited, ...clausesOf(plan, gone)]), {
      dropped: new Set([...citedOf((fate) => fate === 'dropped'), ...clausesOf(plan, gone)]),
      replaced: citedOf((fate) => fate !== 'dropped' && fate !== 'named' && !GOES_ON.has(fate)),
    }),
    open: openParameters(
      plan,
      alignment.clauses.flatMap(({ fate, passages }, i) => {
        const { cited: resting, text } = clauses[i]!
        const isNumbered = !GOES_ON.has(fate) && fate !== 'dropped'
        const after = passages.map((passage) => passage.text).join('')
        return isNumbered && givesNumber(text.zh, after) ? [{ cited: resting, before: text.zh, after }] : []
      }),
    ),
    draft,
  }
}

/** The other documents that each sentence ends, by where it begins. */
function repealsIn(others: readonly NamedDocument[]): ReadonlyMap<number, readonly string[]> {
  const repeals = new Map<number, string[]>()
  for (const { id, repealed } of others) if (repealed) addTo(repeals, repealed.at, id)
  return repeals
}

function clausesOf({ clauses }: Plan, documents: ReadonlySet<string>): string[] {
  return [...clauses.values()].flatMap(({ reference, document }) => (documents.has(document.id) ? [reference] : []))
}

/**
 * The changes of a notice, with a clause that puts earlier words into force again in the place of the one that had changed
 * them, where that had changed nothing else and the sentence orders nothing else.
 */
function withRestored({ clauses }: Plan, ordered: OrderedChanges, restored: readonly RestoredClause[]): OrderedChanges {
  const changes = new Map([...ordered.changes].map(([at, own]) => [at, [...own]]))
  const taken = new Set([...changes.values()].flat().flatMap(({ of }) => (typeof of === 'string' ? [of] : [])))
  for (const { at, by, clause, text } of restored) {
    const changed = [...clauses.values()].filter(({ endings }) => endings.some((ending) => ending.by.reference === by))
    const isPlain =
      changed.length === 1 && changed[0]!.reference === clause && !taken.has(by) && !ordered.changes.has(at)
    if (isPlain) addTo(changes, at, { how: 'replaces', of: by, reads: text.zh, again: changed[0]! })
  }
  return { ...ordered, changes }
}

/** Of a pack that names no language. */
const FIRST: WordsOf = { tag: 'zh', sentences: 'zh' }

/** Where rules go on as they are. */
const GOES_ON: ReadonlySet<Fate> = new Set(['kept', 'renamed', 'repunctuated'])

/** The pack with the draft of a dossier in it, to be loaded and compared. */
export function withDraft(source: PackSource, { draft }: Pick<Dossier, 'draft'>): PackSource {
  return { ...source, files: { ...source.files, ...draft } }
}

function amendedDocument({ documents, document: first, pack }: Plan, { amends, id }: Amendment): PlannedDocument {
  const found = amends === undefined ? first : documents.get(amends)
  if (!found && amends === undefined && documents.size > 0)
    throw new ScaffoldError('documents-of-used-packs', [...documents.keys()].join(', '))
  if (!found) throw new ScaffoldError('no-document', amends ?? pack.id)
  if (!slugSchema.safeParse(id).success) throw new ScaffoldError('not-an-id', id)
  if (documents.has(id)) throw new ScaffoldError('name-taken', id)
  return found
}

/** What a reissued document says of that which had begun before it. */
function transitionalIn({ sentences }: Pick<WholeAlignment, 'sentences'>): Remark[] {
  return sentences.flatMap(({ at, text }) => (isTransitional(text) ? [{ about: 'transitional', at, text }] : []))
}

/** Which parts of a new text begin on another day than the whole. */
function ownStarts(
  alignment: WholeAlignment | NoticeAlignment,
  from: string,
  changes: OrderedChanges['changes'] | undefined,
): OwnStart[] {
  return alignment.sentences.flatMap(({ at, text, starts }) => {
    const isDrafted =
      dayOfSentence(alignment, at, from) !== from && (alignment.ends === at || (changes?.get(at) ?? []).length > 0)
    return starts.flatMap(({ written, day }) =>
      day === from ? [] : [{ written, ...(day === undefined ? {} : { day }), text, isDrafted }],
    )
  })
}

/** What the new document is called says nothing of what it asks. */
function isHead(text: string, { title, number }: NewDocument): boolean {
  return text === number || text === title?.zh || text === title?.en
}

type Aligned = { isDoubtful: boolean } & (
  | { reading: 'whole'; alignment: WholeAlignment }
  | { reading: 'notice'; alignment: NoticeAlignment }
)

function aligned(document: PlannedDocument, clauses: readonly StandingClause[], { text, reading }: Amendment): Aligned {
  const names = namesOfDocument(document)
  const told = reading === undefined ? toldReading(clauses, text, names) : { reading, isDoubtful: false }
  const { isDoubtful } = told
  if (told.reading === 'whole') {
    const words = clauses.map((clause) => clause.text.zh)
    return { reading: 'whole', isDoubtful, alignment: alignWhole(words, text, names) }
  }
  const placed = clauses.map(({ text: { zh }, place, paragraph }) => ({ words: zh, place, paragraph }))
  return { reading: 'notice', isDoubtful, alignment: alignNotice(placed, text, names) }
}

/** 印发《…》的通知 */
const ISSUED = /(?:印发|发布|公布|转发)《(?<issued>[^《》]*(?:《[^《》]*》[^《》]*)*)》的(?:通知|公告|决定)$/u

/** The new document with the title and number that its text begins with, where none were given. */
function withHead({ id, from, text, ...given }: Amendment, reading: Reading): NewDocument {
  const head = headOf(text)
  const { number } = head
  // A reissued document comes under a notice that issues it.
  const title = reading === 'whole' ? (ISSUED.exec(head.title ?? '')?.groups?.['issued'] ?? head.title) : head.title
  return {
    id,
    from,
    title: given.title ?? (title === undefined ? undefined : { zh: title, en: title }),
    number: given.number ?? number,
    ...issuedBy(text),
  }
}
