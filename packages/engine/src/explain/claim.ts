import { describe } from '../plan/describe.ts'
import type { Expression, LeafNode, ListLiteral } from '../plan/expression.ts'
import type { Described } from '../plan/fact.ts'
import type { Text } from '../errors/text.ts'
import { effective, listed, ofEach, oneOrOther, orderOf } from './sentence.ts'
import { inWords, quoted } from './show.ts'

/** What a leaf asks, before anything is known: "正式党员数不少于成立党支部所需正式党员数（3人）". */
export function claimOf(leaf: LeafNode, holds = true): Text {
  const { left, right, parsed } = leaf
  const about = describe(left)
  const operator = effective(parsed, holds)
  const order = orderOf(about, operator)
  if (right.kind === 'list')
    return ofList(about, right, order, operator === 'in' || operator === 'equal', ofEach(parsed, holds))
  if (order) {
    const other = expressionName(right, about)
    return { zh: `${about.label.zh}${order.zh}${other.zh}`, en: `${about.label.en} is ${order.en} ${other.en}` }
  }
  const equal = operator === 'equal'
  if (right.kind === 'constant') {
    if (about.type === 'boolean' && right.value !== null) return ofTruth(about, (right.value === true) === equal)
    if (right.value === null) return ofNone(about, equal)
  }
  const other = expressionName(right, about)
  if (right.kind === 'constant')
    return {
      zh: `${about.label.zh}${equal ? '为' : '不是'}${other.zh}`,
      en: `${about.label.en} ${equal ? 'is' : 'is not'} ${other.en}`,
    }
  return {
    zh: `${about.label.zh}与${other.zh}${equal ? '一致' : '不一致'}`,
    en: `${about.label.en} ${equal ? 'is the same as' : 'differs from'} ${other.en}`,
  }
}

/** A fact, parameter or literal by name; a parameter with its value where it has but one. */
export function expressionName(expression: Expression, about: Described = describe(expression)): Text {
  if (expression.kind === 'constant') return inWords(about, expression.value)
  const { label } = describe(expression)
  if (expression.kind !== 'parameter' || expression.parameter.timeline.length !== 1) return label
  const value = inWords(expression.parameter, expression.parameter.timeline[0]!.value)
  return { zh: `${label.zh}（${value.zh}）`, en: `${label.en} (${value.en})` }
}

/** Labels of yes and no are questions, 是否持证, whether it is licensed: what is claimed where the answer is yes. */
export function claimAsked({ label: { zh, en } }: Described): Text | undefined {
  const isQuestion = zh.includes('是否') && en.startsWith('whether ')
  return isQuestion ? { zh: zh.replace('是否', ''), en: en.replace('whether ', '') } : undefined
}

function ofTruth(about: Described, yes: boolean): Text {
  const { label } = about
  const claim = claimAsked(about)
  if (!claim) return { zh: `${label.zh}：${yes ? '是' : '否'}`, en: `${label.en}: ${yes ? 'yes' : 'no'}` }
  return yes ? claim : { zh: `并非${quoted(claim.zh)}`, en: `it is not so that ${claim.en}` }
}

function ofNone(about: Described, none: boolean): Text {
  const { label } = about
  const words = inWords(about, null)
  return none
    ? { zh: `${label.zh}：${words.zh}`, en: `${label.en}: ${words.en}` }
    : { zh: `${label.zh}：有`, en: `${label.en}: there is one` }
}

function ofList(
  about: Described,
  { values }: ListLiteral,
  order: Text | undefined,
  among: boolean,
  each: boolean,
): Text {
  const items = values.map((value) => inWords(about, value))
  const known = listed(items)
  if (order)
    return {
      zh: `${about.label.zh}${order.zh}${known.zh}${each ? '中的每一个' : '之一'}`,
      en: `${about.label.en} is ${order.en} ${each ? 'each' : 'one'} of ${known.en}`,
    }
  if (among)
    return {
      zh: `${about.label.zh}为${known.zh}${values.length > 1 ? '之一' : ''}`,
      en: `${about.label.en} is ${values.length > 1 ? 'one of ' : ''}${known.en}`,
    }
  const others = oneOrOther(items)
  return { zh: `${about.label.zh}不是${others.zh}`, en: `${about.label.en} is not ${others.en}` }
}
