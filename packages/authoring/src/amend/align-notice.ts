import { alignText, type AlignedClause, type Alignment, type Fate, type Passage } from './align-text.ts'
import { endsDocument, isAboutDocument, prolongedTo } from './document-orders.ts'
import { instructionsIn, type Instruction } from './instructions.ts'
import { HIDDEN, noticeSentences, type NoticeSentence } from './notice-sentences.ts'
import { plainWords, type Span } from './passages.ts'
import { WITHIN } from './place-pattern.ts'
import { fitted, joined, placesOfQuote, runningText } from './quoted-words.ts'
import { similarity } from './relate.ts'

/** A clause, and what finds its place in what a notice says. */
export interface PlacedClause {
  readonly words: string
  readonly place?: RegExp | undefined
}

/** A notice beside the clauses of the document that it changes. */
export interface NoticeAlignment extends Alignment {
  /** The notice, sentence by sentence. */
  readonly sentences: readonly Passage[]
  /** Words that it quotes as those of the document, which the document does not have. */
  readonly unfound: readonly Passage[]
  /** Where it ends the document as a whole. */
  readonly ends?: number
  /** Where it prolongs the document, and the last day to which it does. */
  readonly prolongs?: { readonly at: number; readonly to: string }
}

/** From this share on, what a sentence of a notice quotes, or the sentence itself, is a clause reworded. */
const REWORDED = { quoted: 0.5, unquoted: 0.75 }

/** A heading of a place: （五）配齐配强…. New words that begin without one leave it as it is. */
const HEADING = /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)/u
/** What is put in as a part of its own changes no clause that is there. */
const NEW_PART = /一(?:条|款|项|段|句|部分)/u
/** Behind what names a place and ends so, the instructions for it follow. */
const LEADS_IN = /[：:]$/u
/** How items are numbered, from the outermost. */
const LEVELS = [
  /^(?:[一二三四五六七八九十百]+、|第[一二三四五六七八九十百\d]+条)/u,
  /^（[一二三四五六七八九十百]+）/u,
  /^\d+[.．、]/u,
]

/**
 * Reads a text as a notice that changes some clauses and leaves the others as they are. It orders what is to be done with
 * words that it quotes, or with what stands at a place that it names. What it only mentions is for a person to read.
 *
 * @param names What the document is called: its title, its number.
 */
export function alignNotice(
  clauses: readonly PlacedClause[],
  text: string,
  names: readonly string[] = [],
): NoticeAlignment {
  const sentences = noticeSentences(text)
  const reading = new NoticeReading(clauses, names)
  for (const sentence of sentences) reading.read(sentence)
  return {
    ...reading.outcome(),
    sentences: sentences.map(({ at, text: words }) => ({ at, text: words })),
  }
}

interface LeadIn {
  sentence: NoticeSentence
  level: number
  clauses: readonly number[]
}

/** The clauses as they become, sentence by sentence. */
class NoticeReading {
  readonly #places: readonly (RegExp | undefined)[]
  readonly #before: readonly string[]
  readonly #clauses: { now: string; fate: Fate; passages: Passage[] }[]
  readonly #added: Passage[] = []
  readonly #unfound: Passage[] = []
  /** The last sentence that says at which place the instructions below it are. */
  #leadIn: LeadIn | undefined
  readonly #names: readonly string[]
  #ofDocument: Pick<NoticeAlignment, 'ends' | 'prolongs'> = {}

  constructor(clauses: readonly PlacedClause[], names: readonly string[]) {
    this.#names = names.map(plainWords)
    this.#places = clauses.map(({ place }) => place)
    this.#before = clauses.map(({ words }) => plainWords(words))
    this.#clauses = this.#before.map((now) => ({ now, fate: 'kept', passages: [] }))
  }

  read(sentence: NoticeSentence): void {
    const level = levelOf(sentence.text)
    if (this.#leadIn && level <= this.#leadIn.level) this.#closeLeadIn()
    const clauses = this.#at(sentence.outside)
    if (LEADS_IN.test(sentence.text) && clauses.length > 0) {
      this.#closeLeadIn()
      this.#leadIn = { sentence, level, clauses }
      return
    }
    const instructions = instructionsIn(sentence, (words) => this.#at(words).length > 0)
    let scope = clauses.length > 0 ? [] : (this.#leadIn?.clauses ?? [])
    let hasDone = this.#followOfDocument(sentence)
    for (const instruction of instructions) {
      const named = this.#at(instruction.scope)
      if (named.length > 0) scope = named
      hasDone = this.#follow(instruction, scope, sentence) || hasDone
    }
    if (!hasDone) this.#mention(sentence, instructions.length > 0)
  }

  /** A place for which nothing has followed is for a person to read. */
  #closeLeadIn(): void {
    if (!this.#leadIn) return
    const { clauses, sentence } = this.#leadIn
    if (clauses.every((i) => this.#clauses[i]!.fate === 'kept')) for (const i of clauses) this.#name(i, sentence)
    this.#leadIn = undefined
  }

  outcome(): Omit<NoticeAlignment, 'sentences'> {
    this.#closeLeadIn()
    return {
      ...this.#ofDocument,
      clauses: this.#clauses.map(({ fate, passages }): AlignedClause => ({ fate, passages })),
      added: this.#added,
      unfound: this.#unfound,
    }
  }

  /** The clauses at the places that words name. */
  #at(words: string): number[] {
    return this.#places.flatMap((place, i) => (place?.test(words) ? [i] : []))
  }

  /** Does what a sentence orders of the document as a whole, and says whether it orders any such thing. */
  #followOfDocument(sentence: NoticeSentence): boolean {
    const { at, text } = sentence
    if (!isAboutDocument(text, this.#names) || this.#at(sentence.outside).length > 0) return false
    const to = prolongedTo(text)
    if (to !== undefined) this.#ofDocument = { ...this.#ofDocument, prolongs: { at, to } }
    const ends = endsDocument(text, this.#names)
    if (ends) {
      this.#ofDocument = { ...this.#ofDocument, ends: at }
      for (const i of this.#clauses.keys()) this.#drop(i, sentence)
    }
    return to !== undefined || ends
  }

  /** Does what a sentence orders, and says whether anything came of it. */
  #follow(instruction: Instruction, scope: readonly number[], sentence: NoticeSentence): boolean {
    if (instruction.kind === 'replace') {
      const { old, words } = instruction
      if (old.length > 0) return this.#exchange(old, () => words, scope, sentence)
      return words !== undefined && this.#rewrite(instruction.scope, scope, words, sentence)
    }
    if (instruction.kind === 'end') {
      if (instruction.old.length > 0) return this.#exchange(instruction.old, () => '', scope, sentence)
      if (scope.length === 0 || this.#isWithin(instruction.scope)) return false
      for (const i of scope) this.#drop(i, sentence)
      return true
    }
    const words = instruction.words.join('')
    const { beside, side } = instruction
    if (words === '') return false
    if (beside.length > 0 && !NEW_PART.test(instruction.scope))
      return this.#exchange(
        beside,
        (old) => (side === 'before' ? joined(words, old) : joined(old, words)),
        scope,
        sentence,
      )
    if (!NEW_PART.test(instruction.scope) && scope.length > 0) return false
    this.#add(words, sentence)
    return true
  }

  /** Puts other words, or none, in the place of those that are quoted, wherever they stand. */
  #exchange(
    quotes: readonly string[],
    wordsFor: (old: string) => string | undefined,
    scope: readonly number[],
    sentence: NoticeSentence,
  ): boolean {
    let hasFound = false
    for (const quote of quotes) {
      const { words, spans } = runningText(this.#clauses.map(({ now }) => now))
      const isIn = ({ from, to }: Span) => scope.some((i) => spans[i]!.from < to && spans[i]!.to > from)
      const found = placesOfQuote(words, quote)
      const there = found.some(isIn) ? found.filter(isIn) : found
      if (there.length === 0) {
        this.#unfound.push({ at: sentence.at, text: quote })
        hasFound = this.#nameLike(quote, sentence) || hasFound
      }
      // From the last to the first, so that those before stay where they are.
      for (const span of [...there].reverse()) {
        const touched = this.#clauses.flatMap((_, i) =>
          spans[i]!.from < span.to && spans[i]!.to > span.from ? [i] : [],
        )
        const old = words.slice(span.from, span.to)
        const put = wordsFor(old)
        if (put === undefined) for (const i of touched) this.#name(i, sentence)
        else this.#edit(touched, span, spans, put, sentence)
        hasFound = true
      }
    }
    return hasFound
  }

  /** Replaces words of neighbouring clauses, and tells what became of each. */
  #edit(touched: readonly number[], span: Span, spans: readonly Span[], put: string, sentence: NoticeSentence): void {
    const [first, last] = [touched[0]!, touched.at(-1)!]
    const before = this.#clauses[first]!.now.slice(0, Math.max(0, span.from - spans[first]!.from))
    const behind = this.#clauses[last]!.now.slice(span.to - spans[last]!.from)
    const isWhole = before === '' && behind === ''
    const text = isWhole ? put : before + fitted(put, behind) + behind
    if (/^[，。；：、,.;:\s]*$/u.test(text)) for (const i of touched) this.#drop(i, sentence)
    else this.#become(touched, text, sentence)
  }

  /** What is quoted stands in the place of all that is at a place. */
  #rewrite(named: string, scope: readonly number[], words: string, sentence: NoticeSentence): boolean {
    if (scope.length === 0) return false
    const isOne = scope.every((i, k) => k === 0 || scope[k - 1] === i - 1)
    if (!isOne || this.#isWithin(named)) {
      const [best] = scope
        .map((i) => ({ i, share: similarity(this.#clauses[i]!.now, words) }))
        .sort((a, b) => b.share - a.share)
      if (!best || best.share < REWORDED.quoted) return false
      this.#become([best.i], words, sentence)
      return true
    }
    const keepsHeading = HEADING.test(this.#clauses[scope[0]!]!.now) && !HEADING.test(words)
    const region = keepsHeading && scope.length > 1 ? scope.slice(1) : scope
    this.#become(region, words, sentence)
    return true
  }

  /** Lays the new words of some clauses beside the old. */
  #become(touched: readonly number[], text: string, sentence: NoticeSentence): void {
    const { clauses, added } = alignText(
      touched.map((i) => this.#clauses[i]!.now),
      text,
    )
    for (const [k, i] of touched.entries()) {
      const { fate, passages } = clauses[k]!
      if (fate === 'kept') continue
      if (fate === 'dropped') this.#drop(i, sentence)
      else {
        const now = passages.map((passage) => passage.text).join('')
        const isAsBefore = now === this.#before[i]
        this.#clauses[i] = {
          now,
          fate: isAsBefore && fate !== 'moved' ? 'kept' : fate,
          passages: passages.map((passage) => ({ at: sentence.at, text: passage.text })),
        }
      }
    }
    for (const passage of added) this.#add(passage.text, sentence)
  }

  #drop(i: number, { at, text }: NoticeSentence): void {
    this.#clauses[i] = { now: '', fate: 'dropped', passages: [{ at, text }] }
  }

  /** A person has to read what a notice says of this clause. */
  #name(i: number, { at, text }: NoticeSentence): void {
    const clause = this.#clauses[i]!
    if (clause.fate === 'named') clause.passages.push({ at, text })
    else if (clause.fate === 'kept') this.#clauses[i] = { ...clause, fate: 'named', passages: [{ at, text }] }
  }

  /** Names the clause that comes nearest to words that no clause has. */
  #nameLike(quote: string, sentence: NoticeSentence): boolean {
    const [best] = this.#clauses
      .map(({ now }, i) => ({ i, share: similarity(now, plainWords(quote)) }))
      .sort((a, b) => b.share - a.share)
    if (!best || best.share < REWORDED.quoted) return false
    this.#name(best.i, sentence)
    return true
  }

  #add(text: string, { at }: NoticeSentence): void {
    this.#added.push({ at, text })
  }

  /** What orders nothing that can be done may say a clause anew, or name a place. */
  #mention(sentence: NoticeSentence, isOrder: boolean): void {
    const quoted = sentence.quotes.map(({ words }) => ({ words, least: REWORDED.quoted }))
    const own = sentence.outside.replaceAll(HIDDEN, '')
    const said = isOrder ? [] : [...quoted, { words: own, least: REWORDED.unquoted }]
    const like = this.#clauses.flatMap(({ now, fate }, i) => {
      if (fate !== 'kept') return []
      const best = said.find(({ words, least }) => similarity(now, words) >= least)
      return best ? [{ i, words: best.words }] : []
    })
    for (const { i, words } of like) if (words !== this.#clauses[i]!.now) this.#become([i], words, sentence)
    if (like.length > 0) return
    const named = this.#at(sentence.outside)
    for (const i of named) this.#name(i, sentence)
    if (named.length === 0) this.#add(sentence.text, sentence)
  }

  #isWithin(scope: string): boolean {
    return this.#places.some((place) => {
      const found = place?.exec(scope)
      return found ? WITHIN.test(scope.slice(found.index + found[0].length)) : false
    })
  }
}

/** From the outermost, 0; what has no number is within all others. */
function levelOf(words: string): number {
  const level = LEVELS.findIndex((mark) => mark.test(words))
  return level < 0 ? LEVELS.length : level
}
