import type { Text } from '@tiaoli/engine'
import type { Reading } from '@tiaoli/engine/plan'

type Sentences = Reading[number]['sentences']

const CHINESE_SIGN = /\p{Script=Han}/gu
const ENGLISH_WORD = /\b[a-z]{2,}\b/giu

/** A language of a pack: its tag, and beside which sentences its words stand. */
export interface WordsOf {
  readonly tag: string
  readonly sentences: Sentences
}

/**
 * In which language of a pack a new text is laid beside its clauses: its own, where most clauses have words in it; else
 * the first of the pack.
 */
export function languageOfText(
  text: string,
  clauses: readonly { text: Text }[],
  reading: Reading,
): WordsOf | undefined {
  const [first, ...others] = reading
  const own: Sentences = count(text, CHINESE_SIGN) >= count(text, ENGLISH_WORD) ? 'zh' : 'en'
  if (!first || first.sentences === own) return first
  const having = clauses.filter(({ text: words }) => words.zh !== words.en)
  return having.length * 2 > clauses.length ? (others.find(({ sentences }) => sentences === own) ?? first) : first
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
