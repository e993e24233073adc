import { allAtAPlace } from './all-at-a-place.ts'
import type { Addition, NoticeAlignment, PlacedClause, Remark, Renamed } from './align-notice.ts'
import { behindPlaces, isOfAll, namesOf, subjectIn, withoutPlaces } from './beside-places.ts'
import { isBodyName } from './body-names.ts'
import { ClauseStates, type QuotedSpan } from './clause-states.ts'
import { NAME, type DocumentNames } from './document-names.ts'
import { documentOrder, endsDocumentsBelow } from './document-orders.ts'
import { instructionsIn, type Instruction } from './instructions.ts'
import { ARTICLE_MARK, ITEM_MARK, levelOf, PART_MARK, UNNUMBERED } from './item-marks.ts'
import { nearestTo } from './nearest.ts'
import { HIDDEN, OF_ANOTHER, type NoticeSentence } from './notice-sentences.ts'
import { NUMERAL } from './numeral.ts'
import { isOfItself } from './own-term.ts'
import { paragraphsAlone, withoutNewNumbers } from './paragraph-names.ts'
import { PlaceReader, type NamedPlace } from './place-reader.ts'
import { targetOf, type Target } from './place-target.ts'
import { joined } from './quoted-words.ts'
import { similarity } from './relate.ts'
import { runLike } from './run-like.ts'
import { speakingOf, subjectOf } from './subject.ts'
import { isTransitional } from './transitional-rule.ts'
import { UniformWords } from './uniform-words.ts'

/**
 * From this share on, what a sentence of a notice quotes, or the sentence itself, is a clause reworded; less is enough
 * where the number that the notice gives leads to the same clauses.
 */
const REWORDED = { numbered: 0.25, quoted: 0.5, unquoted: 0.75 }

/** A heading of a place: （五）配齐配强…. New words that begin without one leave it as it is. */
const HEADING = new RegExp(`^(?:${ITEM_MARK}|${PART_MARK})`, 'u')
/** What is put in as a part of its own changes no clause that is there. */
const NEW_PART =
  /一(?:条|款|项|段|句|部分)|\b(?:new|following|an?) (?:new )?(?:sections?|articles?|parts?|rules?|regulations?|paragraphs?|items?)\b/iu
/** So is what begins with a number of its own. */
const NUMBERED = new RegExp(String.raw`^(?:${ARTICLE_MARK}|${ITEM_MARK}|\(\w{1,4}\) |\d+[A-Z]{0,2}\.\s)`, 'u')
/** Where it is put in, as the notice says. */
const AS = /作为(?<as>[^，。；：]+)/u
const PART_NAME = new RegExp(`第${NUMERAL}(?:部分|条|章)|${PART_MARK}(?=[（(])`, 'u')
/** Behind what names a place and ends so, the instructions for it follow. */
const LEADS_IN = /[：:—–]$/u
/** What an order to renumber consists of beside the places. */
const RENUMBERS = /序号|编号|顺延|递补|调整|改|变更|作|为|相应|依次|其后|以下|各/gu
/** What corrects misprints, and quotes them. */
const CORRECTS = /更正|误[为写印]|之误|应[当]?为|\b(?:corrigend|errat|misprint)/iu
/** 第三条 of another document, and section 2 of another in a sentence without Chinese. */
const PLACE_OF_ANOTHER = new RegExp(
  String.raw`${OF_ANOTHER}(?:[（(][^（）()]*[）)])?(?:第|中|里)|^(?=\P{Script=Han}*$).*${OF_ANOTHER}`,
  'u',
)
/** What comes before all items: 现就有关事项通知如下： */
const INTRODUCES =
  /(?:通知|规定|决定|补充|调整|修改|修订|明确|要求|说明|意见)[^，。；：]{0,4}(?:如下|以下)[^，。；：]{0,4}：$/u
/** What a word means is of the clauses that have it. */
const DEFINES = /(?:所称|所指)的?(?<term>[^，,“”\ufffc]{2,30}?)[，,]?\s*(?:是指|指的是|包括|指)/u
/** A duty without quotation that is no longer one. */
const NO_LONGER = new RegExp(`^(?:${PART_MARK}|${ITEM_MARK})?(?:不再|取消|停止)`, 'u')

interface LeadIn {
  sentence: NoticeSentence
  level: number
  clauses: readonly number[]
  part: string | undefined
}

/** The clauses as they become, sentence by sentence. */
export class NoticeReading {
  readonly #states: ClauseStates
  readonly #places: PlaceReader
  readonly #placed: readonly PlacedClause[]
  readonly #names: DocumentNames
  readonly #paragraphs: readonly (number | undefined)[]
  readonly #added: Addition[] = []
  readonly #remarks: Remark[] = []
  readonly #renamed: Renamed[] = []
  /** The last sentence that says at which place the instructions below it are. */
  #leadIn: LeadIn | undefined
  /** The level of a sentence that ends the documents that are named below it. */
  #endsBelow: number | undefined
  #part: string | undefined
  #before: { scope: Target; isOpen: boolean } | undefined
  /** What the place has that was named last, of which paragraphs may be named alone. */
  #around: readonly number[] = []
  /** Words that the notice exchanged in the whole document, of which later sentences may still quote the old ones. */
  readonly #everywhere = new UniformWords()
  #ofDocument: Pick<NoticeAlignment, 'ends' | 'prolongs'> = {}

  constructor(clauses: readonly PlacedClause[], names: DocumentNames) {
    this.#names = names
    this.#places = new PlaceReader(clauses)
    this.#placed = clauses
    this.#paragraphs = clauses.map(({ paragraph }) => paragraph)
    this.#states = new ClauseStates(clauses.map(({ words }) => words))
  }

  read(said: NoticeSentence): void {
    const outside = said.quotes.length > 0 ? withoutNewNumbers(said.outside) : said.outside
    const sentence = { ...said, outside }
    if (outside !== said.outside) this.#remark('renumbered', said)
    const level = levelOf(sentence.text)
    if (level !== UNNUMBERED) this.#around = []
    if (this.#leadIn && level <= this.#leadIn.level) this.#closeLeadIn()
    if (this.#endsBelow !== undefined && level <= this.#endsBelow) this.#endsBelow = undefined
    this.#part = this.#leadIn?.part
    const places = this.#placesIn(sentence.outside)
    const target = this.#target(places)
    if (LEADS_IN.test(sentence.text) && this.#leads(sentence, target)) return
    this.#part = this.#leadIn?.part
    const isOfTransition = isTransitional(sentence.text)
    let hasDone = this.#followOfDocument(sentence, isOfTransition)
    if (isOfTransition) {
      this.#remark('transitional', sentence, sentence.text, this.#touchedBy(sentence, target))
      hasDone = true
    }
    if (this.#endsBelow !== undefined && sentence.outside.includes(OF_ANOTHER)) return
    if (this.#isRenumbering(sentence, places)) {
      this.#remark('renumbered', sentence)
      return
    }
    const all = instructionsIn(sentence, (words) => this.#namesPlace(words))
    // 取消前已经办理的 ends nothing.
    const instructions = isOfTransition ? all.filter(({ kind }) => kind !== 'end') : all
    let scope = places.length > 0 ? this.#target([]) : (this.#runsOn(level) ?? this.#leadInTarget())
    let isOfAnother = false
    for (const instruction of instructions) {
      const named = this.#placesIn(instruction.scope)
      if (named.length === 0 && PLACE_OF_ANOTHER.test(instruction.scope)) {
        isOfAnother = true
        continue
      }
      const last = named.at(-1)
      if (last) this.#around = this.#places.around(last)
      const paragraph = this.#paragraphIn(instruction.scope.slice(last?.to ?? 0))
      if (paragraph) scope = paragraph
      else if (last) scope = this.#target(named)
      hasDone = this.#follow(instruction, scope, named, sentence) || hasDone
    }
    this.#before = { scope, isOpen: sentence.text.endsWith('；') }
    if (isOfAnother && !hasDone) this.#add(sentence.text, sentence)
    else if (!hasDone) this.#mention(sentence, target, places, instructions.length > 0)
  }

  /** A paragraph that is named alone, of the place that was named before. */
  #paragraphIn(words: string): Target | undefined {
    const alone = paragraphsAlone(words)
    const clauses = this.#around.length > 0 ? this.#around : (this.#leadIn?.clauses ?? [])
    if (!alone || clauses.length === 0) return undefined
    const { from, named } = alone
    return this.#target([{ from, to: from + named.length, clauses, within: named }])
  }

  /** What the order before was of, where a sentence without a number goes on behind its semicolon. */
  #runsOn(level: number): Target | undefined {
    const isOn = this.#before?.isOpen && level === UNNUMBERED && this.#before.scope.clauses.length > 0
    return isOn ? this.#before?.scope : undefined
  }

  outcome(): Omit<NoticeAlignment, 'sentences'> {
    this.#closeLeadIn()
    const { alsoNamed, besideOpen } = this.#states
    const remarks = [
      ...this.#remarks,
      ...alsoNamed.map(({ at, text }) => ({ about: 'also-named' as const, at, text })),
      ...besideOpen.map(({ at, text }) => ({ about: 'beside-open' as const, at, text })),
    ].sort((a, b) => a.at - b.at)
    return { ...this.#ofDocument, clauses: this.#states.outcome(), added: this.#added, remarks, renamed: this.#renamed }
  }

  /** The places that words name; an item alone is of the part that was named last. */
  #placesIn(words: string): NamedPlace[] {
    const places = this.#places.read(words, this.#part)
    this.#part = places.flatMap(({ part }) => part ?? []).at(-1) ?? this.#part
    return places
  }

  #namesPlace(words: string): boolean {
    return this.#places.read(words, this.#part).length > 0
  }

  #target(places: readonly NamedPlace[]): Target {
    return targetOf(places, this.#states.texts, this.#paragraphs)
  }

  #leadInTarget(): Target {
    const clauses = this.#leadIn?.clauses ?? []
    return { clauses, readings: [clauses], isMissing: false, isWhole: true, paragraphs: undefined }
  }

  /** Whether a sentence is there for those below it. */
  #leads(sentence: NoticeSentence, { clauses }: Target): boolean {
    const numbered = levelOf(sentence.text)
    const level = numbered === UNNUMBERED ? -1 : numbered
    if (endsDocumentsBelow(sentence.text)) {
      this.#endsBelow = level
      return true
    }
    if (clauses.length > 0) {
      this.#closeLeadIn()
      this.#leadIn = { sentence, level, clauses, part: this.#part }
      return true
    }
    if (sentence.quotes.length > 0) return false
    return (
      INTRODUCES.test(sentence.outside) ||
      (sentence.outside.includes(HIDDEN) && /如下|下列|以下/u.test(sentence.outside))
    )
  }

  /** A place for which nothing has followed is for a person to read. */
  #closeLeadIn(): void {
    if (!this.#leadIn) return
    const { clauses, sentence } = this.#leadIn
    if (clauses.every((i) => this.#states.fateOf(i) === 'kept')) this.#name(clauses, sentence)
    this.#leadIn = undefined
  }

  /** Does what a sentence orders of the document as a whole, and says whether it orders any such thing. */
  #followOfDocument(sentence: NoticeSentence, isOfTransition: boolean): boolean {
    const { at, text } = sentence
    const named = this.#names.named(text)
    const order = documentOrder(named)
    const ends = order.ends || (this.#endsBelow !== undefined && named.includes(NAME))
    if (ends) {
      this.#ofDocument = { ...this.#ofDocument, ends: at }
      for (const i of this.#states.texts.keys()) this.#states.drop(i, sentence)
      return true
    }
    if (!order.prolongs || isOfTransition) return false
    const { to } = order.prolongs
    if (to === undefined) this.#remark('prolonged-without-day', sentence)
    else this.#ofDocument = { ...this.#ofDocument, prolongs: { at, to } }
    return true
  }

  /** The clauses of which a sentence speaks: at its places, with its quotations, or nearest to its words. */
  #touchedBy({ quotes, outside }: NoticeSentence, { clauses }: Target): readonly number[] {
    if (clauses.length > 0) return clauses
    const quoted = quotes.flatMap(({ words }) => this.#states.find(words).flatMap((span) => span.clauses))
    return quoted.length > 0 ? [...new Set(quoted)] : nearestTo(outside.replaceAll(HIDDEN, ''), this.#states.texts)
  }

  /** Does what a sentence orders, and says whether anything came of it. */
  #follow(instruction: Instruction, scope: Target, named: readonly NamedPlace[], sentence: NoticeSentence): boolean {
    if (instruction.kind === 'insert') return this.#insert(instruction, scope, named, sentence)
    if (named.length > 0 && scope.isMissing)
      this.#remark('place-not-there', sentence, namesOf(named, instruction.scope))
    const subject = subjectIn(instruction.scope, named, instruction.old.length > 0)
    if (instruction.kind === 'replace') {
      const { words, isOfQuoted } = instruction
      const quotes = instruction.old.map((item) => ({
        old: item.old,
        put: () => (isOfQuoted ? item.words : undefined),
      }))
      const isUniform = named.length === 0 && isOfAll(instruction.scope)
      if (quotes.length > 0) return this.#exchange(quotes, { scope, subject, isOfRule: false, isUniform }, sentence)
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

  #insert(
    { beside, side, words, scope: said }: Extract<Instruction, { kind: 'insert' }>,
    scope: Target,
    named: readonly NamedPlace[],
    sentence: NoticeSentence,
  ): boolean {
    const put = words.join('')
    if (put === '') return false
    const isNewPart = NEW_PART.test(said) || (beside.length === 0 && NUMBERED.test(put))
    if (beside.length > 0 && !isNewPart) {
      if (named.length > 0 && scope.isMissing) this.#remark('place-not-there', sentence, namesOf(named, said))
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
    this.#add(put, sentence, this.#whereIn(said, named, sentence))
    return true
  }

  /** Where words are put in, with the part that was named before. */
  #whereIn(said: string, named: readonly NamedPlace[], sentence: NoticeSentence): string | undefined {
    const own = AS.exec(said)?.groups?.['as'] ?? (named.length > 0 ? namesOf(named, said) : undefined)
    if (own === undefined || PART_NAME.test(own)) return own
    const part = [sentence, this.#leadIn?.sentence].flatMap((item) => PART_NAME.exec(item?.outside ?? '')?.[0] ?? [])[0]
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
    order: { scope: Target; subject: string; isOfRule: boolean; isUniform?: boolean },
    sentence: NoticeSentence,
  ): boolean {
    let hasFound = false
    for (const { old, put } of quotes) {
      const asWritten = this.#states.find(old)
      const found = asWritten.length > 0 ? asWritten : this.#states.find(this.#everywhere.in(old))
      if (found.length === 0) {
        this.#remark('words-not-there', sentence, old)
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
        for (const passage of this.#states.exchange(span, now, sentence, isName)) this.#add(passage.text, sentence)
        if (order.isUniform) this.#everywhere.add(old, words)
        if (isName && !this.#renamed.some(({ from }) => from === old)) this.#renamed.push({ from: old, to: words })
      }
    }
    return hasFound
  }

  /** Of the places where words were found, those that an order is of; undefined where that cannot be told. */
  #spansMeant(
    found: readonly QuotedSpan[],
    { scope, subject }: { scope: Target; subject: string },
  ): readonly QuotedSpan[] | undefined {
    const isIn = (clauses: readonly number[]) => found.filter((span) => span.clauses.some((i) => clauses.includes(i)))
    if (scope.isMissing) return undefined
    const there = scope.clauses.length > 0 ? isIn(scope.clauses) : found
    if (there.length === 0) return undefined
    const readings = scope.readings.map(isIn).filter((spans) => spans.length > 0)
    if (scope.clauses.length > 0 && readings.length > 1) return undefined
    if (there.length === 1 || subject === '') return there
    const all = [...new Set(there.flatMap(({ clauses }) => clauses))]
    const speaking = speakingOf(subject, all, this.#states.texts)
    return speaking.length > 0 ? there.filter(({ clauses }) => clauses.some((i) => speaking.includes(i))) : undefined
  }

  /** What is quoted stands in the place of all that is at a place. */
  #rewrite(
    { clauses, readings, paragraphs }: Target,
    subject: string,
    words: string,
    sentence: NoticeSentence,
  ): boolean {
    const [first] = clauses
    if (first === undefined) return false
    const isOne = clauses.every((i, k) => k === 0 || clauses[k - 1] === i - 1)
    if (!isOne || readings.length > 1 || subject !== '') {
      const like = runLike(words, clauses, this.#states.texts, paragraphs !== undefined)
      const isOfNumber = paragraphs?.some((own) => like?.run.join() === own.join())
      if (like && like.share >= (isOfNumber ? REWORDED.numbered : REWORDED.quoted)) {
        this.#become(like.run, words, sentence)
        if (paragraphs) this.#remark('place-by-words', sentence)
      } else this.#leave(this.#meant(subject, clauses), sentence)
      return true
    }
    const keepsHeading = HEADING.test(this.#states.texts[first]!) && !HEADING.test(words)
    this.#become(keepsHeading && clauses.length > 1 ? clauses.slice(1) : clauses, words, sentence)
    return true
  }

  #become(clauses: readonly number[], words: string, sentence: NoticeSentence): void {
    for (const passage of this.#states.become(clauses, words, sentence)) this.#add(passage.text, sentence)
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

  #add(text: string, { at }: NoticeSentence, place?: string): void {
    this.#added.push({ at, text, ...(place === undefined ? {} : { place }) })
  }

  #remark(about: Remark['about'], { at, text }: NoticeSentence, words = text, touches: readonly number[] = []): void {
    const isKnown = this.#remarks.some((other) => other.about === about && other.at === at && other.text === words)
    if (!isKnown) this.#remarks.push({ about, at, text: words, ...(touches.length > 0 ? { touches } : {}) })
  }

  #isRenumbering({ outside, quotes }: NoticeSentence, places: readonly NamedPlace[]): boolean {
    const behind = withoutPlaces(outside, places).replaceAll(RENUMBERS, '')
    return (
      quotes.length === 0 &&
      places.length > 1 &&
      /序号|编号|顺延|调整为|改为|变更为|renumbered|redesignated|\bbecomes?\b/iu.test(outside) &&
      subjectOf(behind) === ''
    )
  }

  /** The clauses of which a part is quoted: what stands in the document already is no new text. */
  #partsQuoted(words: string): readonly number[] {
    if (this.#states.texts.some((now) => now === words)) return []
    return this.#states.find(words).flatMap(({ clauses }) => clauses)
  }

  /** What orders nothing that can be done may restate a clause, name a place, or speak of what some clauses say. */
  #mention(sentence: NoticeSentence, target: Target, places: readonly NamedPlace[], isOrder: boolean): void {
    if (isOfItself(sentence.text)) {
      this.#add(sentence.text, sentence)
      return
    }
    const referred = new Set(sentence.quotes.flatMap(({ words }) => this.#partsQuoted(words)))
    const isNew = ({ words }: NoticeSentence['quotes'][number]) => this.#partsQuoted(words).length === 0
    const quoted = sentence.quotes.filter(isNew).map(({ words }) => ({ words, least: REWORDED.quoted }))
    const own = sentence.outside.replaceAll(HIDDEN, '')
    const said = isOrder || CORRECTS.test(sentence.outside) ? [] : [...quoted, { words: own, least: REWORDED.unquoted }]
    const like = this.#states.texts.flatMap((now, i) => {
      const best = said.find(({ words, least }) => similarity(now, words) >= least)
      // The number of an item of the notice is none of the clause.
      return best ? [{ i, words: HEADING.test(now) ? best.words : best.words.replace(HEADING, '') }] : []
    })
    for (const { i, words } of like) {
      if (NO_LONGER.test(sentence.text)) this.#states.drop(i, sentence)
      else if (words !== this.#states.texts[i]) this.#become([i], words, sentence)
    }
    if (like.length > 0) return
    const meant = target.clauses.filter((i) => referred.has(i))
    this.#name(meant.length > 0 ? meant : target.clauses, sentence)
    if (target.isMissing) this.#remark('place-not-there', sentence, namesOf(places, sentence.outside))
    if (target.clauses.length > 0) return
    const defined = DEFINES.exec(sentence.outside)?.groups?.['term']
    const named = defined === undefined ? sentence.quotes.map(({ words }) => words) : [defined]
    const having = named.flatMap((words) => this.#states.find(words).flatMap(({ clauses }) => clauses))
    const speaking = defined === undefined ? nearestTo(own, this.#states.texts) : []
    this.#name(having.length > 0 ? having : speaking, sentence)
    if (having.length === 0 && this.#remarks.at(-1)?.at !== sentence.at) this.#add(sentence.text, sentence)
  }
}
