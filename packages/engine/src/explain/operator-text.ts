import type { Text } from '../text/text.ts'
import { describe } from '../plan/describe.ts'
import type { LeafNode } from '../plan/expression.ts'
import { ITERATED_SIDES } from '../values/operator.ts'
import { wordingOf } from './operator-wording.ts'
import { effective, ofEach } from './sentence.ts'

/** The operator of a leaf in words, its decorators folded in: 不少于, "is at least". */
export function operatorText({ left, parsed }: LeafNode): Text {
  const wording = wordingOf(describe(left), effective(parsed, true))
  const words = wording.order ? { zh: wording.order.zh, en: `is ${wording.order.en}` } : wording.alone
  if (!parsed.decorators.some((name) => ITERATED_SIDES[name])) return words
  return ofEach(parsed, true)
    ? { zh: `${words.zh}其中每一个`, en: `${words.en} each of` }
    : { zh: `${words.zh}其中之一`, en: `${words.en} one of` }
}
