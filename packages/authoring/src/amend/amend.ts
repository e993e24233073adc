import type { PackSource, Policy, Text } from '@tiaoli/engine'
import { slugSchema, type Plan, type PlannedDocument } from '@tiaoli/engine/plan'
import type { FileTexts } from '../scaffold/insert-entries.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import { alignNotice, type Addition, type NoticeAlignment, type Remark } from './align-notice.ts'
import { alignText, type Alignment, type Fate } from './align-text.ts'
import { givesNumber, openParameters, type OpenParameter } from './answered-parameters.ts'
import { firstDayIn, startsIn } from './days-in-text.ts'
import { namesOfDocument } from './document-names.ts'
import { draftDocument, type NewDocument } from './draft-document.ts'
import { headOf } from './head-of.ts'
import { withoutLongQuotes } from './notice-sentences.ts'
import { dayOfSentence, orderedChanges, type OrderedChanges } from './ordered-changes.ts'
import { restsOn, type RestingParts } from './rests-on.ts'
import { standingClauses, type StandingClause } from './standing-clauses.ts'

/** How a new text is read: as the whole document anew, or as a notice that changes some of it. */
export type Reading = 'whole' | 'notice'

export interface Amendment extends NewDocument {
  /** The new text. */
  text: string
  /** The document that it amends; that which the pack is about if left out. */
  amends?: string
  /** Told from the text if left out: one that has less than half of the clauses is a notice. */
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
  before: Text
  /** What says it now, in the order of the new text; none where it was dropped. */
  after: readonly string[]
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
  /** The new document. */
  document: NewDocument
  reading: Reading
  /** In the order of the document. */
  clauses: readonly AmendedClause[]
  /** How many clauses stay word for word where they are. */
  kept: number
  /** Sentences of the new text that no clause said before, and where a notice puts them. */
  added: readonly Omit<Addition, 'at'>[]
  /** What a notice says that could not be done with the clauses. */
  remarks: readonly Omit<Remark, 'at'>[]
  /** The last day to which a notice prolongs the document. */
  prolongedTo?: string
  /** The first day on which a notice ends the document as a whole. */
  endsOn?: string
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
 * Throws `ScaffoldError` where the pack has no such document, and where there is one by the new id.
 */
export function amend(source: PackSource, policy: Policy, amendment: Amendment): Dossier {
  const { plan } = policy
  const document = amendedDocument(plan, amendment)
  const clauses = standingClauses(plan, document, amendment.from)
  if (clauses.length === 0) throw new ScaffoldError('document-ended', document.id)
  const { reading, alignment, notice } = aligned(document, clauses, amendment)
  const amended = alignment.clauses.flatMap(({ fate, passages }, i): AmendedClause[] => {
    const { references, shownPlace, text } = clauses[i]!
    if (fate === 'kept') return []
    return [
      {
        clause: references.at(-1)!,
        place: shownPlace,
        fate,
        before: text,
        after: passages.map((passage) => passage.text),
      },
    ]
  })
  const cited = alignment.clauses.flatMap(({ fate }, i) => (fate === 'kept' ? [] : clauses[i]!.cited))
  const ordered = notice ? orderedChanges(clauses, notice, amendment.from) : undefined
  const { title, number } = document.entry
  const made = withHead(amendment)
  const stated = firstDayIn(amendment.text)
  return {
    amends: {
      id: document.id,
      title,
      ...(number === undefined ? {} : { number }),
      ...(document.pack === plan.pack.id ? {} : { ofPack: document.pack }),
    },
    document: { id: made.id, from: made.from, title: made.title, number: made.number },
    reading,
    clauses: amended,
    kept: clauses.length - amended.length,
    added: (notice ?? alignment).added.flatMap(({ text, place }: Addition) =>
      isHead(text, made) ? [] : [{ text, ...(place === undefined ? {} : { place }) }],
    ),
    remarks: [...(notice?.remarks ?? []), ...(ordered?.remarks ?? [])]
      .sort((a, b) => a.at - b.at)
      .map(({ about, text }) => ({ about, text })),
    ...(notice?.prolongs ? { prolongedTo: notice.prolongs.to } : {}),
    ...(notice?.ends === undefined ? {} : { endsOn: endOf(notice, made.from) }),
    ...(stated === undefined || stated === made.from ? {} : { statedFrom: stated }),
    starts: ownStarts(alignment, notice, made.from, ordered?.changes),
    ...restsOn(plan, new Set(cited)),
    open: openParameters(
      plan,
      alignment.clauses.flatMap(({ fate, passages }, i) => {
        const { cited: resting, text } = clauses[i]!
        const isNumbered = fate !== 'kept' && fate !== 'dropped'
        return isNumbered && givesNumber(text.zh, passages.map((passage) => passage.text).join('')) ? resting : []
      }),
    ),
    draft: draftDocument(
      source,
      { amended: document, first: plan.document },
      clauses,
      notice && ordered ? { notice, changes: ordered.changes } : alignment,
      made,
    ),
  }
}

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

/** The day that the sentence which ends the document gives, and else the first of the notice. */
function endOf(notice: NoticeAlignment, from: string): string {
  return notice.ends === undefined ? from : dayOfSentence(notice, notice.ends, from)
}

/** Which parts of a new text begin on another day than the whole. */
function ownStarts(
  alignment: Alignment,
  notice: NoticeAlignment | undefined,
  from: string,
  changes: OrderedChanges['changes'] | undefined,
): OwnStart[] {
  const sentences = notice?.sentences ?? alignment.added.map((item) => ({ ...item, starts: startsIn(item.text) }))
  return sentences.flatMap(({ at, text, starts }) => {
    const isDrafted =
      notice !== undefined &&
      dayOfSentence(notice, at, from) !== from &&
      (notice.ends === at || (changes?.get(at) ?? []).length > 0)
    return starts.flatMap(({ written, day }) =>
      day === from ? [] : [{ written, ...(day === undefined ? {} : { day }), text, isDrafted }],
    )
  })
}

/** What the new document is called says nothing of what it asks. */
function isHead(text: string, { title, number }: NewDocument): boolean {
  return text === number || text === title?.zh || text === title?.en
}

interface Aligned {
  reading: Reading
  alignment: Alignment
  /** Of a notice alone. */
  notice?: NoticeAlignment
}

function aligned(document: PlannedDocument, clauses: readonly StandingClause[], { text, reading }: Amendment): Aligned {
  const words = clauses.map((clause) => clause.text.zh)
  const whole = alignText(words, text)
  if (reading === 'whole' || (reading === undefined && isWhole(words, text, whole)))
    return { reading: 'whole', alignment: whole }
  const placed = clauses.map(({ text: { zh }, place }) => ({ words: zh, place }))
  const notice = alignNotice(placed, text, namesOfDocument(document))
  return { reading: 'notice', alignment: notice, notice }
}

/** Whether a text says half of the clauses itself, and does not only quote them. */
function isWhole(words: readonly string[], text: string, whole: Alignment): boolean {
  const own = withoutLongQuotes(text)
  const { clauses } = own === text ? whole : alignText(words, own)
  return clauses.filter(({ fate }) => fate !== 'dropped').length * 2 >= clauses.length
}

/** The new document with the title and number that its text begins with, where none were given. */
function withHead({ id, from, text, ...given }: Amendment): NewDocument {
  const { title, number } = headOf(text)
  return {
    id,
    from,
    title: given.title ?? (title === undefined ? undefined : { zh: title, en: title }),
    number: given.number ?? number,
  }
}
