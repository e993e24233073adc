import type { Text } from '@tiaoli/engine'
import { CHINESE_NUMERAL, figure } from './numeral.ts'
import type { StandingClause } from './standing-clauses.ts'

const PART = new RegExp(`^(?<part>${CHINESE_NUMERAL})、`, 'u')
const ITEM = new RegExp(`^[（(](?<item>${CHINESE_NUMERAL})[）)]`, 'u')
const PLACE = new RegExp(`^(?<part>${CHINESE_NUMERAL})、（(?<item>${CHINESE_NUMERAL})）$`, 'u')

const SECTION = /^(\D+)\d+[A-Z]{0,2}$/u

interface Passage {
  readonly text: string
  /** The clause whose place it has taken. */
  readonly from: StandingClause | undefined
  /** The number of its section, which its words do not repeat. */
  readonly number: string | undefined
}

/**
 * Where the passages of a reissued document stand: as its own headings or sections number them, where the earlier document had
 * such, and else where the clauses stood whose place they have taken.
 */
export function reissuedPlaces(passages: readonly Passage[], clauses: readonly StandingClause[]): (Text | undefined)[] {
  const known = new Map(clauses.flatMap(({ place }) => (place ? [[place.zh, place]] : [])))
  const pattern = clauses.find(({ place }) => place && PLACE.test(place.zh))?.place
  let [part, item] = ['', '']
  const section = clauses.find(({ place }) => place && SECTION.test(place.en))?.place
  return passages.map(({ text, from, number }) => {
    if (section && number !== undefined) return numbered(section, number)
    const marked = PART.exec(text)?.groups?.['part']
    if (marked !== undefined) [part, item] = [marked, '']
    item = ITEM.exec(text)?.groups?.['item'] ?? item
    const isOfItem = from?.place ? PLACE.test(from.place.zh) : from === undefined
    if (!pattern || part === '' || item === '' || !isOfItem) return from?.place
    const zh = `${part}、（${item}）`
    return known.get(zh) ?? { zh, en: inEnglish(pattern, part, item) }
  })
}

/** The place of a section as that of another of the same document is written: section 4. */
function numbered({ zh, en }: Text, number: string): Text {
  return { zh: zh.replace(SECTION, `$1${number}`), en: en.replace(SECTION, `$1${number}`) }
}

/** A place in English as another of the same document is written. */
function inEnglish({ zh, en }: Text, part: string, item: string): string {
  const own = PLACE.exec(zh)?.groups
  let order = 0
  const numbers = [figure(part), figure(item)]
  return own ? en.replaceAll(/\d+/gu, () => numbers[order++] ?? '') : en
}
