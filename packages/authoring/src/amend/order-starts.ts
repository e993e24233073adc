import { startsIn, type Start } from './days-in-text.ts'
import { halvesOf, isMet } from './halves.ts'
import type { Span } from './passages.ts'

/** The first days of what a sentence orders; unclear where it orders several things, and not all from one day on. */
export type OrderStarts = readonly Start[] | 'unclear'

/**
 * From when a sentence orders what was done of it: a day before all orders is that of all, one within an order that of
 * this order, and one behind the only order that of it.
 *
 * @param done The parts of the sentence that were carried out.
 */
export function startsOfOrders(outside: string, done: readonly Span[], places: readonly Span[]): OrderStarts {
  const halves = halvesOf(outside).map((half) => ({
    starts: startsIn(outside.slice(half.from, half.to)),
    isDone: done.some((span) => isMet(span, half)),
    isOrder:
      places.some((place) => isMet(place, half)) || done.some((span) => span.to > half.from && span.to <= half.to),
  }))
  const orders = halves.filter(({ isOrder }) => isOrder)
  const carried = orders.filter(({ isDone }) => isDone)
  const first = halves.findIndex(({ isOrder }) => isOrder)
  const ofAll = halves.flatMap(({ starts, isOrder }, i) => (i < first && !isOrder ? starts : []))
  const behind = halves.flatMap(({ starts, isOrder }, i) => (i > first && !isOrder ? starts : []))
  const own = carried.map(({ starts }) => starts)
  const [one = []] = own
  const isSame = own.every((starts) => JSON.stringify(starts) === JSON.stringify(one))
  if (!isSame || (behind.length > 0 && orders.length > 1)) return 'unclear'
  return [...ofAll, ...one, ...behind]
}
