import type { PlacedClause } from './align-notice.ts'
import { DocumentPlaces, escaped } from './document-places.ts'
import { ITEM_MARK, PART_MARK, POINT_MARK } from './item-marks.ts'
import { HIDDEN, OF_ANOTHER } from './notice-sentences.ts'
import { ADD, CHANGE, END } from './order-words.ts'
import { CHINESE_NUMERAL, figure, NUMERAL } from './numeral.ts'

/** A place that a notice names, and where it names it. */
export interface NamedPlace {
  readonly from: number
  readonly to: number
  /** What stands there; nothing where the document has no such place. */
  readonly clauses: readonly number[]
  /** The part that it is in, for what is named by its item alone. */
  readonly part?: string
  /** A smaller place in it: 第二句, 最后一句. */
  readonly within?: string
}

const PART_UNIT = '(?:部分|条|章)'
const PART = new RegExp(
  `^(?:第(?<numbered>${NUMERAL})${PART_UNIT}|第(?<listed>${NUMERAL})(?=(?:[、，和及与至到—－-]+第?${NUMERAL})+${PART_UNIT})|(?<marked>${CHINESE_NUMERAL})(?:、(?=第?[（(])|(?=[（(]${NUMERAL}[）)])))`,
  'u',
)
const ITEM = new RegExp(
  `^(?:第?[（(](?<bracketed>${NUMERAL})[）)](?<unit>[项点款条目])?|第(?<numbered>${NUMERAL})(?<other>[项点条目款]))`,
  'u',
)
/** A part of a list behind its first: 四、六条 of 第二、四、六条. */
const FURTHER_PART = new RegExp(
  `^(?:(?<numbered>${NUMERAL})${PART_UNIT}|(?<listed>${NUMERAL})(?=(?:[、，和及与至到—－-]+第?${NUMERAL})+${PART_UNIT}))`,
  'u',
)
/** What a smaller place is called; of an item, 项 is another beside it. */
const SENTENCES = '句|段|自然段|分句'
const UNITS = { part: SENTENCES, item: `${SENTENCES}|款|目`, any: `${SENTENCES}|款|目|项` }
/** How items of one part are joined. */
const JOINED = /^(?:[、，,和及与中的\s]|以及)*$/u
const RANGE = /^(?:至|到|—|－|-|～)+$/u
/** 第五条 of a law that is named without 《》. */
const OTHER_LAW = new RegExp(
  `(?:(?<![原该本述])(?:法|党章|章程|条例|规定|办法|规则|细则|准则|规程)|${OF_ANOTHER}(?:[（(][^（）()]*[）)])?)(?:文件)?[中的]?$`,
  'u',
)
/** The number of a sentence itself, unless it goes on as a place does. */
const OWN_NUMBER = new RegExp(
  `^(?:${PART_MARK}(?![（(])|${ITEM_MARK}|${POINT_MARK}|第${CHINESE_NUMERAL}条(?=[将把对在本此自]|删|取消|废止|增加|(?:${END}|${ADD}|${CHANGE})(?=[^，。；]*(?:第|[（(]|${HIDDEN}))|关于|${HIDDEN}|${OF_ANOTHER}))`,
  'u',
)

const PART_WITH_ITEM = new RegExp(`^(?<all>(?<part>${CHINESE_NUMERAL})、${ITEM_MARK})`, 'u')

interface Token extends NamedPlace {
  readonly kind: 'part' | 'item' | 'other'
  readonly item?: number
}

/** Finds the places of a document in what a notice says of it. */
export class PlaceReader {
  readonly #places: DocumentPlaces

  constructor(clauses: readonly PlacedClause[]) {
    this.#places = new DocumentPlaces(clauses)
  }

  /**
   * The places that words name, in their order.
   *
   * @param within The part that was named before, of which items may be named alone.
   */
  read(words: string, within?: string): NamedPlace[] {
    const chinese = this.#places.isNumbered ? this.#numbered(words, within) : []
    const named = [...this.#places.named].flatMap(([pattern, clauses]) =>
      [...words.matchAll(new RegExp(pattern, 'giu'))].map(({ index: from, 0: { length } }) => ({
        ...withSmaller({ from, to: from + length, clauses }, words, 'any'),
      })),
    )
    return [...chinese, ...named, ...this.#places.english.read(words, within)].sort((a, b) => a.from - b.from)
  }

  /** All of the part that a place is in, where its paragraphs are known, and else what is at the place. */
  around({ part, clauses }: NamedPlace): readonly number[] {
    return part !== undefined && this.#places.hasParagraphs(part) ? this.#places.ofPart(part) : clauses
  }

  #numbered(words: string, within: string | undefined): NamedPlace[] {
    const start = this.#ownNumber(words)
    const tokens: Token[] = []
    let part = within
    let isNear = false
    for (let at = start; at < words.length;) {
      const token = this.#tokenAt(words, at, part, isNear ? tokens.at(-1) : undefined)
      if (!token) {
        at++
        isNear = tokens.length > 0 && isJoining(words.slice(tokens.at(-1)!.to, at))
        continue
      }
      tokens.push(...this.#upTo(tokens.at(-1), token, words), token)
      part = token.kind === 'other' ? undefined : token.part
      at = token.to
      isNear = true
    }
    // A part of which an item is named is not named as a whole.
    return tokens.flatMap((token, i): NamedPlace[] => {
      const { kind, part: own, within: smaller } = token
      const [before, next] = [tokens[i - 1], tokens[i + 1]]
      if (kind === 'other') return []
      const isOfItem = next?.kind === 'item' && next.part === own
      if (kind === 'part' && isOfItem && (smaller === undefined || smaller.endsWith('款'))) return []
      const isWithPart = kind === 'item' && before?.kind === 'part' && isJoining(words.slice(before.to, token.from))
      return [{ ...token, from: isWithPart ? before.from : token.from }]
    })
  }

  #ownNumber(words: string): number {
    const { part, all } = PART_WITH_ITEM.exec(words)?.groups ?? {}
    if (part !== undefined && all !== undefined) return this.#places.hasItems(figure(part)) ? 0 : all.length
    const titled = this.#places.titles.some(({ words: title }) =>
      new RegExp(`^${CHINESE_NUMERAL}、${escaped(title)}`, 'u').test(words),
    )
    return titled ? 0 : (OWN_NUMBER.exec(words)?.[0].length ?? 0)
  }

  #tokenAt(words: string, at: number, part: string | undefined, near: Token | undefined): Token | undefined {
    const rest = words.slice(at)
    const found = (
      kind: Token['kind'],
      length: number,
      clauses: readonly number[],
      own?: string,
      item?: string,
    ): Token => ({
      kind,
      ...withSmaller(
        { from: at, to: at + length, clauses },
        words,
        this.#smallerIn(kind, own, words.slice(at, at + length)),
      ),
      ...(own === undefined ? {} : { part: own }),
      ...(item === undefined ? {} : { item: Number(item) }),
    })
    const isBehindNumeral = IS_NUMERAL.test(words.charAt(at - 1))
    const isFurther = near?.kind === 'part' && near.within === undefined
    const partMatch = isBehindNumeral ? null : (PART.exec(rest) ?? (isFurther ? FURTHER_PART.exec(rest) : null))
    const { numbered: single, listed, marked: before } = partMatch?.groups ?? {}
    const written = single ?? listed ?? before
    if (partMatch && written !== undefined) {
      if (near?.kind === 'other' || OTHER_LAW.test(words.slice(0, at))) return found('other', partMatch[0].length, [])
      const own = figure(written)
      return found('part', partMatch[0].length, this.#places.ofPart(own), own)
    }
    const mark = MARK.exec(rest)?.[0] ?? ''
    for (const { words: title, part: own, clauses } of this.#places.titles) {
      const marked = [mark + title, title].find((one) => rest.startsWith(one))
      if (marked === undefined) continue
      const isFull = marked !== title && figure(marked.slice(0, marked.indexOf('、'))) === own
      // A title in running words may be words like any others.
      const isOfPart = near?.kind === 'part' && near.part === own
      if (isFull || isOfPart || title.startsWith('第'))
        return title.startsWith('第')
          ? found('item', marked.length, clauses, own)
          : found('part', marked.length, this.#places.ofPart(own), own)
    }
    const itemMatch = ITEM.exec(rest)
    const { bracketed, unit, numbered, other } = itemMatch?.groups ?? {}
    const item = bracketed ?? numbered
    if (!itemMatch || item === undefined) return undefined
    if (near?.kind === 'other' && other !== undefined) return found('other', itemMatch[0].length, [])
    const isExplicit = (unit ?? other) !== undefined
    const isParagraph = other === '款' && near?.kind !== 'part'
    const isOfText = other === '款' && part !== undefined && this.#places.hasParagraphs(part)
    if (part === undefined || isParagraph || isOfText || !(isExplicit || near)) return undefined
    return found('item', itemMatch[0].length, this.#places.ofItem(part, figure(item)), part, figure(item))
  }

  #smallerIn(kind: Token['kind'], part: string | undefined, written: string): keyof typeof UNITS {
    if (kind === 'part' && part !== undefined && this.#places.hasItems(part))
      return this.#places.hasParagraphs(part) ? 'item' : 'part'
    if (kind === 'part') return 'any'
    return written.endsWith('款') ? 'any' : 'item'
  }

  /** 第（一）至第（三）项 names those between. */
  #upTo(first: Token | undefined, { kind, part, item, from }: Token, words: string): Token[] {
    if (!first || part === undefined || !RANGE.test(words.slice(first.to, from))) return []
    if (kind === 'part' && first.kind === 'part' && first.part !== undefined) {
      const start = Number(first.part) + 1
      return Array.from({ length: Math.max(0, Number(part) - start) || 0 }, (_, i) => {
        const own = String(start + i)
        return { kind, from, to: from, clauses: this.#places.ofPart(own), part: own }
      })
    }
    if (first.item === undefined || item === undefined || first.part !== part) return []
    const start = first.item + 1
    return Array.from({ length: Math.max(0, item - start) }, (_, i) => {
      const clauses = this.#places.ofItem(part, String(start + i))
      return { kind, from, to: from, item: start + i, clauses, part }
    })
  }
}

const IS_NUMERAL = new RegExp(`^${CHINESE_NUMERAL}$`, 'u')
const MARK = new RegExp(`^${PART_MARK}`, 'u')

function isJoining(words: string): boolean {
  return JOINED.test(words) || RANGE.test(words)
}

/** A place with the smaller ones in it that are named behind it. */
function withSmaller<P extends NamedPlace>(place: P, words: string, kind: keyof typeof UNITS): P {
  const units = UNITS[kind]
  const smaller = new RegExp(
    `^[、和及与中的]{0,2}(?:第${NUMERAL}|最后一|最末一|末尾一|末一|最后|首|末)(?:个)?(?:${units})(?:话)?|^中?的?[前后](?:半句|半段|段)`,
    'u',
  )
  let { to } = place
  for (let found = smaller.exec(words.slice(to)); found; found = smaller.exec(words.slice(to))) to += found[0].length
  return to === place.to ? place : { ...place, to, within: words.slice(place.to, to) }
}
