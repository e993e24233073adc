import { addTo } from '@tiaoli/engine/plan'
const UNIT =
  'sections?|secs?\\.?|ss?\\.|articles?|arts?\\.?|parts?|chapters?|rules?|regulations?|regs?\\.?|clauses?|items?|paragraphs?|paras?\\.?|points?|schedules?|divisions?'
const SMALLER = 'sub-?sections?|sub-?paragraphs?|paragraphs?|paras?\\.?|items?|points?|clauses?'
/** What units are called that are written shorter. */
const IN_FULL: Readonly<Record<string, string>> = {
  s: 'section',
  sec: 'section',
  art: 'article',
  reg: 'regulation',
  para: 'paragraph',
}
const NUMBER = String.raw`\d+[A-Z]{0,2}(?:\.\d+)*(?![\w%])(?! (?:days?|weeks?|months?|years?|hours?|[A-Z][a-z]+ \d{4}))`
const MARK = String.raw`\((?:\d+[A-Z]{0,2}|[a-z]{1,4})\)`
const LAST = String.raw`,?\s*(?:and|or|&|to|through|–|—|-)\s*`
const NUMBERED = String.raw`${NUMBER}(?:\s?${MARK})*`

/** 4, 5 and 6(1) */
function listOf(item: string, again = ''): string {
  return `${item}(?:(?:,\\s*${item})*${LAST}${again}${item})*`
}

const PLACES = new RegExp(`(?<![\\w-])(?<unit>${UNIT})\\s+(?<list>${listOf(NUMBERED, `(?:(?:${UNIT})\\s+)?`)})`, 'giu')
const SMALLER_PLACES = new RegExp(`(?<![\\w-])(?:${SMALLER})\\s+(?<list>${listOf(MARK)})`, 'giu')
const NUMBERED_ONE = new RegExp(`(?<joint>${LAST})?(?<number>${NUMBER})(?<marks>(?:\\s?${MARK})*)`, 'giu')
const MARKED_ONE = new RegExp(`(?<joint>${LAST})?(?<number>)(?<marks>${MARK})`, 'giu')
const RANGE = /^,?\s*(?:to|through|–|—|-)\s*$/iu
/** (1) of section 2 */
const IN = /^,?\s*(?:of|in)\s+(?:the\s+)?$/iu
/** Marks at the beginning of what a clause says: (2)(a). */
const OWN_MARKS = new RegExp(`^(?:${MARK}\\s*)+`, 'u')

/** A place from the outermost: section 6, (1). */
type Path = readonly string[]

/** A place that a notice names in English. */
export interface EnglishPlace {
  readonly from: number
  readonly to: number
  readonly clauses: readonly number[]
  readonly part?: string
  readonly within?: string
}

interface Found {
  from: number
  to: number
  paths: Path[]
}

/** Where the clauses of a document stand that numbers its places in English: section 6(1), part 4, item (4). */
export class EnglishPlaces {
  /** The clauses of each place and of all that is in it. */
  readonly #clauses = new Map<string, number[]>()
  /** Places in which smaller ones are known. */
  readonly #divided = new Set<string>()
  /** The place that was learned last, and the marks in it that hold until others follow. */
  #last: { key: string; marks: Path } | undefined

  /** Whether a name is that of a numbered place, which is then known. */
  learn(name: string, words: string, i: number): boolean {
    const [found, ...others] = pathsIn(name, undefined)
    const [path, more] = found?.paths ?? []
    if (!found || !path || more || others.length > 0 || found.to - found.from !== name.length) return false
    const key = keyOf(path)
    const own = OWN_MARKS.exec(words)?.[0].match(/\(\w+\)/gu) ?? []
    const before = this.#last?.key === key ? this.#last.marks : []
    const isBelow = own.length > 0 && before.length > 0 && kindOf(own[0]!) !== kindOf(before[0]!)
    const marks = own.length === 0 ? before : isBelow ? [before[0]!, ...own] : own
    this.#last = { key, marks }
    const full = [...path, ...marks]
    for (let depth = 1; depth <= full.length; depth++) {
      const place = keyOf(full.slice(0, depth))
      addTo(this.#clauses, place, i)
      if (depth < full.length) this.#divided.add(place)
    }
    return true
  }

  /**
   * The places that words name, in their order.
   *
   * @param part The place that was named before, of which smaller ones may be named alone.
   */
  read(words: string, part: string | undefined): EnglishPlace[] {
    if (this.#clauses.size === 0) return []
    return pathsIn(words, part).flatMap(({ from, to, paths }) =>
      paths.map((path, i) => ({ from: i === 0 ? from : to, to, ...this.#at(path) })),
    )
  }

  #at(path: Path): Omit<EnglishPlace, 'from' | 'to'> {
    const part = path[0]!
    const clauses = this.#clauses.get(keyOf(path))
    if (clauses) return { clauses, part }
    // Where the document does not number what is in a place, it may be any of it.
    const above = path.slice(0, -1)
    const around = this.#clauses.get(keyOf(above))
    if (above.length === 0 || !around || this.#divided.has(keyOf(above))) return { clauses: [], part }
    return { clauses: around, part, within: path.at(-1)! }
  }
}

function pathsIn(words: string, part: string | undefined): Found[] {
  const smaller = [...words.matchAll(SMALLER_PLACES)].map(({ index, 0: text, groups }) => ({
    from: index,
    to: index + text.length,
    paths: expanded(groups!['list']!, MARKED_ONE, () => []),
  }))
  const used = new Set<Found>()
  const found = [...words.matchAll(PLACES)].map(({ index, 0: text, groups }): Found => {
    const unit = unitOf(groups!['unit']!)
    const place = {
      from: index,
      to: index + text.length,
      paths: expanded(groups!['list']!, NUMBERED_ONE, (number) => [`${unit} ${number}`]),
    }
    const [path, other] = place.paths
    const inside = smaller.find(
      ({ from, to }) =>
        IN.test(words.slice(to, place.from)) || (from > place.to && /^,?\s*$/u.test(words.slice(place.to, from))),
    )
    if (!inside || !path || other) return place
    used.add(inside)
    return {
      from: Math.min(place.from, inside.from),
      to: Math.max(place.to, inside.to),
      paths: inside.paths.map((marks) => [...path, ...marks]),
    }
  })
  const alone = smaller.flatMap((item): Found[] => {
    if (used.has(item)) return []
    const above =
      [...found]
        .reverse()
        .find(({ from }) => from < item.from)
        ?.paths.at(-1)?.[0] ?? part
    return above === undefined ? [] : [{ ...item, paths: item.paths.map((marks) => [above, ...marks]) }]
  })
  return [...found, ...alone].sort((a, b) => a.from - b.from)
}

/** The places of a list, with those between two that are joined by “to”. */
function expanded(list: string, pattern: RegExp, begin: (number: string) => Path): Path[] {
  const paths: Path[] = []
  for (const { groups } of list.matchAll(pattern)) {
    const { joint = '', number = '', marks = '' } = groups ?? {}
    const path = [...begin(number), ...(marks.match(/\(\w+\)/gu) ?? [])]
    const before = paths.at(-1)
    if (before && RANGE.test(joint)) paths.push(...between(before, path))
    paths.push(path)
  }
  return paths
}

function between(first: Path, last: Path): Path[] {
  const [from, to] = [first, last].map((path) => Number(/\d+/u.exec(path.at(-1) ?? '')?.[0]))
  if (first.length !== last.length || from === undefined || to === undefined) return []
  const above = first.slice(0, -1)
  return Array.from({ length: Math.max(0, to - from - 1) || 0 }, (_, i) => [
    ...above,
    first.at(-1)!.replace(/\d+/u, String(from + 1 + i)),
  ])
}

function unitOf(written: string): string {
  const unit = written.toLowerCase().replace(/\.$/u, '')
  const single = unit.length > 1 ? unit.replace(/s$/u, '') : unit
  return IN_FULL[single] ?? single
}

function kindOf(mark: string): 'figures' | 'letters' {
  return /\d/u.test(mark) ? 'figures' : 'letters'
}

function keyOf(path: Path): string {
  return path.join(' ').toLowerCase()
}
