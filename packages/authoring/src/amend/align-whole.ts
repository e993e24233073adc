import type { NoticePassage } from './align-notice.ts'
import { alignText, type Alignment } from './align-text.ts'
import { startsIn } from './days-in-text.ts'
import { DocumentNames } from './document-names.ts'
import { endsDocumentsBelow, endsWhole, isNameAlone } from './whole-endings.ts'
import { levelOf, UNNUMBERED } from './item-marks.ts'
import { plainWords } from './passages.ts'
import { withoutSectionNumbers } from './section-numbers.ts'

/** A reissued document beside the clauses of the earlier one. */
export interface WholeAlignment extends Alignment {
  /** The numbers of its sections, which its words do not repeat, by where these begin. */
  readonly numbers: ReadonlyMap<number, string>
  /** What no clause said before, with the days from which it orders something. */
  readonly sentences: readonly NoticePassage[]
  /** Where it ends the earlier document as a whole. */
  readonly ends?: number
}

/**
 * Reads a text as the whole document. The sentence by which it ends the earlier document says none of its clauses.
 *
 * @param names What the earlier document is called: its title, its number.
 */
export function alignWhole(clauses: readonly string[], text: string, names: readonly string[]): WholeAlignment {
  const called = new DocumentNames(names, text)
  const old = new Set(clauses.map(plainWords))
  const endingIn = (sentences: readonly string[]) =>
    endingsOfDocument(sentences, called).map((is, i) => is && !old.has(sentences[i]!))
  const { text: words, numbers } = withoutSectionNumbers(text, clauses)
  const { clauses: aligned, added } = alignText(clauses, words, endingIn)
  const isEnding = endingIn(added.map((passage) => passage.text))
  const ends = added.find((_, i) => isEnding[i])?.at
  return {
    clauses: aligned,
    numbers,
    added,
    sentences: added.map((passage) => ({ ...passage, starts: startsIn(passage.text) })),
    ...(ends === undefined ? {} : { ends }),
  }
}

/** Which sentences end the document as a whole, also as one of a list of documents that are ended. */
export function endingsOfDocument(sentences: readonly string[], called: DocumentNames): boolean[] {
  let below: number | undefined
  return sentences.map((sentence) => {
    const level = levelOf(sentence)
    if (below !== undefined && level <= below) below = undefined
    const named = called.named(sentence)
    const isListed = below !== undefined && isNameAlone(named) && (level < UNNUMBERED || sentence.startsWith('《'))
    if (endsDocumentsBelow(sentence)) below = level === UNNUMBERED ? -1 : level
    return isListed || endsWhole(named)
  })
}
