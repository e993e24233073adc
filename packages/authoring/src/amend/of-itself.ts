import { halvesOf } from './halves.ts'
import type { NoticeSentence } from './notice-sentences.ts'
import { isOfItself } from './own-term.ts'
import type { Span } from './passages.ts'

const ITSELF = /本|\b(?:this|these)\b/iu

/** The parts of a sentence that say something of the notice itself: in its beginning or by its name. */
export function ofItselfIn({ text, outside }: NoticeSentence): Span[] {
  const own: Span[] = []
  for (const half of halvesOf(outside)) {
    const words = text.slice(half.from, half.to)
    const goesOn = half.from === 0 || own.at(-1)?.to === half.from
    if ((goesOn || ITSELF.test(words)) && isOfItself(words)) own.push(half)
  }
  return own
}
