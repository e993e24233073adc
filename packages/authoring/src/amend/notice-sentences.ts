import { TITLE, type DocumentNames } from './document-names.ts'
import { ITEM_MARK, PART_MARK, POINT_MARK } from './item-marks.ts'
import { withoutPlacesOfOthers } from './other-acts.ts'
import { CHINESE_NUMERAL } from './numeral.ts'
import { CHANGE_TO, RAISE_OR_LOWER } from './order-words.ts'
import { ENDED, plainText, type PlainText } from './passages.ts'

/** Words between quotation marks. */
export interface Quote {
  /** Where the mark before them stands in the sentence, and where the one behind them ends. */
  readonly from: number
  readonly to: number
  readonly words: string
  /** A figure that is exchanged for another and stands without marks. */
  readonly isFigure?: true
}

/** A sentence of a notice. What it quotes may hold sentences, and paragraphs, of its own. */
export interface NoticeSentence {
  /** Where it begins in the notice. */
  readonly at: number
  readonly text: string
  readonly quotes: readonly Quote[]
  /** The sentence with a sign that occurs nowhere in the place of each sign that it quotes, or has in a name. */
  readonly outside: string
}

/** Stands for a sign that is hidden, and for one of the title of another document. */
export const HIDDEN = '\u{fffc}'
export const OF_ANOTHER = '\u{fffb}'
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', "'": "'", '「': '」' }
/** 某某发〔2026〕3号 of another document, and its kind. */
const NUMBERED = /[\p{Script=Han}]{2,12}[〔[【（(]\d{4}[〕\]】）)]第?\d+号(?:文件|文|通知|决定|意见|公告|令)?/gu
/** What follows calls the document by another name: it is no quotation of it. */
const CALLED = /(?:\b(?:referred to as|called|cited as|known as)\s+(?:the\s+)?|简称(?:为)?[：:]?)$/iu
/** (inserted by the Regulations of 2026): what was done before orders nothing. */
const DONE_BEFORE = /\((?:as )?(?:inserted|substituted|added|amended|replaced)\b[^()]*\)/giu
/** Behind these, what is quoted goes on with the sentence though it stands on a line of its own. */
const LEADS_TO_QUOTE = /[：:—–]\s?$/u
/** An item that follows a quotation begins a sentence though none has ended. */
const ITEM = new RegExp(`(?<=[”"])(?=${PART_MARK}|${ITEM_MARK}|${POINT_MARK})`, 'gu')
/** So does what follows a quotation that ends as a sentence does. */
const BEHIND_SENTENCE = /(?<=[.!?][”’"'])(?= (?:\d+[A-Z]{0,2}\. )?\p{Lu})/gu

const NO_QUOTE = { from: -1, to: -1 }

/** Which of some quotations is the last that begins at a sign or before it; -1 where none does. */
function lastFrom(quotes: readonly Quote[], at: number): number {
  let [low, high] = [0, quotes.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (quotes[middle]!.from <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

export function noticeSentences(text: string, names: DocumentNames): NoticeSentence[] {
  const plain = plainText(text)
  const { words, breaks } = plain
  const quotes = quotesIn(plain)
  const isOutside = (at: number) => {
    const { from, to } = quotes[lastFrom(quotes, at)] ?? NO_QUOTE
    return at >= to || (at === from && !LEADS_TO_QUOTE.test(words.slice(Math.max(at - 2, 0), at)))
  }
  const ends = plain.ends.filter((at) => isOutside(at - 1))
  const items = [ITEM, BEHIND_SENTENCE].flatMap((begins) => [...words.matchAll(begins)].map(({ index }) => index))
  const cuts = [...new Set([...ends, ...[...breaks, ...items].filter(isOutside), words.length])].sort((a, b) => a - b)
  let start = 0
  return cuts.flatMap((end) => {
    while (start < end && words[start] === ' ') start++
    const [from, to] = [start, end]
    start = end
    if (to <= from) return []
    const all = quotes
      .slice(lastFrom(quotes, from - 1) + 1, lastFrom(quotes, to) + 1)
      .filter((quote) => quote.to <= to)
      .map((quote) => ({ ...quote, from: quote.from - from, to: quote.to - from }))
    const sentence = words.slice(from, to).trimEnd()
    const own = all.filter((quote) => !CALLED.test(sentence.slice(0, quote.from)))
    const outside = hidden(sentence, all, names)
    const figures = figuresExchanged(outside)
    return [
      {
        at: from,
        text: sentence,
        quotes: [...own, ...figures].sort((a, b) => a.from - b.from),
        outside: figures.reduce((rest, figure) => without(rest, figure), outside),
      },
    ]
  })
}

const FIGURE = `(?:百分之${CHINESE_NUMERAL}|\\d[\\d,.]*%|(?:${CHINESE_NUMERAL}|(?!\\d{4}年)\\d[\\d,.]*)个?(?:百分点|工作日|小时|季度|万元|[元人名日天年月周次家所倍]))`
/** 由1%提高到2% */
const EXCHANGED = new RegExp(
  `[由从](?<old>${FIGURE})(?:${RAISE_OR_LOWER}|${CHANGE_TO})[到至为成](?<now>${FIGURE})`,
  'gu',
)

/** Figures that a sentence exchanges for others without quoting them. */
function figuresExchanged(outside: string): Quote[] {
  return [...outside.matchAll(EXCHANGED)].flatMap(({ index, 0: all, groups }) => {
    const { old = '', now = '' } = groups ?? {}
    const end = index + all.length
    return [
      { from: index + 1, to: index + 1 + old.length, words: old, isFigure: true },
      { from: end - now.length, to: end, words: now, isFigure: true },
    ]
  })
}

function without(words: string, { from, to }: Quote): string {
  return words.slice(0, from) + HIDDEN.repeat(to - from) + words.slice(to)
}

function hidden(sentence: string, quotes: readonly Quote[], names: DocumentNames): string {
  const outside = quotes.reduce((rest, quote) => without(rest, quote), sentence)
  const titled = outside.replaceAll(TITLE, (title) => (names.isTitle(title) ? HIDDEN : OF_ANOTHER).repeat(title.length))
  return withoutPlacesOfOthers(names.hidden(titled), OF_ANOTHER, (name) => names.mayBe(name))
    .replaceAll(NUMBERED, (number) => OF_ANOTHER.repeat(number.length))
    .replaceAll(DONE_BEFORE, (done) => ' '.repeat(done.length))
}

/** Signs of a quotation that may be a clause. */
const LONG = 12

/** A text without the quotations in it that may be clauses. */
export function withoutLongQuotes(text: string): string {
  const plain = plainText(text)
  const long = quotesIn(plain).filter(({ words }) => words.length >= LONG || ENDED.test(words))
  if (long.length === 0) return text
  return long.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), plain.words)
}

/** Within a quotation, marks are single that are double where the words stand by themselves. */
function inFull(quoted: string): string {
  return quoted.replaceAll(/‘([^‘’]*)’/gu, '“$1”')
}

/** A mark that nothing closes quotes nothing. */
function quotesIn({ words, breaks }: PlainText): Quote[] {
  const quotes: Quote[] = []
  const ends = new Map<string, ReadonlyMap<number, number>>()
  for (let from = 0; from < words.length; from++) {
    const opens = CLOSING[words[from]!] !== undefined && !(words[from] === "'" && LETTER.test(words[from - 1] ?? ''))
    if (!opens) continue
    const own = ends.get(words[from]!) ?? endsOfQuotes(words, breaks, words[from]!)
    ends.set(words[from]!, own)
    const to = own.get(from)
    if (to === undefined) continue
    quotes.push({ from, to, words: inFull(words.slice(from + 1, to - 1)) })
    from = to - 1
  }
  return quotes
}

/**
 * Behind which sign each quotation in one kind of marks ends that ends at all. They may hold others in the same marks. Each
 * paragraph of a long one begins with a mark, and only the last ends with one.
 */
function endsOfQuotes(words: string, breaks: ReadonlySet<number>, open: string): ReadonlyMap<number, number> {
  const close = CLOSING[open]!
  const ends = new Map<number, number>()
  // From the back: the depth that is one less than here is met next where it was met last.
  const nextAtDepth = new Map<number, number>()
  let depth = 0
  for (let at = words.length - 1; at >= 0; at--) {
    const sign = words[at]
    const end = sign === open ? nextAtDepth.get(depth - 1) : undefined
    if (end !== undefined) ends.set(at, end + 1)
    nextAtDepth.set(depth, at)
    if (sign === close && !isApostrophe(words, at)) depth++
    else if (sign === open && !breaks.has(at)) depth--
  }
  return ends
}

/** Between letters, ’ and ' are apostrophes. */
function isApostrophe(words: string, at: number): boolean {
  const sign = words[at]
  if (sign !== '’' && sign !== "'") return false
  return LETTER.test(words[at - 1] ?? '') && LETTER.test(words[at + 1] ?? '')
}

const LETTER = /[\p{L}\d]/u
