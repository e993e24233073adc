import type { Text } from '@tiaoli/engine'
import { isOfAnotherByTitle, isProposal } from './about-another.ts'
import type { Alignment, Passage } from './align-text.ts'
import type { OrderedClause } from './clause-states.ts'
import { startsIn, type Start } from './days-in-text.ts'
import { DocumentNames } from './document-names.ts'
import { frameOf } from './notice-frame.ts'
import { NoticeReading } from './notice-reading.ts'
import type { OrderStarts } from './order-starts.ts'
import { noticeSentences } from './notice-sentences.ts'

/** A clause, and where it stands. */
export interface PlacedClause {
  readonly words: string
  readonly place?: Text | undefined
  /** The paragraph of the document in which it begins, where that is known. */
  readonly paragraph?: number | undefined
}

/** Why something that a notice says is for a person; `REMARK_WORDS` has each in words. */
export const REMARKS = [
  'words-not-there',
  'place-not-there',
  'prolonged-without-day',
  'renumbered',
  'also-named',
  'days-differ',
  'day-unclear',
  'changed-later',
  'says-more',
  'transitional',
  'beside-open',
  'place-by-words',
  'term-of-clauses',
  'defines',
  'of-another',
  'not-carried-out',
] as const

/** What a notice says and could not be done with the clauses. */
export interface Remark extends Passage {
  readonly about: (typeof REMARKS)[number]
  /** The clauses of which it speaks, by their order, where that is told with it. */
  readonly touches?: readonly number[]
}

/** Words that a notice puts in, and where, as far as it says. */
export interface Addition extends Passage {
  readonly place?: string
}

/** A sentence of a notice, and from when it orders something, where it says so. */
export interface NoticePassage extends Passage {
  readonly starts: readonly Start[]
  /** From when it orders what was done of it, where that is not known from all of these. */
  readonly ordersFrom?: OrderStarts | undefined
}

/** A body that has another name. */
export interface Renamed {
  readonly from: string
  readonly to: string
}

/** A notice beside the clauses of the document that it changes. */
export interface NoticeAlignment extends Alignment {
  readonly clauses: readonly OrderedClause[]
  readonly added: readonly Addition[]
  /** The notice, sentence by sentence. */
  readonly sentences: readonly NoticePassage[]
  readonly remarks: readonly Remark[]
  /** Bodies that it calls by another name throughout the document. */
  readonly renamed: readonly Renamed[]
  /** Whether it orders anything of the document, whatever came of it. */
  readonly hasOrders: boolean
  /** Where it ends the document as a whole. */
  readonly ends?: number
  /** Where it prolongs the document, and the last day to which it does. */
  readonly prolongs?: { readonly at: number; readonly to: string }
}

/**
 * Reads a text as a notice that changes some clauses and leaves the others as they are. It orders what is to be done with
 * words that it quotes, or with what stands at a place that it names. What it only mentions, and what it orders so that
 * more than one thing may be meant, is for a person to read.
 *
 * @param names What the document is called: its title, its number.
 */
export function alignNotice(
  clauses: readonly PlacedClause[],
  text: string,
  names: readonly string[] = [],
): NoticeAlignment {
  const called = new DocumentNames(names, text)
  const sentences = noticeSentences(text, called)
  const frame = frameOf(
    sentences.map((sentence) => sentence.text),
    text,
  )
  const reading = new NoticeReading(clauses, called, {
    isOfAnother: isOfAnotherByTitle(text, called),
    isProposal: isProposal(text),
  })
  for (const [i, sentence] of sentences.entries()) if (!frame.has(i)) reading.read(sentence)
  return {
    ...reading.outcome(),
    sentences: sentences.map(({ at, text: words, outside }) => ({
      at,
      text: words,
      starts: startsIn(outside),
      ordersFrom: reading.startsOf(at),
    })),
  }
}

/** A notice that has been cut into clauses, of which `at` gives the order. */
export function readNotice(
  clauses: readonly PlacedClause[],
  texts: readonly string[],
  names: readonly string[],
): Omit<NoticeAlignment, 'sentences'> {
  const called = new DocumentNames(names, texts.join('\n'))
  const reading = new NoticeReading(clauses, called)
  for (const [at, text] of texts.entries())
    for (const sentence of noticeSentences(text, called)) reading.read({ ...sentence, at })
  return reading.outcome()
}
