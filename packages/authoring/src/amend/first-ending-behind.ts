import type { Span } from './passages.ts'

/** The first of some spans that ends behind a place; they are in the order of their text. */
export function firstEndingBehind(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (spans[middle]!.to > at) high = middle
    else low = middle + 1
  }
  return low
}
