import { headsAnother, headsThis, partsOfAnother } from './about-another.ts'
import type { NoticeAlignment, PlacedClause } from './align-notice.ts'
import { withoutSpans } from './beside-places.ts'
import { ClauseStates } from './clause-states.ts'
import { NAME, type DocumentNames } from './document-names.ts'
import { documentOrder, isOfDocument } from './document-orders.ts'
import { doubtfulParts, isLimited } from './doubtful-parts.ts'
import { halvesOf, isMet } from './halves.ts'
import { instructionsIn, type Instruction, type SaidInstruction } from './instructions.ts'
import { levelOf, UNNUMBERED } from './item-marks.ts'
import { leftOver } from './left-over.ts'
import { Mentions } from './mentions.ts'
import { NoticeFindings } from './notice-findings.ts'
import { HIDDEN, OF_ANOTHER, type NoticeSentence } from './notice-sentences.ts'
import { startsOfOrders, type OrderStarts } from './order-starts.ts'
import { OrderFollowing } from './order-following.ts'
import { givesTerm } from './order-signs.ts'
import { ofItselfIn } from './of-itself.ts'
import { newNumbersIn, paragraphsAlone, withoutNewNumbers } from './paragraph-names.ts'
import type { Span } from './passages.ts'
import { PlaceReader, type NamedPlace } from './place-reader.ts'
import { targetOf, type Target } from './place-target.ts'
import { subjectOf } from './subject.ts'
import { isTransitional } from './transitional-rule.ts'
import { endsDocumentsBelow, endsWhole, isNameAlone, speaksOfEnd } from './whole-endings.ts'

/** 其有效期, 将其延长. */
const ITS = /(^|[，；将把对])其(?=有效期|延|继续|执行期)/u
/** Behind what names a place and ends so, the instructions for it follow. */
const LEADS_IN = /[：:—–]$/u
/** What an order to renumber consists of beside the places. */
const RENUMBERS = /序号|编号|顺延|递补|调整|改|变更|作|为|相应|依次|其后|以下|各/gu
/** 第三条 of another document, and section 2 of another in a sentence without Chinese. */
const PLACE_OF_ANOTHER = new RegExp(
  String.raw`${OF_ANOTHER}(?:[（(][^（）()]*[）)])?(?:第|中|里)|^(?=\P{Script=Han}*$).*${OF_ANOTHER}`,
  'u',
)
/** What comes before all items: 现就有关事项通知如下： */
const INTRODUCES =
  /(?:通知|规定|决定|补充|调整|修改|修订|明确|要求|说明|意见)[^，。；：]{0,4}(?:如下|以下)[^，。；：]{0,4}：$/u
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
  readonly #names: DocumentNames
  readonly #paragraphs: readonly (number | undefined)[]
  readonly #findings = new NoticeFindings()
  readonly #following: OrderFollowing
  readonly #mentions: Mentions
  /** The last sentence that says at which place the instructions below it are. */
  #leadIn: LeadIn | undefined
  /** The level of a sentence that ends the documents that are named below it. */
  #endsBelow: number | undefined
  #part: string | undefined
  #before: { scope: Target; isOpen: boolean } | undefined
  /** What the place has that was named last, of which paragraphs may be named alone. */
  #around: readonly number[] = []
  /** From when sentences order what was done. */
  readonly #starts = new Map<number, OrderStarts>()
  #ofDocument: Pick<NoticeAlignment, 'ends' | 'prolongs'> = {}
  /** The level of what says that those below it are about another document. */
  #ofAnother: number | undefined
  readonly #isProposal: boolean
  #hasOrders = false
  /** Whether the document was named, and no other since: 其有效期 is its. */
  #named = false

  constructor(
    clauses: readonly PlacedClause[],
    names: DocumentNames,
    { isOfAnother = false, isProposal = false }: { isOfAnother?: boolean; isProposal?: boolean } = {},
  ) {
    this.#names = names
    this.#ofAnother = isOfAnother ? -1 : undefined
    this.#isProposal = isProposal
    this.#places = new PlaceReader(clauses)
    this.#paragraphs = clauses.map(({ paragraph }) => paragraph)
    this.#states = new ClauseStates(clauses.map(({ words }) => words))
    this.#following = new OrderFollowing(this.#states, clauses, this.#findings)
    this.#mentions = new Mentions(this.#states, this.#findings)
  }

  read(said: NoticeSentence): void {
    const level = levelOf(said.text)
    if (level !== UNNUMBERED) this.#around = []
    if (this.#leadIn && level <= this.#leadIn.level) this.#closeLeadIn()
    if (this.#endsBelow !== undefined && level <= this.#endsBelow) this.#endsBelow = undefined
    this.#part = this.#leadIn?.part
    if (this.#isOfAnother(said, level)) {
      if (this.#ordersIn(said).length > 0) this.#findings.remark('of-another', said)
      return
    }
    if (isRenumbering(said, this.#placesIn(said.outside))) {
      this.#findings.remark('renumbered', said)
      return
    }
    const sentence = { ...said, outside: withoutNewNumbers(said.outside) }
    for (const words of newNumbersIn(said.outside)) this.#findings.remark('renumbered', said, words)
    this.#part = this.#leadIn?.part
    const places = this.#placesIn(sentence.outside)
    const target = this.#target(places)
    if (LEADS_IN.test(sentence.text) && this.#leads(sentence, target)) {
      this.#tellLeft(sentence, [...places, ...halvesOf(sentence.outside).slice(-1)], places)
      return
    }
    this.#part = this.#leadIn?.part
    const isOfTransition = isTransitional(sentence.text)
    const isOfDocumentAtAll = this.#followOfDocument(sentence, places, isOfTransition)
    if (isOfTransition)
      this.#findings.remark('transitional', sentence, sentence.text, this.#mentions.touchedBy(sentence, target))
    if (!isOfDocumentAtAll && !isOfTransition && this.#speaksOfEnd(sentence, places)) {
      for (const i of target.clauses) this.#states.name(i, sentence)
      this.#findings.remark('not-carried-out', sentence, sentence.text, target.clauses)
      return
    }
    if (this.#endsBelow !== undefined && sentence.outside.includes(OF_ANOTHER)) return
    const instructions = this.#ordersIn(sentence)
    if (instructions.length > 0) this.#hasOrders = true
    const { followed, tried, isOfAnother } = this.#followAll(sentence, instructions, { places, level, isOfTransition })
    if (isOfTransition) return
    if (isOfDocumentAtAll || followed.length > 0) {
      const done = [...followed, ...(isOfDocumentAtAll ? this.#halvesOfDocument(sentence, places) : [])]
      this.#starts.set(sentence.at, startsOfOrders(sentence.outside, done, places))
      this.#tellLeft(sentence, done, places)
    } else if (isOfAnother) this.#findings.add(sentence.text, sentence)
    else if (!this.#mentions.read(sentence, target, places, instructions.length > 0))
      this.#tellLeft(sentence, tried, places)
  }

  /** Whether a sentence is about another document: it says so for those below it, or is below one that does. */
  #isOfAnother(sentence: NoticeSentence, level: number): boolean {
    if (headsThis(sentence, this.#names)) this.#ofAnother = undefined
    else if (headsAnother(sentence, this.#names)) {
      this.#ofAnother = level === UNNUMBERED ? -1 : level
      return true
    } else if (this.#ofAnother !== undefined && this.#ofAnother >= 0 && level <= this.#ofAnother)
      this.#ofAnother = undefined
    return this.#ofAnother !== undefined
  }

  #ordersIn(sentence: NoticeSentence): SaidInstruction[] {
    return instructionsIn(sentence, (words) => this.#namesPlace(words))
  }

  /** Follows the instructions of a sentence, and says which parts of it could be read, and which were tried. */
  #followAll(
    sentence: NoticeSentence,
    instructions: readonly SaidInstruction[],
    { places, level, isOfTransition }: { places: readonly NamedPlace[]; level: number; isOfTransition: boolean },
  ): { followed: Span[]; tried: Span[]; isOfAnother: boolean } {
    const { outside } = sentence
    const above = this.#leadIn?.sentence.outside
    let scope = places.length > 0 ? this.#target([]) : (this.#runsOn(level) ?? this.#leadInTarget())
    let [isOfAnother, behind] = [false, 0]
    const [followed, tried]: [Span[], Span[]] = [[], []]
    const doubtful = this.#isProposal
      ? [{ from: 0, to: outside.length }]
      : doubtfulParts(sentence, instructions, places)
    const others = partsOfAnother(sentence, this.#names)
    for (const { instruction, from, to } of instructions) {
      const passed = this.#placesIn(outside.slice(behind, from))
      behind = to
      const named = this.#placesIn(instruction.scope)
      if (
        others.some((part) => isMet(part, { from, to })) ||
        (named.length === 0 && PLACE_OF_ANOTHER.test(instruction.scope))
      ) {
        isOfAnother = true
        continue
      }
      const last = named.at(-1)
      if (last) this.#around = this.#places.around(last)
      const paragraph = this.#paragraphIn(instruction.scope.slice(last?.to ?? 0))
      if (paragraph) scope = paragraph
      else if (last) scope = this.#target(named)
      else if (passed.length > 0) scope = this.#target(passed)
      if (instruction.kind === 'end') {
        const isOfPassed = named.length === 0 && passed.length > 0 && instruction.old.length === 0
        // 取消前已经办理的 ends nothing.
        if (isOfTransition || isOfPassed) continue
      }
      tried.push({ from, to })
      const each = named.map((place) => this.#target([place]))
      if (doubtful.some((part) => isMet(part, { from, to }))) {
        this.#leave(instruction, scope, sentence)
        continue
      }
      if (this.#following.follow(instruction, { scope, named, each, above }, sentence)) followed.push({ from, to })
    }
    this.#before = { scope, isOpen: sentence.text.endsWith('；') }
    return { followed, tried, isOfAnother }
  }

  /** What an order is of that nobody may carry out by what it says is for a person. */
  #leave(instruction: Instruction, { clauses }: Target, sentence: NoticeSentence): void {
    const quoted =
      instruction.kind === 'insert'
        ? instruction.beside
        : instruction.old.map((item) => (typeof item === 'string' ? item : item.old))
    const having = quoted.flatMap((words) => this.#states.find(words).flatMap((span) => span.clauses))
    const meant = clauses.length === 0 ? having : having.filter((i) => clauses.includes(i))
    for (const i of new Set(meant.length > 0 ? meant : clauses)) this.#states.leave(i, sentence)
  }

  /** What a sentence orders beside what was read of it is for a person, with the clauses of which it is. */
  #tellLeft(sentence: NoticeSentence, read: readonly Span[], places: readonly NamedPlace[]): void {
    const { at, text, outside, quotes } = sentence
    for (const span of leftOver(outside, [...read, ...ofItselfIn(sentence)], places)) {
      const words = text
        .slice(span.from, span.to)
        .replace(/[，；,;]$/u, '')
        .trim()
      const named = this.#target(places.filter((place) => isMet(place, span))).clauses
      const quoted = quotes.filter((quote) => isMet(quote, span)).flatMap((quote) => this.#states.find(quote.words))
      const touches = named.length > 0 ? named : [...new Set(quoted.flatMap(({ clauses }) => clauses))]
      for (const i of touches) this.#states.name(i, { at, text: words })
      this.#findings.remark(givesTerm(words) ? 'term-of-clauses' : 'not-carried-out', sentence, words, touches)
    }
  }

  #halvesOfDocument({ outside }: NoticeSentence, places: readonly NamedPlace[]): Span[] {
    return halvesOf(outside).filter(
      (half) => !places.some((place) => isMet(place, half)) && isOfDocument(outside.slice(half.from, half.to)),
    )
  }

  /** Whether a part of a sentence that names no place, or an item of a list that does, speaks of the end of the document. */
  #speaksOfEnd({ text, outside }: NoticeSentence, places: readonly NamedPlace[]): boolean {
    if (this.#endsBelow !== undefined) return this.#names.named(text).includes(NAME)
    return halvesOf(outside).some(
      (half) =>
        !places.some((place) => isMet(place, half)) && speaksOfEnd(this.#names.named(text.slice(half.from, half.to))),
    )
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

  /** From when a sentence orders what was done; undefined where nothing was. */
  startsOf(at: number): OrderStarts | undefined {
    return this.#starts.get(at)
  }

  outcome(): Omit<NoticeAlignment, 'sentences'> {
    this.#closeLeadIn()
    const { alsoNamed, besideOpen } = this.#states
    const remarks = [
      ...this.#findings.remarks,
      ...alsoNamed
        .filter(({ at, text }) => !this.#findings.remarks.some((other) => other.at === at && other.text === text))
        .map(({ at, text }) => ({ about: 'also-named' as const, at, text })),
      ...besideOpen.map(({ at, text }) => ({ about: 'beside-open' as const, at, text })),
    ].sort((a, b) => a.at - b.at)
    const { added, renamed } = this.#findings
    const hasOrders = this.#hasOrders
    return { ...this.#ofDocument, clauses: this.#states.outcome(), added, remarks, renamed, hasOrders }
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
    return {
      clauses,
      readings: [clauses],
      isMissing: false,
      isWhole: true,
      isOfSentences: false,
      paragraphs: undefined,
    }
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
    if (clauses.every((i) => this.#states.fateOf(i) === 'kept')) for (const i of clauses) this.#states.name(i, sentence)
    this.#leadIn = undefined
  }

  /** Does what a sentence orders of the document as a whole, and says whether it orders any such thing. */
  #followOfDocument(sentence: NoticeSentence, places: readonly NamedPlace[], isOfTransition: boolean): boolean {
    const { at, text } = sentence
    const named = this.#names.named(text)
    const own = this.#names.named(withoutOrdersOfPlaces(sentence, places))
    const order = documentOrder(this.#named && !own.includes(NAME) ? own.replace(ITS, `$1${NAME}`) : own)
    this.#named = named.includes(NAME) || (this.#named && !sentence.outside.includes(OF_ANOTHER))
    if (this.#isProposal) return false
    const ends = endsWhole(named) || (this.#endsBelow !== undefined && isNameAlone(named))
    if (ends) {
      this.#ofDocument = { ...this.#ofDocument, ends: at }
      for (const i of this.#states.texts.keys()) this.#states.drop(i, sentence)
      return true
    }
    if (!order.prolongs || isOfTransition) return false
    const { to } = order.prolongs
    if (isLimited(named)) return false
    if (to === undefined) this.#findings.remark('prolonged-without-day', sentence)
    else this.#ofDocument = { ...this.#ofDocument, prolongs: { at, to } }
    return true
  }
}

function isRenumbering({ outside, quotes }: NoticeSentence, places: readonly NamedPlace[]): boolean {
  const behind = withoutSpans(outside, places).replaceAll(RENUMBERS, '')
  return (
    quotes.length === 0 &&
    places.length > 1 &&
    /序号|编号|顺延|调整为|改为|变更为|renumbered|redesignated|\bbecomes?\b/iu.test(outside) &&
    subjectOf(behind) === ''
  )
}

/** A sentence without what it says of places: it orders nothing of the document as a whole. */
function withoutOrdersOfPlaces({ text, outside }: NoticeSentence, places: readonly NamedPlace[]): string {
  return halvesOf(outside)
    .map((half) => {
      const first = places.find((place) => isMet(place, half))
      return first ? `${text.slice(half.from, Math.max(half.from, first.from))}，` : text.slice(half.from, half.to)
    })
    .join('')
}
