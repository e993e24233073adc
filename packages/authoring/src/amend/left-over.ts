import { halvesOf, isMet } from './halves.ts'
import { orderSigns } from './order-signs.ts'
import type { Span } from './passages.ts'
import { reasonsAmong } from './reasons.ts'

/** 其他继续执行: what is not named stays as it is, as all of a document does. */
const STAYS =
  /^(?:其[他它余]|仍)[^，。；]{0,12}(?:(?:继续|仍)(?:执行|施行|实施|有效|适用)|仍?按照?原[^，。；]{0,8}执行|(?:保持)?不变)[，。；]?$|^\s*(?:and )?(?:the (?:rest|remainder|other|remaining)|all other)\b.*\b(?:unchanged|continues?|remains?)\b/iu

/** Whether a part of a sentence says that what it does not name stays as it is. */
export function staysAsItIs(words: string): boolean {
  return STAYS.test(words)
}

/**
 * The parts of a sentence that order something of which nothing was done: they have a place, an order, a day or a term
 * that is in none of the parts that were read. Those that follow each other go together.
 *
 * @param read What was carried out, or is told already.
 */
export function leftOver(outside: string, read: readonly Span[], places: readonly Span[]): Span[] {
  const signs = orderSigns(outside, places).filter((sign) => !read.some((span) => isMet(span, sign)))
  const halves = halvesOf(outside)
  const reasons = reasonsAmong(halves, outside)
  const left: Span[] = []
  for (const [i, half] of halves.entries()) {
    const words = outside.slice(half.from, half.to)
    const own = signs.filter((sign) => isMet(sign, half) && !(reasons.has(i) && sign.kind === 'verb'))
    if (own.length === 0 || staysAsItIs(words)) continue
    const before = left.at(-1)
    if (before?.to === half.from) left[left.length - 1] = { from: before.from, to: half.to }
    else left.push(half)
  }
  return left
}
