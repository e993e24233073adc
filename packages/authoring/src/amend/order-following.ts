import { allAtAPlace } from './all-at-a-place.ts'
import type { PlacedClause } from './align-notice.ts'
import { behindPlaces, isOfAll, namesOf, subjectIn } from './beside-places.ts'
import { isBodyName } from './body-names.ts'
import type { ClauseStates, QuotedSpan } from './clause-states.ts'
import type { Instruction } from './instructions.ts'
import { ARTICLE_MARK, ITEM_MARK, PART_MARK } from './item-marks.ts'
import type { NoticeFindings } from './notice-findings.ts'
import type { NoticeSentence } from './notice-sentences.ts'
import { NUMERAL } from './numeral.ts'
import type { NamedPlace } from './place-reader.ts'
import type { Target } from './place-target.ts'
import { joined } from './quoted-words.ts'
import { similarity } from './relate.ts'
import { REWORDED } from './reworded.ts'
import { runLike } from './run-like.ts'
import { speakingOf } from './subject.ts'
import { UniformWords } from './uniform-words.ts'

/** A heading of a place: （五）配齐配强…. New words that begin without one leave it as it is. */
const HEADING = new RegExp(`^(?:${ITEM_MARK}|${PART_MARK})`, 'u')
/** The number of an English section, which a document may count beside its words. */
const OWN_NUMBER = /^\d+[A-Z]{0,2}\. (?=\p{Lu})/u
/** What is put in as a part of its own changes no clause that is there. */
const NEW_PART =
  /一(?:条|款|项|段|句|部分)|\b(?:new|following|an?) (?:new )?(?:sections?|articles?|parts?|rules?|regulations?|paragraphs?|items?)\b/iu
/** So is what begins with a number of its own. */
const NUMBERED = new RegExp(String.raw`^(?:${ARTICLE_MARK}|${ITEM_MARK}|\(\w{1,4}\) |\d+[A-Z]{0,2}\.\s)`, 'u')
/** Where it is put in, as the notice says. */
const AS = /作为(?<as>[^，。；：]+)/u
const PART_NAME = new RegExp(`第${NUMERAL}(?:部分|条|章)|${PART_MARK}(?=[（(])`, 'u')
/** Of what an instruction is. */
interface OrderPlace {
  readonly scope: Target
  /** The places that it names itself. */
  readonly named: readonly NamedPlace[]
  /** What stands at each of them. */
  readonly each: readonly Target[]
  /** What is said above it. */
  readonly above: string | undefined
}

/** Does with the clauses what instructions order, each on what those before it have made. */
export class OrderFollowing {
  readonly #states: ClauseStates
  readonly #placed: readonly PlacedClause[]
  readonly #findings: NoticeFindings
  /** Words that the notice exchanged in the whole document, of which later sentences may still quote the old ones. */
  readonly #everywhere = new UniformWords()

  constructor(states: ClauseStates, placed: readonly PlacedClause[], findings: NoticeFindings) {
    this.#states = states
    this.#placed = placed
    this.#findings = findings
  }

  /** Does what a sentence orders, and says whether anything came of it. */
  follow(instruction: Instruction, place: OrderPlace, sentence: NoticeSentence): boolean {
    const { scope, named, each } = place
    if (instruction.kind === 'insert') return this.#insert(instruction, place, sentence)
    if (named.length > 0 && scope.isMissing)
      this.#findings.remark('place-not-there', sentence, namesOf(named, instruction.scope))
    const subject = subjectIn(instruction.scope, named, instruction.old.length > 0)
    if (instruction.kind === 'replace') {
      const { words, isOfQuoted } = instruction
      const quotes = instruction.old.map((item) => ({
        old: item.old,
        put: () => (isOfQuoted ? item.words : undefined),
      }))
      const isUniform =
        named.length === 0 &&
        (isOfAll(instruction.scope) || (scope.clauses.length === 0 && subject === '' && this.#renames(quotes)))
      const { isOfFigures = false } = instruction
      const order = { subject, isOfRule: false, isUniform, isOfFigures }
      if (instruction.isDistributed === true && each.length > 1) {
        if (each.length === quotes.length)
          return quotes
            .map((quote, i) => this.#exchange([quote], { ...order, scope: each[i]! }, sentence))
            .some(Boolean)
        this.#leave(scope.clauses, sentence)
        return true
      }
      if (quotes.length > 0) return this.#exchange(quotes, { ...order, scope }, sentence)
      return words !== undefined && this.#rewrite(scope, subject, words, sentence)
    }
    const { old, isOfQuoted, isOfRule } = instruction
    if (old.length > 0)
      return this.#exchange(
        old.map((quote) => ({ old: quote, put: () => (isOfQuoted ? '' : undefined) })),
        { scope, subject, isOfRule },
        sentence,
      )
    return this.#end(scope, subject, named.length > 0 ? behindPlaces(instruction.scope, named) : '', sentence)
  }

  /** Whether a body is given a name that no other body of the document has. */
  #renames(quotes: readonly { old: string; put: (old: string) => string | undefined }[]): boolean {
    return quotes.every(({ old, put }) => {
      const now = put(old)
      return now !== undefined && isBodyName(old) && isBodyName(now) && this.#states.find(now).length === 0
    })
  }

  #insert(
    { beside, side, words, scope: said }: Extract<Instruction, { kind: 'insert' }>,
    { scope, named, above }: OrderPlace,
    sentence: NoticeSentence,
  ): boolean {
    const put = words.join('')
    if (put === '') return false
    const isNewPart = NEW_PART.test(said) || (beside.length === 0 && NUMBERED.test(put))
    if (beside.length > 0 && !isNewPart) {
      if (named.length > 0 && scope.isMissing) this.#findings.remark('place-not-there', sentence, namesOf(named, said))
      return this.#exchange(
        beside.map((quote) => ({
          old: quote,
          put: (old: string) => (side === 'before' ? joined(put, old) : joined(old, put)),
        })),
        { scope, subject: subjectIn(said, named, true), isOfRule: false },
        sentence,
      )
    }
    if (!isNewPart && scope.clauses.length > 0) return false
    this.#findings.add(put, sentence, this.#whereIn(said, named, [sentence.outside, above]))
    return true
  }

  /** Where words are put in, with the part that was named before. */
  #whereIn(said: string, named: readonly NamedPlace[], around: readonly (string | undefined)[]): string | undefined {
    const own = AS.exec(said)?.groups?.['as'] ?? (named.length > 0 ? namesOf(named, said) : undefined)
    if (own === undefined || PART_NAME.test(own)) return own
    const part = around.flatMap((words = '') => PART_NAME.exec(words)?.[0] ?? [])[0]
    return part === undefined ? own : part + own
  }

  /** Ends all that stands at a place, or names what an order may be of. */
  #end(scope: Target, subject: string, said: string, sentence: NoticeSentence): boolean {
    const { clauses, readings, isWhole } = scope
    if (clauses.length === 0) return false
    const [only, ...others] = readings
    const meant = only && others.length === 0 && (isWhole || only.length > 0) ? only : []
    const all = subject === '' ? { ended: meant, others: [] } : allAtAPlace(said, meant, this.#placed)
    if (all && all.ended.length > 0) {
      for (const i of all.ended) this.#states.drop(i, sentence)
      this.#name(all.others, sentence)
      return true
    }
    this.#leave(this.#meant(subject, clauses), sentence)
    return true
  }

  /** Of some clauses, those that speak of a subject; all where none does. */
  #meant(subject: string, clauses: readonly number[]): readonly number[] {
    const speaking = subject === '' ? [] : speakingOf(subject, clauses, this.#states.texts)
    return speaking.length > 0 ? speaking : clauses
  }

  /** Puts other words, or none, in the place of those that are quoted, wherever they stand. */
  #exchange(
    quotes: readonly { old: string; put: (old: string) => string | undefined }[],
    order: { scope: Target; subject: string; isOfRule: boolean; isUniform?: boolean; isOfFigures?: boolean },
    sentence: NoticeSentence,
  ): boolean {
    let hasFound = false
    for (const { old, put } of quotes) {
      const asWritten = this.#states.find(old)
      const found = asWritten.length > 0 ? asWritten : this.#states.find(this.#everywhere.in(old))
      if (found.length === 0) {
        this.#findings.remark('words-not-there', sentence, old)
        hasFound = this.#nameLike(old, sentence) || hasFound
        continue
      }
      hasFound = true
      const meant = this.#spansMeant(found, order)
      const isToDo = meant && !(order.isOfRule && meant.some(({ isWhole }) => !isWhole))
      // From the last to the first, so that those before stay where they are.
      for (const span of [...(meant ?? found)].reverse()) {
        const words = isToDo ? put(span.words) : undefined
        if (words === undefined) {
          this.#leave(span.clauses, sentence)
          continue
        }
        const now = asWritten.length > 0 ? words : this.#everywhere.in(words)
        const isName = order.isUniform === true && isBodyName(old) && isBodyName(words)
        for (const passage of this.#states.exchange(span, now, sentence, isName))
          this.#findings.add(passage.text, sentence)
        if (order.isUniform) this.#everywhere.add(old, words)
        if (isName) this.#findings.rename(old, words)
      }
    }
    return hasFound
  }

  /** Of the places where words were found, those that an order is of; undefined where that cannot be told. */
  #spansMeant(
    found: readonly QuotedSpan[],
    { scope, subject, isOfFigures = false }: { scope: Target; subject: string; isOfFigures?: boolean },
  ): readonly QuotedSpan[] | undefined {
    const isIn = (clauses: readonly number[]) => found.filter((span) => span.clauses.some((i) => clauses.includes(i)))
    if (scope.isMissing) return undefined
    const there = scope.clauses.length > 0 ? isIn(scope.clauses) : found
    if (there.length === 0) return undefined
    const readings = scope.readings.map(isIn).filter((spans) => spans.length > 0)
    if (scope.clauses.length > 0 && readings.length > 1) return undefined
    // A figure may be that of anything: without its place, the clause has to speak of the same.
    const isUncertain = isOfFigures && (scope.clauses.length === 0 || there.length > 1)
    if (isUncertain && subject === '') return undefined
    if (!isUncertain && (there.length === 1 || subject === '')) return there
    const all = [...new Set(there.flatMap(({ clauses }) => clauses))]
    const speaking = speakingOf(subject, all, this.#states.texts)
    return speaking.length > 0 ? there.filter(({ clauses }) => clauses.some((i) => speaking.includes(i))) : undefined
  }

  /** What is quoted stands in the place of all that is at a place. */
  #rewrite(
    { clauses, readings, paragraphs, isOfSentences }: Target,
    subject: string,
    words: string,
    sentence: NoticeSentence,
  ): boolean {
    const [first] = clauses
    if (first === undefined) return false
    if (isOfSentences && readings.length > 1 && subject === '') {
      const meant = this.#readingLike(words, readings)
      if (meant) this.#become(meant, words, sentence)
      else this.#leave(clauses, sentence)
      return true
    }
    const isOne = clauses.every((i, k) => k === 0 || clauses[k - 1] === i - 1)
    if (!isOne || readings.length > 1 || subject !== '') {
      const like = runLike(words, clauses, this.#states.texts, paragraphs !== undefined)
      const isOfNumber = paragraphs?.some((own) => like?.run.join() === own.join())
      if (like && like.share >= (isOfNumber ? REWORDED.numbered : REWORDED.quoted)) {
        this.#become(like.run, words, sentence)
        if (paragraphs) this.#findings.remark('place-by-words', sentence)
      } else this.#leave(this.#meant(subject, clauses), sentence)
      return true
    }
    const keepsHeading = HEADING.test(this.#states.texts[first]!) && !HEADING.test(words)
    const own = OWN_NUMBER.test(this.#states.texts[first]!) ? words : words.replace(OWN_NUMBER, '')
    this.#become(keepsHeading && clauses.length > 1 ? clauses.slice(1) : clauses, own, sentence)
    return true
  }

  /** Of the sentences that may be meant, the one that new words come near to, as none of the others does. */
  #readingLike(words: string, readings: Target['readings']): readonly number[] | undefined {
    const [best, next] = readings
      .map((reading) => ({
        reading,
        share: similarity(reading.map((i) => this.#states.texts[i]!).join(''), words),
      }))
      .sort((a, b) => b.share - a.share)
    return best && best.share >= REWORDED.numbered && best.share >= 2 * (next?.share ?? 0) ? best.reading : undefined
  }

  #become(clauses: readonly number[], words: string, sentence: NoticeSentence): void {
    for (const passage of this.#states.become(clauses, words, sentence)) this.#findings.add(passage.text, sentence)
  }

  #name(clauses: readonly number[], sentence: NoticeSentence): void {
    for (const i of clauses) this.#states.name(i, sentence)
  }

  /** What is ordered of clauses and cannot be carried out. */
  #leave(clauses: readonly number[], sentence: NoticeSentence): void {
    for (const i of clauses) this.#states.leave(i, sentence)
  }

  /** Names the clause that comes nearest to words that no clause has. */
  #nameLike(quote: string, sentence: NoticeSentence): boolean {
    const [best] = this.#states.texts
      .map((now, i) => ({ i, share: similarity(now, quote) }))
      .sort((a, b) => b.share - a.share)
    if (!best || best.share < REWORDED.quoted) return false
    this.#states.leave(best.i, sentence)
    return true
  }
}
