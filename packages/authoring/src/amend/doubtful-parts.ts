import { withoutReasonAndAll } from './all-at-a-place.ts'
import { withoutSpans } from './beside-places.ts'
import { withoutStarts } from './days-in-text.ts'
import { ENGLISH_DAY } from './english-day.ts'
import { halvesOf, isMet } from './halves.ts'
import { ENDS, type SaidInstruction } from './instructions.ts'
import { ITEM_MARK, PART_MARK, POINT_MARK } from './item-marks.ts'
import { staysAsItIs } from './left-over.ts'
import { HIDDEN, OF_ANOTHER, type NoticeSentence } from './notice-sentences.ts'
import { hasLastDay } from './order-signs.ts'
import { ofItselfIn } from './of-itself.ts'
import { ADD, CHANGE_TO, END, EXCHANGE } from './order-words.ts'
import type { Span } from './passages.ts'
import { reasonsAmong } from './reasons.ts'
import { isTransitional } from './transitional-rule.ts'

/** Of whom, or in which case, an order is: the rest of the subjects is not meant. */
const LIMITS = new RegExp(
  String.raw`除[^，。；${HIDDEN}]{1,30}[外，]|除外|除非|但(?!书)|不适用|(?<!停止|不再|同样)适用(?=$|[，。；）])|(?:^|[，（(])仅|只(?:限|对|适用|在)|限(?:于|本|在)|仍|(?:^|[，、（(])(?:如果?(?!下|期|实|上)|若|假如|倘)|(?:如|若)(?:无|有|遇|确|未|需|经|不|果)|待(?!遇)[^，。；]{1,20}后|经[^，。；]{1,20}(?:同意|批准|审议|通过|审核|认定|备案)后|^(?:${PART_MARK}|${ITEM_MARK})?(?:对于?|凡|属于?)(?![^，。；]*(?:第|[（(]|${HIDDEN}))[^，。；]{2,30}，|\b(?:unless|except(?:ing)?|save (?:for|as|that|where)|if|once|when(?!ever)|provided|subject to|only|but|other than|apart from|as regards|in (?:the )?cases? (?:of|where)|in respect of|in relation to|with respect to|(?:does|do|shall) not apply(?! any (?:more|longer))|(?<!no longer )appl(?:y|ies) (?:only |also )?to|pending)\b`,
  'iu',
)
/** Whether words limit an order to some. */
export function isLimited(words: string): boolean {
  return LIMITS.test(words)
}

/** That something is not ordered, or not yet. */
const DENIES = new RegExp(
  String.raw`(?:不(?!再|得不)|未|勿|无需|毋须|暂缓|暂不)(?:予以?|作|做|应当?|得|宜|能|可|必|需|进行|对|将|把)*(?:${CHANGE_TO}|${EXCHANGE}|${END}|${ADD})|不(?:将|把|对|以|用)|继续(?:执行|施行|实施|有效|适用|保留)|拟(?!定|订)|计划(?:于|在|对|将)|考虑(?!到)|(?<!经)研究(?!决定|，)|探索|建议|适时|视情|酌情|原则上|(?:^|[，、\p{Script=Han}])可(?:以|将|对|把|在)|[（(][^（）()]*处[）)]|[前后]面?的(?=${HIDDEN})|关于[^，。；]*的(?:意见|建议|请示|提案|批复|答复|规定(?=[^，。；]*撤销))|部分(?=废止|停止|失效|取消|删|终止|不再)|\b(?:not|never|nor|neither|may|might|could|would|should(?! read)|ought|propos\w*|intend\w*|consider\w*|recommend\w*|partly|(?:first|second|third|last)(?= ?${HIDDEN})|in part(?=\s*(?:[,.;]|$))|to the extent)\b`,
  'iu',
)
/** Words of an order in Chinese to end what stands at a place. */
const OF_ENDING = new RegExp(
  String.raw`(?:自|从|于)?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?[起后]?|(?:自|从)?本[\p{Script=Han}]{2,6}(?:印发|发布|公布|施行|实施|生效|执行|下发)之?日起?|即日起?|经[^，。；]{0,12}研究|研究|决定|同时|一并|相应|分别|依次|全部|全文|一律|予以|即行|进行|正式|现|将|把|对|其中|以及|规定|要求|内容|条款|表述|文件|正文|原|下列|以下|部分|第|项|款|条|句|段|的|在|于|中|里|内|和|及|与|并|均|都|则|再|由|该|此|上述`,
  'gu',
)
/** Words of such an order in English. */
const OF_ENDING_ENGLISH = new RegExp(
  String.raw`${ENGLISH_DAY}|\b(?:is|are|be|been|being|shall|hereby|with|effect|from|on|as|by|in|into|of|the|this|that|those|these|to(?= have effect| be in force)|have|force|and|also|further|amended|accordingly|entirely|its?|they|their|them|entirety|inclusive|resolves?|day|date|which|takes?|comes?|came|operation|commencement|no longer needed|replaced|substituted|stead|whole|wholly|words?|phrases?|figures?|expressions?|sentences?|places?|text|where(?:ver)?|each|every|both|all|any|occur(?:s|ring|red)?|appear(?:s|ing)?|following|act|by-?laws?|rules?|regulations?|order|notice|ordinance|document|code|council|there|principal|so|much|respectively|sections?|parts?|items?|articles?|paragraphs?|subsections?)\b`,
  'giu',
)
const OWN_NUMBER = new RegExp(`^\\s*(?:${PART_MARK}|${ITEM_MARK}|${POINT_MARK}|\\d+[A-Z]{0,2}\\.\\s)`, 'u')
const SIGNS = new RegExp(`[${HIDDEN}${OF_ANOTHER}]+`, 'gu')
/** What such an order is of, before the words that it quotes. */
const TOPIC = /(?:关于|有关|涉及)[^，。；]*$/u
/** A time from which something is ordered, of which no day is known. */
const UNREAD_TIME = new RegExp(
  String.raw`(?:起|之?后|以后)[，,；。]?$|(?:自|从|在)[^，。；${HIDDEN}]{1,24}(?:起|之后|以后|后)|\b(?:after|upon) (?!the (?:word|figure|number|expression|definition|section|coming into|commencement))(?=\w)`,
  'iu',
)
/** Of whom the orders behind it are. */
const FOR_SOME =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])?(?:对|凡|在[^，]{2,20}(?:的|地区|县|市|区|单位|律所))[^，]{2,}，$|^\s*(?:\d+\.\s*)?(?:for|where|in)\s+(?!(?:exercise|accordance|pursuance|this|these)\b)/iu
/** Of some of them: 其中县级律所……. */
const AMONG_THEM = /^其中/u
/** A semicolon ends a stretch. */
const STRETCH = /[；;]$/u

interface Half extends Span {
  readonly words: string
  /** The stretch between semicolons that it is in. */
  readonly stretch: number
}

/**
 * The parts of a sentence whose orders are for a person: what they say is limited to some subjects or cases, denied, only
 * planned, or has a quotation or words of which no order that was read makes use. A limit is of all orders of its stretch,
 * and of all of the sentence where its stretch orders nothing.
 *
 * @param said The orders that were read.
 */
export function doubtfulParts(
  sentence: NoticeSentence,
  said: readonly SaidInstruction[],
  places: readonly Span[],
): Span[] {
  const { outside, quotes } = sentence
  const halves = withStretches(halvesOf(outside), outside)
  const reasons = reasonsAmong(halves, outside)
  const ofItself = ofItselfIn(sentence)
  const used = new Set(said.flatMap((order) => order.quotes.map(({ from }) => from)))
  const idle = quotes.filter(({ from }) => !used.has(from))
  const isOfOrder = (half: Span) =>
    places.some((place) => isMet(place, half)) || said.some((order) => isMet(order, half))
  const whole = { from: 0, to: outside.length }
  const others = (order: Span) => said.filter((other) => other !== order)
  return halves.flatMap((half, i): Span[] => {
    const { words, stretch } = half
    if ((reasons.has(i) && !/后[，,]$/u.test(words)) || staysAsItIs(words) || isTransitional(words)) return []
    if (ofItself.some((part) => isMet(part, half))) return []
    const own = said.filter((order) => isMet(order, half))
    const isOrder = isOfOrder(half)
    const limits =
      isLimited(words) ||
      (hasLastDay(words) && (own.length > 0 || !isOrder)) ||
      UNREAD_TIME.test(withoutStarts(withoutSpans(words, inHalf(places, half)))) ||
      (!isOrder && FOR_SOME.test(words)) ||
      (AMONG_THEM.test(words) && !places.some((place) => isMet(place, half)))
    const isDoubtful =
      limits ||
      DENIES.test(words) ||
      idle.some((quote) => isMet(quote, half)) ||
      own.some(
        (order) =>
          !hasNothingBehind(order, half, said, outside) ||
          (order.instruction.kind === 'end' && !isPlainEnding(half, places, others(order))),
      )
    if (!isDoubtful) return []
    if (isOrder && !limits) return [half]
    const together = halves.filter((other) => other.stretch === stretch)
    return together.some(isOfOrder) ? [{ from: together[0]!.from, to: together.at(-1)!.to }] : [whole]
  })
}

/** Whether a part of a sentence says nothing but that what stands at a place, or what it quotes, is ended, and its other orders. */
function isPlainEnding(half: Half, places: readonly Span[], others: readonly Span[]): boolean {
  const { words } = half
  const own = inHalf(places, half)
  const said = withoutStarts(withoutSpans(withoutSpans(words, own), inHalf(others, half)))
    .replace(OWN_NUMBER, '')
    .replaceAll(ENDS, '')
  const first = Math.min(...[...own.map((place) => place.from), said.search(SIGNS)].filter((at) => at >= 0))
  const before = withoutReasonAndAll(said.slice(0, Number.isFinite(first) ? first : said.length))
  const english = said.replaceAll(SIGNS, ' ').replaceAll(OF_ENDING_ENGLISH, '')
  return !/\p{Script=Han}/u.test(before.replace(TOPIC, '').replaceAll(OF_ENDING, '')) && !/[A-Za-z]{2}/u.test(english)
}

/** Whether nothing is said behind the quotations of an order that it does not read: 的表述, 字样. */
function hasNothingBehind(
  { quotes, to }: SaidInstruction,
  half: Half,
  said: readonly SaidInstruction[],
  outside: string,
): boolean {
  const last = Math.max(...quotes.map((quote) => quote.to))
  if (!Number.isFinite(last) || last <= half.from || last > half.to) return true
  const next = Math.min(half.to, ...said.flatMap((other) => (other.from >= last ? [other.from] : [])))
  const from = Math.max(last, Math.min(to, half.to))
  const behind = withoutStarts(outside.slice(from, next).replaceAll(SIGNS, ' '))
  const chinese = behind
    .replaceAll(/[^，。；]{0,2}字样?|等/gu, '')
    .replaceAll(OF_ENDING, '')
    .replaceAll(ENDS, '')
  return (
    !/\p{Script=Han}/u.test(chinese) &&
    !/[A-Za-z]{2}/u.test(behind.replaceAll(ENDS, '').replaceAll(OF_ENDING_ENGLISH, ''))
  )
}

/** The parts of spans that are in a half, by their places there. */
function inHalf(spans: readonly Span[], half: Half): Span[] {
  const { from, words } = half
  return spans.flatMap((span) =>
    isMet(span, half) ? [{ from: Math.max(0, span.from - from), to: Math.min(words.length, span.to - from) }] : [],
  )
}

function withStretches(halves: readonly Span[], outside: string): Half[] {
  let stretch = 0
  return halves.map(({ from, to }) => {
    const half = { from, to, words: outside.slice(from, to), stretch }
    if (STRETCH.test(half.words)) stretch++
    return half
  })
}
