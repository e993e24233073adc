import { alignText } from './align-text.ts'
import { DocumentNames } from './document-names.ts'
import { documentOrder } from './document-orders.ts'
import { headOf } from './head-of.ts'
import { instructionsIn } from './instructions.ts'
import { letterheadOf } from './letterhead.ts'
import { frameOf } from './notice-frame.ts'
import { noticeSentences, withoutLongQuotes } from './notice-sentences.ts'
import { isOfItself } from './own-term.ts'
import { PlaceReader } from './place-reader.ts'
import { withoutSectionNumbers } from './section-numbers.ts'
import type { StandingClause } from './standing-clauses.ts'

/** How a new text is read: as the whole document, or as a notice that changes some of it. */
export type Reading = 'whole' | 'notice'

export interface ToldReading {
  readonly reading: Reading
  /** Whether the text may well be the other. */
  readonly isDoubtful: boolean
}

/** From this share of the clauses on, a text says the whole document. */
const WHOLE = 0.5
/** And from this on, it may. */
const PERHAPS_WHOLE = 0.25

const OF_NOTICE =
  /(?:修改|修订|修正|调整|更正|补充|明确|废止|停止(?:执行|施行)|取消|延长|延续|继续(?:执行|施行))|修正案|\b(?:amend|repeal|exten[ds]|prolong|supplement|corrigend)/iu
const OF_WHOLE = /重新|(?:修订|修正|修改)(?:后|版|本|稿|印发)|印发|转发|\b(?:re-?issu|consolidat|reprint)/iu

/**
 * Tells a notice from a reissued document. A text that says half of the clauses word for word, and does not only quote
 * them, is the whole; one that orders something of words or places is a notice, however alike its sentences are.
 */
export function toldReading(clauses: readonly StandingClause[], text: string, names: readonly string[]): ToldReading {
  const letterhead = letterheadOf(clauses)
  const words = clauses.map((clause) => clause.text.zh)
  const body = words.flatMap((said, i) => (letterhead.has(i) || isOfItself(said) ? [] : [i]))
  const { clauses: aligned } = alignText(
    words.map(withoutLongQuotes),
    withoutSectionNumbers(withoutLongQuotes(text), words).text,
  )
  const shareOf = (fates: readonly string[]) =>
    body.filter((i) => fates.includes(aligned[i]!.fate)).length / Math.max(1, body.length)
  const exact = shareOf(['kept', 'moved'])
  const related = exact + shareOf(['reworded', 'split', 'merged'])
  const title = headOf(text).title ?? ''
  const isCalledNotice = OF_NOTICE.test(title) && !OF_WHOLE.test(title)
  if (exact >= WHOLE) return { reading: 'whole', isDoubtful: isCalledNotice }
  if (isCalledNotice) return { reading: 'notice', isDoubtful: false }
  if (orders(clauses, text, names)) return { reading: 'notice', isDoubtful: related >= WHOLE }
  return related >= WHOLE
    ? { reading: 'whole', isDoubtful: true }
    : { reading: 'notice', isDoubtful: related >= PERHAPS_WHOLE }
}

/** Whether a text orders something of words, of places or of the time of the document, unlike one that ends it and restates all. */
function orders(clauses: readonly StandingClause[], text: string, names: readonly string[]): boolean {
  const called = new DocumentNames(names, text)
  const places = new PlaceReader(clauses.map(({ text: { zh }, place }) => ({ words: zh, place })))
  const sentences = noticeSentences(text, called)
  const frame = frameOf(
    sentences.map((sentence) => sentence.text),
    text,
  )
  return sentences.some(
    (sentence, i) =>
      !frame.has(i) &&
      (instructionsIn(sentence, (words) => places.read(words).length > 0).length > 0 ||
        documentOrder(called.named(sentence.text)).prolongs !== undefined),
  )
}
