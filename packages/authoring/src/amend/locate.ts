import type { Span } from './passages.ts'

/** Something that is looked for, and where it was found. */
export interface Located {
  /** Its number in the order of the earlier text. */
  readonly order: number
  readonly at: Span
}

/**
 * Where texts stand word for word in a new one, none over another. A text that occurs once is found first, and longer
 * ones before shorter ones; of several places of one text, that between the neighbours that were found is taken. Nothing
 * is looked for in the spans that are left out.
 */
export function locate(texts: readonly string[], words: string, leftOut: readonly Span[] = []): Located[] {
  const found = new Map<number, Span>()
  const taken: Span[] = [...leftOut]
  const isFree = ({ from, to }: Span) => taken.every((other) => to <= other.from || from >= other.to)
  const take = (order: number, at: Span) => {
    found.set(order, at)
    taken.push(at)
  }
  const byLength = texts
    .map((text, order) => ({ text, order }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.text.length - a.text.length)
  const places = (text: string) => occurrences(words, text).filter(isFree)
  const several: typeof byLength = []
  for (const item of byLength) {
    const [at, ...others] = places(item.text)
    if (at && others.length === 0) take(item.order, at)
    else if (at) several.push(item)
  }
  for (const { text, order } of several) {
    const free = places(text)
    const before = nearest(found, order, -1)?.to ?? 0
    const after = nearest(found, order, 1)?.from ?? words.length
    const at = free.find(({ from, to }) => from >= before && to <= after) ?? free[0]
    if (at) take(order, at)
  }
  return [...found].map(([order, at]) => ({ order, at })).sort((a, b) => a.order - b.order)
}

function occurrences(words: string, text: string): Span[] {
  const spans: Span[] = []
  for (let from = words.indexOf(text); from >= 0; from = words.indexOf(text, from + 1))
    spans.push({ from, to: from + text.length })
  return spans
}

/** Where the nearest text before (-1) or after (1) was found. */
function nearest(found: ReadonlyMap<number, Span>, order: number, step: 1 | -1): Span | undefined {
  const orders = [...found.keys()].filter((other) => (other - order) * step > 0)
  if (orders.length === 0) return undefined
  return found.get(step > 0 ? Math.min(...orders) : Math.max(...orders))
}

/**
 * Those of some located texts that have kept their order. A longest run that is in order is kept; what another such run
 * would have left out has moved too, for it cannot be told which of two changed places.
 */
export function inOrder(located: readonly Located[]): Set<Located> {
  const before = lengths(located, (earlier, later) => earlier.at.from < later.at.from)
  const reversed = [...located].reverse()
  const after = lengths(reversed, (earlier, later) => earlier.at.from > later.at.from).reverse()
  const longest = Math.max(0, ...before.map((length, i) => length + after[i]! - 1))
  const onLongest = located.map((_, i) => before[i]! + after[i]! - 1 === longest)
  const atRank = new Map<number, number>()
  for (const [i, length] of before.entries()) if (onLongest[i]) atRank.set(length, (atRank.get(length) ?? 0) + 1)
  return new Set(located.filter((_, i) => onLongest[i] && atRank.get(before[i]!) === 1))
}

/** For each, the length of the longest run in order that ends with it. */
function lengths(items: readonly Located[], isBefore: (earlier: Located, later: Located) => boolean): number[] {
  const result: number[] = []
  for (const [i, item] of items.entries())
    result.push(
      1 + Math.max(0, ...items.slice(0, i).flatMap((other, j) => (isBefore(other, item) ? [result[j]!] : []))),
    )
  return result
}
