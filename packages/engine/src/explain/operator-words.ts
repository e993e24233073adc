import type { Text } from '../errors/text.ts'
import { describe } from '../plan/describe.ts'
import type { LeafNode } from '../plan/expression.ts'
import type { OperatorName } from '../values/operator.ts'
import { effective, ofEach, orderOf } from './sentence.ts'

const WORDS: Partial<Record<OperatorName, Text>> = {
  equal: { zh: '等于', en: 'equals' },
  notEqual: { zh: '不等于', en: 'does not equal' },
  in: { zh: '属于', en: 'is one of' },
  notIn: { zh: '不属于', en: 'is not one of' },
  contains: { zh: '包含', en: 'contains' },
  doesNotContain: { zh: '不包含', en: 'does not contain' },
}

const LIST_DECORATORS = ['someFact', 'everyFact', 'someValue', 'everyValue'] as const

/** The operator of a leaf in words, its decorators folded in: 不少于, "is at least". */
export function operatorWords({ left, parsed }: LeafNode): Text {
  const operator = effective(parsed, true)
  const order = orderOf(describe(left), operator)
  const words = order ? { zh: order.zh, en: `is ${order.en}` } : WORDS[operator]!
  if (!LIST_DECORATORS.some((name) => parsed.decorators.includes(name))) return words
  return ofEach(parsed, true)
    ? { zh: `${words.zh}其中每一个`, en: `${words.en} each of` }
    : { zh: `${words.zh}其中之一`, en: `${words.en} one of` }
}
