import type { Span } from './passages.ts'

/** Why something is ordered: 为进一步…, 根据…. It goes on until the order begins. */
const REASON = /^(?:[一二三四五六七八九十]+、)?(?:为了?|根据|按照?|依照|依据|鉴于|由于|因|随着|结合|经)(?![：:])/u
const BEGINS = /^(?:现|决定|经研究决定|将|对|把|特)/u

/** Of the parts of a sentence, those that say why something is ordered, by their order. */
export function reasonsAmong(halves: readonly Span[], outside: string): ReadonlySet<number> {
  const reasons = new Set<number>()
  for (const [i, { from, to }] of halves.entries()) {
    const words = outside.slice(from, to)
    if (REASON.test(words) || (reasons.has(i - 1) && !BEGINS.test(words))) reasons.add(i)
  }
  return reasons
}
