import { sentenceEnds } from './sentence-ends.ts'

/** A part of a text, by the positions of its characters: from the first to before the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A text without what its layout adds, so that words alone are compared. */
export interface PlainText {
  readonly words: string
  /** Where paragraphs begin, apart from the first. */
  readonly breaks: ReadonlySet<number>
  /** Where sentences end by their marks. */
  readonly ends: readonly number[]
}

const CHINESE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]'
/** A space beside a Chinese sign is layout; between two words it is none. */
const LAYOUT_SPACE = new RegExp(`(?<=${CHINESE}) | (?=${CHINESE})`, 'gu')

/** Line breaks, indents and spaces between Chinese signs are layout; where paragraphs begin is kept. */
export function plainText(text: string): PlainText {
  const breaks = new Set<number>()
  let words = ''
  for (const line of text.split(/\r\n?|\n/)) {
    const plain = plainWords(line)
    if (plain === '') continue
    if (words !== '') breaks.add((words += isChinese(words.at(-1)!) || isChinese(plain[0]!) ? '' : ' ').length)
    words += plain
  }
  return { words, breaks, ends: sentenceEnds(words, breaks) }
}

export function plainWords(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().replaceAll(LAYOUT_SPACE, '')
}

export function isChinese(sign: string): boolean {
  return new RegExp(CHINESE, 'u').test(sign)
}

/** What has ended as a sentence. */
export const ENDED = /(?:[。；！？][”’）」』》]*|[.;!?][”’)"']*)$/u

/** The sentences of a part of a text: to their marks, or to where a paragraph begins. */
export function sentencesIn({ words, breaks, ends }: PlainText, { from, to }: Span): Span[] {
  const inside = [...ends, ...breaks].filter((at) => at > from && at < to)
  const cuts = [...new Set([...inside, to])].sort((a, b) => a - b)
  let start = from
  return cuts.flatMap((end) => {
    while (start < end && words[start] === ' ') start++
    const span = { from: start, to: end }
    start = end
    return span.to > span.from ? [span] : []
  })
}

/** Whether a sentence or paragraph ends at a place of a text. */
export function isCut({ words, breaks, ends }: PlainText, at: number): boolean {
  if (at === 0 || at === words.length || breaks.has(at)) return true
  return ends.includes(words.slice(0, at).trimEnd().length)
}
