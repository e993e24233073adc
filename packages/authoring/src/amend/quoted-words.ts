import { alike } from './alike.ts'
import { isChinese, plainText } from './passages.ts'
import type { Span } from './passages.ts'

/** Clauses that run on as one text, each with where it stands there. */
export interface RunningText {
  readonly words: string
  readonly spans: readonly Span[]
}

export function runningText(clauses: readonly string[]): RunningText {
  const { words } = plainText(clauses.join('\n'))
  let at = 0
  const spans = clauses.map((clause) => {
    const from = clause === '' ? at : words.indexOf(clause, at)
    at = from + clause.length
    return { from, to: at }
  })
  return { words, spans }
}

const MARKS = /[，。；：、,.;:]+$/u
const BEGINS_WITH_MARK = /^[，。；：、,.;:]/u

/**
 * Where a text has the words that a notice quotes. Marks of quotation may be others, and so may be, or be left out, the
 * mark at the end, which is then part of what was found.
 */
export function placesOfQuote(text: string, quoted: string): Span[] {
  const core = alike(quoted.replace(MARKS, ''))
  if (core === '') return []
  const words = alike(text)
  const hasMark = MARKS.test(quoted)
  const found: Span[] = []
  for (let from = words.indexOf(core); from >= 0; from = words.indexOf(core, from + core.length)) {
    if (isInsideWord(words, from, core)) continue
    const end = from + core.length
    found.push({ from, to: hasMark && MARKS.test(words[end] ?? '') ? end + 1 : end })
  }
  return found
}

/** New words without the mark at their end, where the old ones left one standing behind them. */
export function fitted(words: string, behind: string): string {
  return BEGINS_WITH_MARK.test(behind) ? words.replace(MARKS, '') : words
}

/** What stands before and behind words that are put in; where there are none, the blank before them goes with the old ones. */
export function joinedAround(before: string, put: string, behind: string): string {
  return (put === '' && /^(?:[\s,.;:]|$)/u.test(behind) ? before.trimEnd() : before) + put + behind
}

function isInsideWord(words: string, from: number, core: string): boolean {
  const joins = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && /\w/u.test(a) && /\w/u.test(b) && !isChinese(a) && !isChinese(b)
  return joins(words[from - 1], core[0]) || joins(core.at(-1), words[from + core.length])
}

/** Words one behind the other, with the space that words without Chinese signs have between them. */
export function joined(before: string, behind: string): string {
  return isInsideWord(`${before}${behind}`, before.length, behind) ? `${before} ${behind}` : before + behind
}
