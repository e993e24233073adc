import { addTo } from '@tiaoli/engine/plan'
import type { Text } from '@tiaoli/engine'
import type { PlacedClause } from './align-notice.ts'
import { EnglishPlaces } from './english-places.ts'
import { ITEM_MARK } from './item-marks.ts'
import { figure, NUMERAL } from './numeral.ts'

/** 三、（五） or 第三条 or 三、主要措施. */
const PLACE = new RegExp(
  `^(?:(?<part>${NUMERAL})、|第(?<numbered>${NUMERAL})(?:条|章|部分))(?:第?[（(]?(?<item>${NUMERAL})[）)]?(?:项|款)?(?=$))?(?<title>.*)$`,
  'u',
)

const OWN_ITEM = new RegExp(`^${ITEM_MARK}`, 'u')

/** A part of a document, or a smaller one in it, by its title: 主要措施, 第一阶段. */
interface Titled {
  readonly words: string
  readonly part: string
  readonly clauses: number[]
}

/** Where the clauses of a document stand: in its numbered parts and items, or at places with names. */
export class DocumentPlaces {
  readonly titles: Titled[] = []
  /** Patterns of names, and what stands there. */
  readonly named = new Map<string, number[]>()
  readonly #parts = new Map<string, number[]>()
  readonly #items = new Map<string, number[]>()

  readonly english = new EnglishPlaces()
  /** The part that was learned last, and the item in it that its clauses begin with. */
  #last: { part: string; item: string | undefined; paragraph: number | undefined } | undefined
  /** The paragraphs of each part; undefined among them where that of a clause is not known. */
  readonly #paragraphs = new Map<string, Set<number | undefined>>()

  constructor(clauses: readonly PlacedClause[]) {
    for (const [i, { place, words, paragraph }] of clauses.entries()) if (place) this.#learn(place, words, paragraph, i)
  }

  get isNumbered(): boolean {
    return this.#parts.size > 0
  }

  ofPart(part: string): readonly number[] {
    return this.#parts.get(part) ?? []
  }

  ofItem(part: string, item: string): readonly number[] {
    return this.#items.get(`${part} ${item}`) ?? []
  }

  hasItems(part: string): boolean {
    return [...this.#items.keys()].some((key) => key.startsWith(`${part} `))
  }

  /** Whether a part is known to have several paragraphs. */
  hasParagraphs(part: string): boolean {
    const own = this.#paragraphs.get(part)
    return own !== undefined && own.size > 1 && !own.has(undefined)
  }

  #learn({ zh, en }: Text, words: string, paragraph: number | undefined, i: number): void {
    const isEnglish = this.english.learn(en, words, i)
    // part 2, stage 1 is of part 2
    const larger = isEnglish ? undefined : /^(?<place>.+), [^,]+$/u.exec(en)?.groups?.['place']
    if (larger !== undefined) this.english.learn(larger, '', i)
    const { part: marked, numbered, item, title = '' } = PLACE.exec(zh)?.groups ?? {}
    const written = marked ?? numbered
    // A pack in one language has the same name twice.
    if (!isEnglish && !(zh === en && written !== undefined)) addTo(this.named, patternOf(en), i)
    if (written === undefined) {
      if (zh !== en) addTo(this.named, patternOf(zh), i)
      return
    }
    const part = figure(written)
    addTo(this.#parts, part, i)
    this.#paragraphs.set(part, (this.#paragraphs.get(part) ?? new Set()).add(paragraph))
    const within = item ?? (title === '' ? this.#itemIn(part, words, paragraph) : undefined)
    if (within !== undefined) addTo(this.#items, `${part} ${figure(within)}`, i)
    if (title === '') return
    const known = this.titles.find((other) => other.words === title && other.part === part)
    if (known) known.clauses.push(i)
    else this.titles.push({ words: title, part, clauses: [i] })
  }

  /** The item of a part to which a clause belongs: that which it begins with, or those before it in its paragraph. */
  #itemIn(part: string, words: string, paragraph: number | undefined): string | undefined {
    const own = OWN_ITEM.exec(words)?.[0].slice(1, -1)
    const isOn = this.#last?.part === part && this.#last.paragraph === paragraph
    const item = own ?? (isOn ? this.#last?.item : undefined)
    this.#last = { part, item, paragraph }
    return item
  }
}

export function escaped(words: string): string {
  return words.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
}

/** Finds a name as it is written, and no longer one that begins with it. */
function patternOf(name: string): string {
  const words = escaped(name).replaceAll(' ', String.raw`\s+`)
  return /^\w/u.test(name) ? `(?<!\\w)${words}(?![\\w(])` : words
}
