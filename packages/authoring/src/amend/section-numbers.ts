import { plainText, plainWords } from './passages.ts'

const NUMBERED = /^(?<number>\d+[A-Z]{0,2})\. (?=\p{Lu})/u

/** A text without the numbers of its sections, and the number of each by where its words begin in the plain text. */
export interface Unnumbered {
  readonly text: string
  readonly numbers: ReadonlyMap<number, string>
}

/** An English text without the numbers that its lines begin with, where the clauses beside which it is laid have none. */
export function withoutSectionNumbers(text: string, clauses: readonly string[]): Unnumbered {
  if (clauses.some((words) => NUMBERED.test(plainWords(words)))) return { text, numbers: new Map() }
  const lines = text.split(/\r\n?|\n/u).map((line) => {
    const words = plainWords(line)
    const { number } = NUMBERED.exec(words)?.groups ?? {}
    return { words: words.replace(NUMBERED, ''), number }
  })
  const bare = lines.map(({ words }) => words).join('\n')
  const { words: all } = plainText(bare)
  const numbers = new Map<number, string>()
  let from = 0
  for (const { words, number } of lines) {
    if (number === undefined) continue
    const at = all.indexOf(words, from)
    numbers.set(at, number)
    from = at + words.length
  }
  return { text: bare, numbers }
}
