import { halvesOf } from './halves.ts'
import { ADD, CHANGE_TO, END, EXCHANGE, RAISE_OR_LOWER } from './order-words.ts'
import { HIDDEN, type NoticeSentence, type Quote } from './notice-sentences.ts'
import { givesTerm, isChange } from './order-signs.ts'
import type { Span } from './passages.ts'
import { subjectOf } from './subject.ts'

/** What a notice orders to be done with the words of a document. */
export type Instruction = Readonly<{
  /** What it says outside quotations, where it may name a place. */
  scope: string
}> &
  (
    | Readonly<{
        kind: 'replace'
        old: readonly Exchange[]
        words: string | undefined
        isOfQuoted: boolean
        /** Whether each of several quotations is of the place that is named in its turn. */
        isDistributed?: boolean
        /** Whether the old words are figures that stand in the sentence without marks of quotation. */
        isOfFigures?: boolean
      }>
    | Readonly<{ kind: 'end'; old: readonly string[]; isOfQuoted: boolean; isOfRule: boolean }>
    | Readonly<{ kind: 'insert'; beside: readonly string[]; side: 'before' | 'behind'; words: readonly string[] }>
  )

/** An instruction, and the part of its sentence that says it. */
export interface SaidInstruction extends Span {
  readonly instruction: Instruction
  /** The quotations that it uses. */
  readonly quotes: readonly Quote[]
}

/** Words that are quoted as those of the document, and what stands in their place; undefined where that cannot be told. */
export interface Exchange {
  readonly old: string
  readonly words: string | undefined
}

const VERBS = {
  replace: new RegExp(
    String.raw`改称(?=\ufffc)|(?:${CHANGE_TO}|表述)(?:为|成|作|[到至](?=\ufffc))|(?:${RAISE_OR_LOWER})[到至为](?=\ufffc)|(?<=\ufffc[，,]?)应当?为(?=\ufffc)|(?:is|are|shall be|be) (?:replaced|substituted) (?:by|with)|(?:is|are|shall be|be) changed to|should read|(?:is|are|shall be|be) amended to read(?: as follows)?|(?:shall|is to) (?:now )?read(?: as follows)?|\b(?:becomes?|shall become)\b`,
    'giu',
  ),
  exchange: new RegExp(
    String.raw`\b(?:replac(?:e|es|ing)|substitut(?:e|es|ing|ion of)|replacement of|(?:is|are|shall be) substituted(?! (?:by|with))|chang(?:e|es|ing)|(?<=\band )(?:replaced|substituted) (?:by|with))\b|${EXCHANGE}`,
    'giu',
  ),
  end: new RegExp(
    String.raw`${END}|\b(?:repeal|rescind|delet|omi[st]|revok|revoc|strik|struck|remov)[a-z]*(?: out)?\b|\bleav(?:e|es|ing) out\b|ceases? to (?:have effect|apply|be in force)|(?:shall |do(?:es)? )?no longer appl(?:y|ies)|(?:shall|do(?:es)?) not apply any (?:more|longer)`,
    'giu',
  ),
  insert: new RegExp(
    String.raw`(?:${ADD})(?![到至为])|加入|\b(?:insert(?:s|ed|ing|ion(?: of)?)?|add(?:s|ed|ing|ition of)?)\b`,
    'giu',
  ),
}
type Verb = keyof typeof VERBS

/** Words that order an end. */
export const ENDS = VERBS.end

/** What may stand between the order to replace and the new words. */
const BEFORE_WORDS = /^[\s:：，,]*(?:(?:以下|下列|如下)(?:内容|文字|表述)?|the following)?[\s:：，,]*$/iu

interface Found {
  verb: Verb
  from: number
  to: number
}

/**
 * The instructions of a sentence, in its order. What names no place of its own is of the place before it.
 *
 * @param namesPlace Whether words name a place of the document.
 */
export function instructionsIn(sentence: NoticeSentence, namesPlace: (words: string) => boolean): SaidInstruction[] {
  const { outside } = sentence
  const verbs = verbsIn(outside)
  let start = 0
  let joined: number | undefined
  return verbs.flatMap(({ verb, from, to }, i): SaidInstruction[] => {
    if (i === joined) return []
    start = behindOthers(outside, { from: start, to: from }, namesPlace)
    const begin = beginOf(outside, { from: start, to: from }, namesPlace)
    const next = endOfOrder(outside, to, verbs[i + 1]?.from ?? outside.length)
    const left = sideOf(sentence, start, from)
    const right = sideOf(sentence, to, next)
    const beside = verb === 'end' ? phraseOf(right) : right
    const isOrder = left.quotes.length + beside.quotes.length > 0 || namesPlace(left.text) || namesPlace(beside.text)
    if (!isOrder) return []
    if (verb === 'end' && verbs[i + 1]) {
      const { to: behind } = verbs[i + 1]!
      const joint = { ...left, text: left.text + right.text, quotes: [...left.quotes, ...right.quotes] }
      const put = sideOf(sentence, behind, verbs[i + 2]?.from ?? outside.length)
      const exchange = PUTS.has(verbs[i + 1]!.verb) ? inPlaceOf(joint, right, put, namesPlace) : undefined
      if (exchange) {
        start = exchange.end
        joined = i + 1
        const { instruction, quotes } = exchange
        return [{ from: begin, to: Math.max(start, behind), instruction, quotes }]
      }
    }
    const { instruction, end, quotes } = READERS[verb](left, right, namesPlace)
    start = end
    return [{ from: begin, to: Math.max(end, to), instruction, quotes }]
  })
}

/** Where an order begins: in the first part of the sentence that names what it is of, or in that of its verb. */
function beginOf(outside: string, { from, to }: Span, namesPlace: (words: string) => boolean): number {
  const halves = halvesOf(outside.slice(from, to)).map((half) => outside.slice(from + half.from, from + half.to))
  let begin = from
  for (const words of halves) {
    if (words.includes(HIDDEN) || namesPlace(words) || !MARK.test(words)) break
    begin += words.length
  }
  return begin
}

const MARK = /[，；,;]$/u
/** Where another order begins: ，将, ；并对. */
const ANOTHER = /[，；](?=(?:并|同时|且)?(?:将|把|对))/u

/** Where what stands behind a verb ends: at the next, or where another order begins before that. */
function endOfOrder(outside: string, from: number, next: number): number {
  const another = ANOTHER.exec(outside.slice(from, next))
  return another ? from + another.index + 1 : next
}

/**
 * Where what an order is of begins: behind the parts of the sentence before it that order something else of a place or of
 * words that they name.
 */
function behindOthers(outside: string, { from, to }: Span, namesPlace: (words: string) => boolean): number {
  const halves = halvesOf(outside.slice(from, to)).map((half) => ({ from: from + half.from, to: from + half.to }))
  const isBefore = (half: Span) => half.to < to || MARK.test(outside.slice(half.from, half.to))
  return halves.filter(isBefore).reduce((start, half) => {
    const words = outside.slice(half.from, half.to)
    if (!words.includes(HIDDEN) && !namesPlace(words)) return start
    const isOther = givesTerm(words) || (isChange(words) && namesPlace(outside.slice(half.to, to)))
    return isOther ? half.to : start
  }, from)
}

/** What stands on one side of a verb. */
interface Side {
  readonly from: number
  readonly text: string
  readonly quotes: readonly Quote[]
}

function sideOf({ outside, quotes }: NoticeSentence, from: number, to: number): Side {
  return { from, text: outside.slice(from, to), quotes: quotes.filter((quote) => quote.from >= from && quote.to <= to) }
}

/** What stands behind a verb, to the first pause. */
function phraseOf({ from, text, quotes }: Side): Side {
  const stop = text.search(/[，。；,;]/u)
  const phrase = stop < 0 ? text : text.slice(0, stop)
  return { from, text: phrase, quotes: quotes.filter(({ to }) => to <= from + phrase.length) }
}

/** An instruction, and where it ends. */
interface Read {
  instruction: Instruction
  end: number
  quotes: readonly Quote[]
}

const READERS: Record<Verb, (left: Side, right: Side, namesPlace: (words: string) => boolean) => Read> = {
  replace(left, right) {
    const [first] = right.quotes
    const hasWords = first && BEFORE_WORDS.test(between(right, right.from, first.from))
    const isDistributed = DISTRIBUTES.test(left.text) || RESPECTIVELY.test(right.text)
    const put = hasWords ? listed(right, left.quotes.length, isDistributed) : []
    const old = wrongIn(left.quotes.filter((quote) => !isPlace(left, quote))).map(({ whole, part }, i, { length }) => {
      const own = wordsFor(put, length, i)
      return { old: whole, words: own === undefined ? undefined : whole.replaceAll(part, () => own) }
    })
    const words = put.length === 1 ? put[0]!.words : undefined
    const isOfFigures = left.quotes.some(({ isFigure }) => isFigure)
    const instruction = {
      kind: 'replace',
      scope: left.text,
      old,
      words,
      isOfQuoted: isOfQuoted(left),
      ...(isOfFigures ? { isOfFigures } : {}),
      ...(isDistributed && old.length > 1 ? { isDistributed } : {}),
    } as const
    return { instruction, end: put.at(-1)?.to ?? right.from, quotes: [...left.quotes, ...put] }
  },
  /** “replace A with B”, “substitute B for A”, “for A substitute B”, “B is substituted for A”, “replace section 4 with B”, “以B取代A”. */
  exchange(left, right, namesPlace) {
    const scope = left.text + right.text
    const [first, second] = right.quotes
    const isBehind = left.quotes.length > 0 && /^[\s,]*for\b/iu.test(right.text)
    if (first && !second && left.quotes.length === 0 && isForPlace(left, right, first, namesPlace))
      return {
        instruction: { kind: 'replace', scope, old: [], words: first.words, isOfQuoted: true },
        end: first.to,
        quotes: [first],
      }
    if (isBehind && !first && left.quotes[0] && namesPlace(right.text))
      return {
        instruction: { kind: 'replace', scope: right.text, old: [], words: left.quotes[0].words, isOfQuoted: true },
        end: right.from + right.text.length,
        quotes: left.quotes.slice(0, 1),
      }
    const [old, words] = exchangedIn(left, right, isBehind)
    const end = Math.max(right.from, ...[old, words].map((quote) => quote?.to ?? 0))
    const exchanged = old ? [{ old: old.words, words: words?.words }] : []
    return {
      instruction: { kind: 'replace', scope, old: exchanged, words: words?.words, isOfQuoted: true },
      end,
      quotes: [old, words].flatMap((quote) => quote ?? []),
    }
  },
  /** “在‘A’后增加‘B’”, “insert ‘B’ after ‘A’”. */
  insert(left, right) {
    const scope = left.text + right.text
    const [first, second] = right.quotes
    const order =
      first && second ? /\b(?:after|before)\b/iu.exec(between(right, first.to, second.from))?.[0] : undefined
    if (order !== undefined && left.quotes.length === 0) {
      const side = order.toLowerCase() === 'before' ? 'before' : 'behind'
      const instruction = { kind: 'insert', scope, beside: [second!.words], side, words: [first!.words] } as const
      return { instruction, end: second!.to, quotes: [first!, second!] }
    }
    const ahead = /^[\s,]*(?:immediately )?(?<where>after|before)\b/iu.exec(right.text)?.groups?.['where']
    if (first && second && ahead !== undefined && left.quotes.length === 0) {
      const side = ahead.toLowerCase() === 'before' ? 'before' : 'behind'
      const instruction = { kind: 'insert', scope, beside: [first.words], side, words: [second.words] } as const
      return { instruction, end: second.to, quotes: [first, second] }
    }
    const words = right.quotes.filter(
      (_, i) => i === 0 || AND.test(between(right, right.quotes[i - 1]!.to, right.quotes[i]!.from)),
    )
    const side = /前面?[，,]?\s*$|\bbefore\b/iu.test(left.text) ? 'before' : 'behind'
    const instruction = { kind: 'insert', scope, beside: wordsOf(left.quotes), side, words: wordsOf(words) } as const
    return { instruction, end: words.at(-1)?.to ?? right.from, quotes: [...left.quotes, ...words] }
  },
  /** “删去A”, or “A不再执行”. */
  end(left, right, namesPlace) {
    const phrase = phraseOf(right)
    const side = phrase.quotes.length > 0 || namesPlace(phrase.text) ? phrase : left
    const old = wordsOf(side.quotes)
    const isOfRule = OF_RULE.test(behindQuotes(side))
    return {
      instruction: { kind: 'end', scope: left.text + phrase.text, old, isOfQuoted: isOfQuoted(side), isOfRule },
      end: phrase.from + phrase.text.length,
      quotes: side.quotes,
    }
  },
}

/** The old words of an exchange and the new ones, by what stands before and between them. */
function exchangedIn(left: Side, right: Side, isBehind: boolean): [old: Quote | undefined, words: Quote | undefined] {
  const [first, second] = right.quotes
  const [before, behind] = left.quotes
  const last = left.quotes.at(-1)
  if (isBehind || (first && /[以用][^，；]*$/u.test(left.text))) return [first, last]
  // “A”用“B”代替
  if (before && behind && !first && /^[由用以]$/u.test(between(left, before.to, behind.from))) return [before, behind]
  if (last) return [last, first]
  const isReversed = first && second && /\bfor\b/iu.test(between(right, first.to, second.from))
  return isReversed ? [second, first] : [first, second]
}

const PUTS: ReadonlySet<Verb> = new Set(['insert', 'exchange'])
/** What may stand between words that are deleted and the order to put others there. */
const THEN = /^[\s,]*(?:and|并|，)?\s*(?:by\s*)?$/iu
const THEN_THERE = /\b(?:and|by)\s*(?:there|the following(?: \w+)?)?\s*$/iu
const THEREFOR =
  /^\s*(?:in (?:its|their) (?:place|stead)|in lieu(?: thereof)?|therefor|instead)?[\s:,]*(?:the following)?[\s:,]*$/iu

/** “striking out A and inserting B”, “strike out section 4 and substitute B”. */
function inPlaceOf(left: Side, deleted: Side, put: Side, namesPlace: (words: string) => boolean): Read | undefined {
  const [words, other] = put.quotes
  const old = deleted.quotes.at(-1)
  if (!words || !THEREFOR.test(between(put, put.from, words.from))) return undefined
  if (
    /\b(?:after|before|for)\b/iu.test(other ? between(put, words.to, other.from) : between(put, words.to, words.to + 8))
  )
    return undefined
  const behind = old ? between(deleted, old.to, deleted.from + deleted.text.length) : ''
  if (old ? !THEN.test(behind) : !namesPlace(left.text) || !THEN_THERE.test(deleted.text)) return undefined
  const exchanged = deleted.quotes.map((quote) => ({ old: quote.words, words: words.words }))
  const instruction = {
    kind: 'replace',
    scope: left.text,
    old: exchanged,
    words: words.words,
    isOfQuoted: true,
  } as const
  return { instruction, end: words.to, quotes: [...deleted.quotes, words] }
}

/** Whether the only quoted words stand in the place of all that is at a place. */
function isForPlace(left: Side, right: Side, words: Quote, namesPlace: (words: string) => boolean): boolean {
  const before = between(right, right.from, words.from)
  const behind = right.text.slice(words.to - right.from)
  if (/\b(?:with|by)\s*(?:the following)?[\s:,]*$/iu.test(before)) return namesPlace(left.text + before)
  if (/^[\s,]*for\b/iu.test(behind)) return namesPlace(behind)
  return /\bfor\b/iu.test(left.text) && namesPlace(left.text)
}

/** Whether what is quoted is the heading of a place that goes on behind it: “四、组织保障”第（三）项. */
function isPlace({ from, text }: Side, { to }: Quote): boolean {
  return /^(?:部分)?[中的]?第/u.test(text.slice(to - from))
}

/** Quotations to be replaced; where one holds the next, only that part of it is. */
function wrongIn(quotes: readonly Quote[]): { whole: string; part: string }[] {
  return quotes.flatMap(({ words: whole }, i) => {
    const [before, next] = [quotes[i - 1], quotes[i + 1]]
    if (before?.words.includes(whole) && before.words !== whole) return []
    const part = next && next.words !== whole && whole.includes(next.words) ? next.words : whole
    return [{ whole, part }]
  })
}

/** Each of the old words has new ones of its own. */
const DISTRIBUTES = /分别[^，。；]{0,4}$/u
const RESPECTIVELY = /\brespectively\b/iu
const LIST = /^[、和及与\s]*$/u
const OF_RULE = /规定|要求|内容|条款/u

/** The new words behind an order: as many as there are old ones where it distributes them, and else a list or the first. */
function listed(right: Side, count: number, distributes: boolean): Quote[] {
  const joins = distributes ? AND : LIST
  const end = right.quotes.findIndex(
    (quote, i) => i > 0 && !joins.test(between(right, right.quotes[i - 1]!.to, quote.from)),
  )
  const all = end < 0 ? right.quotes : right.quotes.slice(0, end)
  return distributes ? all.slice(0, count) : [...all]
}

function wordsFor(put: readonly Quote[], count: number, i: number): string | undefined {
  if (put.length === 1 && count > 1) return put[0]!.words
  return put.length === count ? put[i]!.words : undefined
}

/** Whether an order is of the quoted words themselves, and not of something that is said of them. */
function isOfQuoted(side: Side): boolean {
  return subjectOf(behindQuotes(side)) === ''
}

function behindQuotes(side: Side): string {
  const last = side.quotes.at(-1)
  return last ? side.text.slice(last.to - side.from) : ''
}

/** What joins several quotations that belong together. */
const AND = /^(?:[、和及与，,\s]|\band\b)*$/iu

function between({ from, text }: Side, start: number, end: number): string {
  return text.slice(start - from, end - from)
}

function wordsOf(quotes: readonly Quote[]): string[] {
  return quotes.map(({ words }) => words)
}

function verbsIn(outside: string): Found[] {
  const found = (Object.keys(VERBS) as Verb[]).flatMap((verb) =>
    [...outside.matchAll(VERBS[verb])].map(({ index, 0: { length } }) => ({ verb, from: index, to: index + length })),
  )
  return found.sort((a, b) => a.from - b.from)
}
