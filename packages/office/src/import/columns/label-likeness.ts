import { looksPersonal } from '../../looks-personal.ts'
import type { Scope } from '../../scope.ts'
import { headingKey, withoutBrackets } from '../../values/words.ts'
import type { Synonyms } from './heading-synonyms.ts'
import { kindAsked, sayingWords, sharedWords } from './word-likeness.ts'

type Fact = Scope['given'][number]

/** What makes no difference in any heading. */
const PLAINER: readonly (readonly [RegExp, string])[] = [
  [/时间/g, '日期'],
  [/(?:总人数|总数|人数|数量|数)$/, ''],
  [/^(?:是否|有无|其中)/, ''],
  [/(?:基本|设置)?情况/g, ''],
  [/的/g, ''],
]
/** Asks whether, and so for no number: 是否党员 is not 党员人数. */
const ASKS_WHETHER = /^(?:是否|有无)/
/**
 * How alike headings and the label of a fact are, in any language; the upper headings may be part of what is meant. What is
 * known of the headings alone is found once for all facts.
 */
export function likenessOf(headings: readonly string[], synonyms: Synonyms): (fact: Fact) => number {
  const texts = [...new Set([headings.at(-1) ?? '', headings.join(' ')])].map((text) => new Heading(text, synonyms))
  return (fact) => {
    const labels = [...new Set([fact.label.zh, fact.label.en])]
    return Math.max(...labels.flatMap((label) => texts.map((text) => text.likenessTo(label, fact))))
  }
}

class Heading {
  readonly #synonyms: Synonyms
  readonly #asksWhether: boolean
  readonly #pairs: Pairs
  readonly #words: string
  readonly #asked: ReturnType<typeof kindAsked>
  /** The words that say what is meant, by those that the unit of a fact says already. */
  readonly #saying = new Map<string, readonly string[]>()

  constructor(text: string, synonyms: Synonyms) {
    this.#synonyms = synonyms
    this.#asksWhether = ASKS_WHETHER.test(text)
    this.#pairs = pairsIn(plainKey(text, synonyms))
    this.#words = inWords(text, synonyms)
    this.#asked = kindAsked(this.#words)
  }

  likenessTo(label: string, { type, unit }: Fact): number {
    if (isChinese(label)) {
      const isOther = type === 'integer' && this.#asksWhether
      return isOther ? 0 : sharedPairs(this.#pairs, pairsOfLabel(label, this.#synonyms))
    }
    if ((this.#asked === 'date' && type !== 'date') || (this.#asked === 'number' && type !== 'integer')) return 0
    const units = unit ? [unit.zh, unit.en, unit.one ?? ''] : []
    const key = units.join('\n')
    const words = this.#saying.get(key) ?? sayingWords(this.#words, units)
    this.#saying.set(key, words)
    return sharedWords(words, sayingWords(label, units))
  }
}

/** A heading with the words of labels; what is personal is never said otherwise. */
export function inWords(heading: string, synonyms: Synonyms): string {
  return looksPersonal(heading) === undefined ? synonyms.inWords(heading) : heading
}

export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** A heading or a label without what makes no difference. */
export function plainKey(text: string, synonyms: Synonyms): string {
  if (looksPersonal(text) !== undefined) return ''
  const own = synonyms.inKey(withoutBrackets(headingKey(text)) || headingKey(text))
  return PLAINER.reduce((key, [from, to]) => key.replace(from, to), own)
}

const LABELS = new WeakMap<Synonyms, Map<string, Pairs>>()

function pairsOfLabel(label: string, synonyms: Synonyms): Pairs {
  const known = LABELS.get(synonyms) ?? new Map<string, Pairs>()
  LABELS.set(synonyms, known)
  const pairs = known.get(label) ?? pairsIn(plainKey(label, synonyms))
  known.set(label, pairs)
  return pairs
}

/** The pairs of letters of a text. */
interface Pairs {
  readonly text: string
  readonly count: number
  /** How often each is there. */
  readonly times: ReadonlyMap<string, number>
}

function pairsIn(text: string): Pairs {
  const times = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    times.set(pair, (times.get(pair) ?? 0) + 1)
  }
  return { text, count: Math.max(text.length - 1, 0), times }
}

/** Which part of the pairs of letters of two texts they have in common. */
function sharedPairs(a: Pairs, b: Pairs): number {
  if (a.text === '' || b.text === '') return 0
  if (a.text === b.text) return 1
  let common = 0
  for (const pair of b.times.keys()) common += a.times.get(pair) ?? 0
  return a.count + b.count === 0 ? 0 : (2 * common) / (a.count + b.count)
}
