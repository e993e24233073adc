/** What ends a sentence, with whatever closes with it. An English mark ends one before a space. */
const MARK = /[。；！？][”’）」』》]*|(?<english>[.;!?])[”’)"']*(?= |$)/gu
/** All that stands before a full stop behind a number: 1. or 12A. or (b). */
const NUMBER = /^[\s“"‘'(]*(?:\d+[A-Z]{0,2}|[a-zA-Z]|[ivx]+)$/u
/** What is cut short before a number: No. 4, reg. 3. */
const BEFORE_NUMBER = /(?<![a-z\d])(?:nos?|arts?|ss?|secs?|paras?|regs?|sch|cl|ch|pt|pp?|vol|fig)$/iu
/** Initials: S.O. */
const INITIALS = /(?<![a-z\d])[a-z](?:\.\s?[a-z])*$/iu

/** Where sentences of a text end by their marks, behind whatever closes with them. */
export function sentenceEnds(words: string, breaks: ReadonlySet<number>): number[] {
  const ends: number[] = []
  const starts = [...breaks].sort((a, b) => a - b)
  let start = 0
  for (const { index, 0: mark, groups } of words.matchAll(MARK)) {
    const to = index + mark.length
    while (starts.length > 0 && starts[0]! <= index) start = Math.max(start, starts.shift()!)
    const isPoint = groups?.['english'] === '.' && mark === '.' && to < words.length && !breaks.has(to + 1)
    if (isPoint && !isEnd(words.slice(start, index), words.slice(to + 1, to + 4))) continue
    ends.push(to)
    start = to
  }
  return ends
}

/** Whether a full stop between words ends a sentence, and not a number or a word that is cut short. */
function isEnd(before: string, behind: string): boolean {
  if (/^\p{Ll}/u.test(behind) || NUMBER.test(before)) return false
  if (/^[(\d]/u.test(behind)) return !BEFORE_NUMBER.test(before) && !INITIALS.test(before)
  if (/(?<![a-z\d])[A-Z]\. [A-Z]$/u.test(before)) return false
  return !(INITIALS.test(before) && /^(?:\p{L}\.|No)/u.test(behind))
}
