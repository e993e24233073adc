import { describe } from '../plan/describe.ts'
import type { Expression, LeafNode, ListLiteral } from '../plan/expression.ts'
import type { Described } from '../plan/fact.ts'
import type { Text } from '../text/text.ts'
import { wordingOf, type OperatorWording } from './operator-wording.ts'
import { effective, listed, ofEach, oneOrOther } from './sentence.ts'
import { inWords, quoted } from './show.ts'

/** What a leaf asks, before anything is known: "正式党员数不少于成立党支部所需正式党员数（3人）". */
export function claimOf(leaf: LeafNode, holds = true): Text {
  const { left, right, parsed } = leaf
  const about = describe(left)
  const words = wordingOf(about, effective(parsed, holds))
  if (right.kind === 'list') return ofList(about, right, words, ofEach(parsed, holds))
  const other = expressionName(right, about)
  if (words.order)
    return {
      zh: `${about.label.zh}${words.order.zh}${other.zh}`,
      en: `${about.label.en} is ${words.order.en} ${other.en}`,
    }
  const { same, value, facts } = words
  if (right.kind !== 'constant')
    return { zh: `${about.label.zh}与${other.zh}${facts.zh}`, en: `${about.label.en} ${facts.en} ${other.en}` }
  if (right.value === null) return ofNone(about, same)
  if (about.type === 'boolean') return ofTruth(about, (right.value === true) === same)
  return { zh: `${about.label.zh}${value.zh}${other.zh}`, en: `${about.label.en} ${value.en} ${other.en}` }
}

/** A fact, parameter or literal by name; a parameter with its value where it has but one. */
export function expressionName(expression: Expression, about: Described = describe(expression)): Text {
  if (expression.kind === 'constant') return inWords(about, expression.value)
  const { label } = describe(expression)
  if (expression.kind !== 'parameter' || expression.parameter.timeline.length !== 1) return label
  const value = inWords(expression.parameter, expression.parameter.timeline[0]!.value)
  return { zh: `${label.zh}（${value.zh}）`, en: `${label.en} (${value.en})` }
}

/**
 * Labels of yes and no are questions, 是否持证, whether it is licensed: what is claimed where the answer is yes, in each
 * language in which the label is one. A pack in one language has its words in place of the other's.
 */
export function claimAsked({ label: { zh, en } }: Described): Partial<Text> {
  return {
    ...(zh.includes('是否') ? { zh: zh.replace('是否', '') } : {}),
    ...(en.startsWith('whether ') ? { en: en.replace('whether ', '') } : {}),
  }
}

/** 持证, or 并非“持证”. */
export function claimInChinese(claim: string, yes: boolean): string {
  return yes ? claim : `并非${quoted(claim)}`
}

function ofTruth(about: Described, yes: boolean): Text {
  const { label } = about
  const { zh, en } = claimAsked(about)
  const claimInEnglish = yes ? en : en && `it is not so that ${en}`
  return {
    zh: zh === undefined ? `${label.zh}：${yes ? '是' : '否'}` : claimInChinese(zh, yes),
    en: claimInEnglish ?? `${label.en}: ${yes ? 'yes' : 'no'}`,
  }
}

function ofNone(about: Described, none: boolean): Text {
  const { label } = about
  const words = inWords(about, null)
  return none
    ? { zh: `${label.zh}：${words.zh}`, en: `${label.en}: ${words.en}` }
    : { zh: `${label.zh}：有`, en: `${label.en}: there is one` }
}

function ofList(about: Described, { values }: ListLiteral, words: OperatorWording, each: boolean): Text {
  const items = values.map((value) => inWords(about, value))
  const known = listed(items)
  if (words.order)
    return {
      zh: `${about.label.zh}${words.order.zh}${known.zh}${each ? '中的每一个' : '之一'}`,
      en: `${about.label.en} is ${words.order.en} ${each ? 'each' : 'one'} of ${known.en}`,
    }
  if (words.same)
    return {
      zh: `${about.label.zh}为${known.zh}${values.length > 1 ? '之一' : ''}`,
      en: `${about.label.en} is ${values.length > 1 ? 'one of ' : ''}${known.en}`,
    }
  const others = oneOrOther(items)
  return { zh: `${about.label.zh}不是${others.zh}`, en: `${about.label.en} is not ${others.en}` }
}
