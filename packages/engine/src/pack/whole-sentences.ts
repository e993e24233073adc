import { completeText, isWrittenIn } from '../text/fallback-language.ts'
import type { Text } from '../text/text.ts'

/** Behind what ends a sentence, and whatever closes with it, or at a new line. */
const END = /(?<=[。；！？][”’）」』》]*)(?![”’）」』》])|(?<=\n)/u

/** A clause that ends in a pause has the rest of its sentence in the next. */
const IS_OPEN = /[，、][”’）」』》]*$/u

/** A sentence, and the first and last clause that have a part in it. */
interface Sentence {
  zh: string
  first: number
  last: number
}

/**
 * For each clause of one text, in the order of the text, the whole sentence that it belongs to, or sentences where it
 * has parts of several. A heading ends in no mark, so a clause that does is a paragraph of its own.
 */
export function wholeSentences(clauses: readonly Text[]): Text[] {
  const sentences: Sentence[] = []
  let isOpen = false
  const spans = clauses.map(({ zh }, i) => {
    const [head = '', ...tail] = zh.split(END)
    const open = isOpen ? sentences.at(-1) : undefined
    if (open) Object.assign(open, { zh: open.zh + head, last: i })
    else sentences.push({ zh: head, first: i, last: i })
    const from = sentences.length - 1
    sentences.push(...tail.map((part) => ({ zh: part, first: i, last: i })))
    isOpen = IS_OPEN.test(zh)
    return { from, to: sentences.length - 1 }
  })
  const text = (from: number, to: number) => {
    const whole = sentences.slice(from, to + 1)
    const parts = clauses.slice(whole[0]!.first, whole.at(-1)!.last + 1)
    const zh = whole.map((sentence) => sentence.zh)
    // A language in which a part is missing has no whole sentence.
    return completeText({
      ...(parts.every((part) => isWrittenIn('zh', part)) && { zh: zh.join('').trim() }),
      ...(parts.every((part) => isWrittenIn('en', part)) && { en: parts.map(({ en }) => en).join(' ') }),
    })
  }
  let last = { from: -1, to: -1, whole: { zh: '', en: '' } }
  return spans.map(({ from, to }) => {
    // The clauses of a sentence share it.
    if (from !== last.from || to !== last.to) last = { from, to, whole: text(from, to) }
    return last.whole
  })
}
