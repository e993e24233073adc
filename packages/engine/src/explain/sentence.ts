import { describe, isNamed } from '../plan/describe.ts'
import type { Expression, LeafNode, ListLiteral } from '../plan/expression.ts'
import type { Described } from '../plan/fact.ts'
import type { Text } from '../text/text.ts'
import {
  CONVERSES,
  OPPOSITES,
  isOrder,
  type OperatorName,
  type OrderName,
  type ParsedOperator,
} from '../values/operator.ts'
import { isNotGiven, isPartialDate } from '../values/partial-date.ts'
import { isUnknown, type Unknown, type Value } from '../values/value.ts'
import { wordingOf, type EqualityWording, type OperatorWording } from './operator-wording.ts'
import { valueIn, type Seen } from '../values/day-ahead.ts'
import { notKnown } from './not-known-words.ts'
import { isReportDay, ofReportDay } from './of-report-day.ts'
import { capital, inWords } from './show.ts'

/** What a leaf found, as a sentence of fact: "正式党员数为2人，少于成立党支部所需正式党员数（3人）". */
export function sentenceOf(leaf: LeafNode, seen: Seen, expected: Value | undefined, holds: boolean | undefined): Text {
  const left = isNamed(leaf.left) ? describe(leaf.left) : leaf.about
  const actual = valueIn(seen)
  const subject = isId(left) && typeof actual === 'string' ? { zh: '有', en: 'there is one' } : inWords(left, seen)
  const bare = join(left.label, { zh: `：${subject.zh}`, en: `: ${subject.en}` })
  if (actual === null || left.type === 'boolean') return bare
  if (holds === undefined) return ofOpen(leaf, left, actual, expected) ?? bare
  const operator = effective(leaf.parsed, holds)
  const words = wordingOf(left, operator)
  if (leaf.right.kind === 'list') return isNotGiven(actual) ? bare : ofList(left, actual, leaf, words, holds)
  if (expected === null) return isReportDay(leaf.left) ? sentenceOfNone(describe(leaf.right)) : bare
  const value = valueCompared(leaf.right, left, expected ?? null, operator)
  const other = comparedWith(leaf.right, value)
  if (isUnknown(actual) && !isPartialDate(actual)) return ofInterval(leaf, left, actual, operator, other) ?? bare
  if (isOrder(operator)) {
    if (isReportDay(leaf.right)) return ofReportDay(left, subject, value, operator)
    if (isReportDay(leaf.left)) return ofReportDay(describe(leaf.right), value, subject, CONVERSES[operator])
  }
  if (!words.order) return ofEquality(left, actual, leaf.right, other, words)
  if (isEvident(leaf, operator, actual)) return join(left.label, { zh: `为${subject.zh}`, en: ` is ${subject.en}` })
  return {
    zh: `${left.label.zh}为${subject.zh}，${words.order.zh}${other.zh}`,
    en: `${capital(left.label.en)} is ${subject.en}, ${words.order.en} ${other.en}`,
  }
}

/**
 * Whether a value says by itself how it compares with a literal: what is 0 does not exceed 0, what is 3 exceeds it, and
 * of what is counted the same goes for being less than 1 or not.
 */
function isEvident({ right, left: { type } }: LeafNode, operator: OperatorName, value: Value): boolean {
  if (right.kind !== 'constant' || typeof value !== 'number' || value < 0 || type === 'date') return false
  if (right.value === 0) return isOrder(operator)
  return right.value === 1 && type === 'integer' && (operator === 'lessThan' || operator === 'greaterThanInclusive')
}

/** The operator that states the outcome: decorators folded in, turned round where the leaf does not hold. */
export function effective({ decorators, operator }: ParsedOperator, holds: boolean): OperatorName {
  let turned = !holds
  let swapped = false
  for (const name of decorators) {
    if (name === 'not') turned = !turned
    if (name === 'swap') swapped = !swapped
  }
  const seen = swapped ? CONVERSES[operator] : operator
  return turned ? OPPOSITES[seen] : seen
}

/** Whether an order holds for each of a list, once what is not so has been turned round. */
export function ofEach({ decorators }: ParsedOperator, holds: boolean): boolean {
  let each = decorators.includes('everyValue') || decorators.includes('everyFact')
  if (!holds) each = !each
  for (const name of decorators) if (name === 'not') each = !each
  return each
}

/** Open because of the other side alone: it is that side of which to say why. */
function ofOpen({ right }: LeafNode, left: Described, actual: Value, expected: Value | undefined): Text | undefined {
  if (right.kind === 'list' || isUnknown(actual) || expected === undefined || !isUnknown(expected)) return undefined
  const subject = inWords(left, actual)
  const other = describe(right)
  const why = isPartialDate(expected) ? beside(inWords(other, expected)) : notKnown(other, expected).predicate
  return {
    zh: `${left.label.zh}为${subject.zh}，${other.label.zh}${why.zh}`,
    en: `${capital(left.label.en)} is ${subject.en}, and ${withArticle(other.label.en)} ${why.en}`,
  }
}

function beside({ zh, en }: Text): Text {
  return { zh: `为${zh}`, en: `is ${en}` }
}

/** The end of an interval by which an order is decided over all of it. */
const DECIDING_END: Record<OrderName, 'least' | 'greatest'> = {
  lessThan: 'greatest',
  lessThanInclusive: 'greatest',
  greaterThan: 'least',
  greaterThanInclusive: 'least',
}

/** Not known, and decided all the same: what it can be at most, or at least, is enough. */
function ofInterval(
  leaf: LeafNode,
  left: Described,
  actual: Unknown,
  operator: OperatorName,
  other: Text,
): Text | undefined {
  const words = wordingOf(left, operator)
  // No interval says that two sides are the same.
  if (left.type === 'date' || left.type === 'rate' || (!words.order && words.same)) return undefined
  const openUpwards = actual.greatest === Infinity ? 'least' : 'greatest'
  const end = isOrder(operator) ? DECIDING_END[operator] : openUpwards
  if (!Number.isFinite(actual[end])) return undefined
  const bound = inWords(left, actual[end])
  const { predicate } = notKnown(left, actual)
  const [zh, en] = FARTHEST[end]
  const comparison = words.order ?? { zh: '不会是', en: 'not' }
  if (isEvident(leaf, operator, actual[end]))
    return {
      zh: `${left.label.zh}${predicate.zh}，但${zh}${bound.zh}`,
      en: `${capital(left.label.en)} ${predicate.en}, but is ${en} ${bound.en}`,
    }
  return {
    zh: `${left.label.zh}${predicate.zh}，但${zh}${bound.zh}，${comparison.zh}${other.zh}`,
    en: `${capital(left.label.en)} ${predicate.en}, but is ${en} ${bound.en}, ${comparison.en} ${other.en}`,
  }
}

function ofList(
  left: Described,
  actual: Value,
  { right, parsed }: LeafNode,
  words: OperatorWording,
  holds: boolean,
): Text {
  const subject = inWords(left, actual)
  // Of a choice it says enough what was chosen.
  if (!words.order && (words.same || left.type === 'enum'))
    return join(left.label, { zh: `为${subject.zh}`, en: ` is ${subject.en}` })
  const items = (right as ListLiteral).values.map((value) => inWords(left, value))
  if (words.order) {
    const known = listed(items)
    const each = ofEach(parsed, holds)
    return {
      zh: `${left.label.zh}为${subject.zh}，${words.order.zh}${known.zh}${each ? '中的每一个' : '之一'}`,
      en: `${capital(left.label.en)} is ${subject.en}, ${words.order.en} ${each ? 'each' : 'one'} of ${known.en}`,
    }
  }
  const known = oneOrOther(items)
  return {
    zh: `${left.label.zh}为${subject.zh}，不是${known.zh}`,
    en: `${capital(left.label.en)} is ${subject.en}, not ${known.en}`,
  }
}

function ofEquality(
  left: Described,
  actual: Value,
  right: Expression,
  other: Text,
  { same, facts }: EqualityWording,
): Text {
  const subject = inWords(left, actual)
  if (right.kind !== 'constant') {
    const about = comparedIn(left, subject)
    return { zh: `${about.zh}与${other.zh}${facts.zh}`, en: `${capital(about.en)} ${facts.en} ${other.en}` }
  }
  return same
    ? join(left.label, { zh: `为${subject.zh}`, en: ` is ${subject.en}` })
    : {
        zh: `${left.label.zh}为${subject.zh}，不是${other.zh}`,
        en: `${capital(left.label.en)} is ${subject.en}, not ${other.en}`,
      }
}

/** The other side: a literal by its value, a fact or parameter by its name with the value behind it. */
function comparedWith(right: Expression, value: Text): Text {
  if (right.kind === 'constant') return value
  const described = describe(right)
  const { zh, en } = comparedIn(described, value)
  return { zh, en: withArticle(en) }
}

/** By name and value; ids say nothing to people, and are data of the reason. */
function comparedIn(described: Described, value: Text): Text {
  const { label } = described
  return isId(described) ? label : { zh: `${label.zh}（${value.zh}）`, en: `${label.en} (${value.en})` }
}

function valueCompared(right: Expression, left: Described, value: Value, operator: OperatorName): Text {
  if (right.kind === 'constant') return inWords(left, value)
  const described = describe(right)
  return farthest(described, value, operator) ?? inWords(described, value)
}

function isId({ type }: Described): boolean {
  return type === 'id' || type === 'reference'
}

/** Not known, and decided all the same: what it is at the earliest or latest, at least or at most. */
function farthest(described: Described, value: Value, operator: OperatorName): Text | undefined {
  if (!isUnknown(value) || isPartialDate(value) || !isOrder(operator)) return undefined
  const end = DECIDING_END[operator] === 'least' ? 'greatest' : 'least'
  if (!Number.isFinite(value[end])) return undefined
  const { zh, en } = inWords(described, value[end])
  const [before, after] = described.type === 'date' ? FARTHEST_DAY[end] : FARTHEST[end]
  return { zh: `${before}${zh}`, en: `${after} ${en}` }
}

const FARTHEST = { least: ['至少为', 'at least'], greatest: ['至多为', 'at most'] } as const

const FARTHEST_DAY = { least: ['不早于', 'not before'], greatest: ['不晚于', 'not after'] } as const

/** Within a sentence a label that is a bare noun takes an article: “at least the budget”. */
function withArticle(label: string): string {
  return /^(the|a|an|who|whether|when|where|how|what|from|to)\b|^[^a-zA-Z]/.test(label) ? label : `the ${label}`
}

export function listed(items: readonly Text[]): Text {
  return { zh: items.map(({ zh }) => zh).join('、'), en: items.map(({ en }) => en).join(', ') }
}

/** A list of which nothing holds: "3人、4人或5人". */
export function oneOrOther(items: readonly Text[]): Text {
  const last = items.at(-1)
  if (!last || items.length === 1) return listed(items)
  const others = listed(items.slice(0, -1))
  return { zh: `${others.zh}或${last.zh}`, en: `${others.en} or ${last.en}` }
}

function sentenceOfNone(about: Described): Text {
  const { zh, en } = inWords(about, null)
  return join(about.label, { zh: `：${zh}`, en: `: ${en}` })
}

function join(label: Text, rest: Text): Text {
  return { zh: `${label.zh}${rest.zh}`, en: `${capital(label.en)}${rest.en}` }
}
