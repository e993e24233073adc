import { halvesOf, isMet } from './halves.ts'
import { orderSigns } from './order-signs.ts'
import type { Span } from './passages.ts'

/** Why something is ordered: 为进一步…, 根据…. It goes on until the order begins. */
const REASON = /^(?:[一二三四五六七八九十]+、)?(?:为了?|根据|按照?|依照|依据|鉴于|由于|因|随着|结合|经)(?![：:])/u
/** 其他继续执行: what is not named stays as it is, as all of a document does. */
const STAYS = /^(?:其[他它余]|仍)[^，。；]{0,12}(?:继续|仍)(?:执行|施行|实施|有效|适用)[，。；]?$/u
const BEGINS = /^(?:现|决定|经研究决定|将|对|把|特)/u

/**
 * The parts of a sentence that order something of which nothing was done: they have a place, an order, a day or a term
 * that is in none of the parts that were read. Those that follow each other go together.
 *
 * @param read What was carried out, or is told already.
 */
export function leftOver(outside: string, read: readonly Span[], places: readonly Span[]): Span[] {
  const signs = orderSigns(outside, places).filter((sign) => !read.some((span) => isMet(span, sign)))
  let isReason = false
  const left: Span[] = []
  for (const half of halvesOf(outside)) {
    const words = outside.slice(half.from, half.to)
    isReason = REASON.test(words) || (isReason && !BEGINS.test(words))
    const own = signs.filter((sign) => isMet(sign, half) && !(isReason && sign.kind === 'verb'))
    if (own.length === 0 || STAYS.test(words)) continue
    const before = left.at(-1)
    if (before?.to === half.from) left[left.length - 1] = { from: before.from, to: half.to }
    else left.push(half)
  }
  return left
}
