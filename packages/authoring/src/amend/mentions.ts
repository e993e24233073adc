import { namesOf } from './beside-places.ts'
import type { ClauseStates } from './clause-states.ts'
import { ITEM_MARK, PART_MARK } from './item-marks.ts'
import { nearestTo } from './nearest.ts'
import type { NoticeFindings } from './notice-findings.ts'
import { HIDDEN, OF_ANOTHER, type NoticeSentence } from './notice-sentences.ts'
import { NUMERAL } from './numeral.ts'
import { givesTerm } from './order-signs.ts'
import { isOfItself } from './own-term.ts'
import type { NamedPlace } from './place-reader.ts'
import type { Target } from './place-target.ts'
import { similarTo } from './relate.ts'
import { REWORDED } from './reworded.ts'

/** What corrects misprints, and quotes them. */
const CORRECTS = /更正|误[为写印]|之误|应[当]?为|\b(?:corrigend|errat|misprint)/iu
/** What a word means is of the clauses that have it. */
const MEANS = String.raw`[，,]?\s*(?:是指|指的是|包括|指)`
const DEFINES = new RegExp(`(?:所称|所指)的?[^，,]{2,30}?${MEANS}`, 'u')
const TERM = new RegExp(`(?:所称|所指)的?(?<term>[^，,“”${HIDDEN}]{2,30}?)${MEANS}`, 'u')
/** What orders something of a place, though this document has none that is called so. */
const OF_A_PLACE = new RegExp(`^(?!.*${OF_ANOTHER}).*第${NUMERAL}(?:条|款|项|段|句|部分|章|自然段)`, 'u')
/** A heading of a place: （五）配齐配强…. New words that begin without one leave it as it is. */
const HEADING = new RegExp(`^(?:${ITEM_MARK}|${PART_MARK})`, 'u')
/** A duty without quotation that is no longer one. */
const NO_LONGER = new RegExp(`^(?:${PART_MARK}|${ITEM_MARK})?(?:不再|取消|停止)`, 'u')

/** Finds the clauses of which a sentence speaks that orders nothing that can be done. */
export class Mentions {
  readonly #states: ClauseStates
  readonly #findings: NoticeFindings

  constructor(states: ClauseStates, findings: NoticeFindings) {
    this.#states = states
    this.#findings = findings
  }

  /** The clauses of which a sentence speaks: at its places, with its quotations, or nearest to its words. */
  touchedBy({ quotes, outside }: NoticeSentence, { clauses }: Target): readonly number[] {
    if (clauses.length > 0) return clauses
    const quoted = quotes.flatMap(({ words }) => this.#having(words))
    return quoted.length > 0 ? [...new Set(quoted)] : nearestTo(outside.replaceAll(HIDDEN, ''), this.#states.texts)
  }

  /**
   * What orders nothing that can be done may restate a clause, name a place, or speak of what some clauses say. Says whether
   * all of the sentence is told with what was found.
   */
  read(sentence: NoticeSentence, target: Target, places: readonly NamedPlace[], isOrder: boolean): boolean {
    const { outside, text } = sentence
    if (isOfItself(text)) {
      this.#findings.add(text, sentence)
      return true
    }
    if (this.#restates(sentence, target, isOrder)) return true
    const referred = new Set(sentence.quotes.flatMap(({ words }) => this.#partsQuoted(words)))
    const meant = target.clauses.filter((i) => referred.has(i))
    this.#name(meant.length > 0 ? meant : target.clauses, sentence)
    if (target.isMissing) this.#findings.remark('place-not-there', sentence, namesOf(places, outside))
    if (target.clauses.length > 0) {
      if (givesTerm(outside)) this.#findings.remark('term-of-clauses', sentence, text, target.clauses)
      else if (isOrder) this.#findings.remark('not-carried-out', sentence, text, target.clauses)
      return true
    }
    const isDefinition = DEFINES.test(text)
    const defined = TERM.exec(outside)?.groups?.['term']
    const named = defined === undefined ? sentence.quotes.map(({ words }) => words) : [defined]
    const having = named.flatMap((words) => this.#having(words))
    const speaking = defined === undefined ? nearestTo(outside.replaceAll(HIDDEN, ''), this.#states.texts) : []
    const clauses = having.length > 0 ? having : speaking
    this.#name(clauses, sentence)
    if (isDefinition && having.length > 0) this.#findings.remark('defines', sentence, text, [...new Set(having)])
    if (having.length > 0 || this.#findings.isRemarked(sentence)) return clauses.length > 0
    if (OF_A_PLACE.test(outside)) this.#findings.remark('not-carried-out', sentence, text, speaking)
    else this.#findings.add(text, sentence)
    return true
  }

  /** Lets clauses become what a sentence says or quotes that is much like them: of a place that it names, those there. */
  #restates(sentence: NoticeSentence, { clauses, isMissing }: Target, isOrder: boolean): boolean {
    if (isOrder || isMissing || CORRECTS.test(sentence.outside)) return false
    const isNew = ({ words }: NoticeSentence['quotes'][number]) => this.#partsQuoted(words).length === 0
    const quoted = sentence.quotes.filter(isNew).map(({ words }) => ({ words, least: REWORDED.quoted }))
    // A sentence that names another document says no clause of this one.
    const whole = sentence.outside.includes(OF_ANOTHER)
      ? []
      : [{ words: sentence.outside.replaceAll(HIDDEN, ''), least: REWORDED.unquoted }]
    const said = [...quoted, ...whole].map((one) => ({ ...one, likeness: similarTo(one.words) }))
    const like = this.#states.texts.flatMap((now, i) => {
      if (clauses.length > 0 && !clauses.includes(i)) return []
      const best = said.find(({ likeness, least }) => likeness(now) >= least)
      // The number of an item of the notice is none of the clause.
      return best ? [{ i, words: HEADING.test(now) ? best.words : best.words.replace(HEADING, '') }] : []
    })
    for (const { i, words } of like) {
      if (NO_LONGER.test(sentence.text)) this.#states.drop(i, sentence)
      else if (words !== this.#states.texts[i])
        for (const passage of this.#states.become([i], words, sentence)) this.#findings.add(passage.text, sentence)
    }
    return like.length > 0
  }

  #name(clauses: readonly number[], sentence: NoticeSentence): void {
    for (const i of new Set(clauses)) this.#states.name(i, sentence)
  }

  #having(words: string): number[] {
    return this.#states.find(words).flatMap(({ clauses }) => clauses)
  }

  /** The clauses of which a part is quoted: what stands in the document already is no new text. */
  #partsQuoted(words: string): readonly number[] {
    return this.#states.texts.some((now) => now === words) ? [] : this.#having(words)
  }
}
