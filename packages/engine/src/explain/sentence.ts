import { describe, isNamed } from '../plan/describe.ts'
import type { Expression, LeafNode, ListLiteral } from '../plan/expression.ts'
import type { Described } from '../plan/fact.ts'
import type { Text } from '../errors/text.ts'
import { OPPOSITES, type OperatorName, type ParsedOperator } from '../values/operator.ts'
import { isNotGiven, isPartialDate } from '../values/partial-date.ts'
import { isUnknown, type Unknown, type Value } from '../values/value.ts'
import { capital, inWords } from './show.ts'

/** What an operator says once its sides have changed places. */
const SWAPPED: Partial<Record<OperatorName, OperatorName>> = {
  lessThan: 'greaterThan',
  greaterThan: 'lessThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThanInclusive',
  contains: 'in',
  doesNotContain: 'notIn',
}

const NUMBER_ORDER: Partial<Record<OperatorName, Text>> = {
  lessThan: { zh: '少于', en: 'less than' },
  lessThanInclusive: { zh: '不超过', en: 'at most' },
  greaterThan: { zh: '超过', en: 'more than' },
  greaterThanInclusive: { zh: '不少于', en: 'at least' },
}
const RATE_ORDER: Partial<Record<OperatorName, Text>> = {
  lessThan: { zh: '低于', en: 'less than' },
  lessThanInclusive: { zh: '不高于', en: 'at most' },
  greaterThan: { zh: '高于', en: 'more than' },
  greaterThanInclusive: { zh: '不低于', en: 'at least' },
}
const DATE_ORDER: Partial<Record<OperatorName, Text>> = {
  lessThan: { zh: '早于', en: 'before' },
  lessThanInclusive: { zh: '不晚于', en: 'on or before' },
  greaterThan: { zh: '晚于', en: 'after' },
  greaterThanInclusive: { zh: '不早于', en: 'on or after' },
}

/** What a leaf found, as a sentence of fact: "正式党员数为2人，少于成立党支部所需正式党员数（3人）". */
export function sentenceOf(
  leaf: LeafNode,
  actual: Value,
  expected: Value | undefined,
  holds: boolean | undefined,
): Text {
  const left = isNamed(leaf.left) ? describe(leaf.left) : leaf.about
  const subject = inWords(left, actual)
  const bare = join(left.label, { zh: `：${subject.zh}`, en: `: ${subject.en}` })
  if (holds === undefined || actual === null || left.type === 'boolean') return bare
  const operator = effective(leaf.parsed, holds)
  if (leaf.right.kind === 'list') return isNotGiven(actual) ? bare : ofList(left, actual, leaf, operator, holds)
  if (expected === null) return bare
  const other = comparedWith(leaf.right, left, expected ?? null)
  const order = orderOf(left, operator)
  if (isUnknown(actual) && !isPartialDate(actual)) return ofInterval(left, actual, order, other) ?? bare
  if (!order) return ofEquality(left, actual, leaf.right, other, operator === 'equal')
  return {
    zh: `${left.label.zh}为${subject.zh}，${order.zh}${other.zh}`,
    en: `${capital(left.label.en)} is ${subject.en}, ${order.en} ${other.en}`,
  }
}

/** The operator that states the outcome: decorators folded in, turned round where the leaf does not hold. */
export function effective({ decorators, operator }: ParsedOperator, holds: boolean): OperatorName {
  let turned = !holds
  let swapped = false
  for (const name of decorators) {
    if (name === 'not') turned = !turned
    if (name === 'swap') swapped = !swapped
  }
  const seen = swapped ? (SWAPPED[operator] ?? operator) : operator
  return turned ? OPPOSITES[seen] : seen
}

/** Whether an order holds for each of a list, once what is not so has been turned round. */
export function ofEach({ decorators }: ParsedOperator, holds: boolean): boolean {
  let each = decorators.includes('everyValue') || decorators.includes('everyFact')
  if (!holds) each = !each
  for (const name of decorators) if (name === 'not') each = !each
  return each
}

export function orderOf({ type }: Described, operator: OperatorName): Text | undefined {
  if (type === 'date') return DATE_ORDER[operator]
  return type === 'rate' ? RATE_ORDER[operator] : NUMBER_ORDER[operator]
}

/** Not given, and decided all the same: what it can be at most, or at least, is enough. */
function ofInterval(
  left: Described,
  { least, greatest }: Unknown,
  order: Text | undefined,
  other: Text,
): Text | undefined {
  const upwards = order === NUMBER_ORDER.greaterThan || order === NUMBER_ORDER.greaterThanInclusive
  const end = upwards || (!order && greatest === Infinity) ? least : greatest
  if (left.type === 'date' || left.type === 'rate' || !Number.isFinite(end)) return undefined
  const words = inWords(left, end)
  const [zh, en] = end === least ? ['至少', 'at least'] : ['至多', 'at most']
  const comparison = order ?? { zh: '不会是', en: 'not' }
  return {
    zh: `${left.label.zh}未填写，但${zh}为${words.zh}，${comparison.zh}${other.zh}`,
    en: `${capital(left.label.en)} is not given, but is ${en} ${words.en}, ${comparison.en} ${other.en}`,
  }
}

function ofList(
  left: Described,
  actual: Value,
  { right, parsed }: LeafNode,
  operator: OperatorName,
  holds: boolean,
): Text {
  const subject = inWords(left, actual)
  const order = orderOf(left, operator)
  // Of a choice it says enough what was chosen.
  if (!order && (left.type === 'enum' || operator === 'in' || operator === 'equal'))
    return join(left.label, { zh: `为${subject.zh}`, en: ` is ${subject.en}` })
  const items = (right as ListLiteral).values.map((value) => inWords(left, value))
  if (order) {
    const known = listed(items)
    const each = ofEach(parsed, holds)
    return {
      zh: `${left.label.zh}为${subject.zh}，${order.zh}${known.zh}${each ? '中的每一个' : '之一'}`,
      en: `${capital(left.label.en)} is ${subject.en}, ${order.en} ${each ? 'each' : 'one'} of ${known.en}`,
    }
  }
  const known = oneOrOther(items)
  return {
    zh: `${left.label.zh}为${subject.zh}，不是${known.zh}`,
    en: `${capital(left.label.en)} is ${subject.en}, not ${known.en}`,
  }
}

function ofEquality(left: Described, actual: Value, right: Expression, other: Text, equal: boolean): Text {
  const subject = inWords(left, actual)
  if (right.kind === 'constant')
    return equal
      ? join(left.label, { zh: `为${subject.zh}`, en: ` is ${subject.en}` })
      : {
          zh: `${left.label.zh}为${subject.zh}，不是${other.zh}`,
          en: `${capital(left.label.en)} is ${subject.en}, not ${other.en}`,
        }
  return equal
    ? {
        zh: `${left.label.zh}（${subject.zh}）与${other.zh}一致`,
        en: `${capital(left.label.en)} (${subject.en}) is the same as ${other.en}`,
      }
    : {
        zh: `${left.label.zh}（${subject.zh}）与${other.zh}不一致`,
        en: `${capital(left.label.en)} (${subject.en}) differs from ${other.en}`,
      }
}

/** The other side: a literal by its value, a fact or parameter by its name with the value behind it. */
function comparedWith(right: Expression, left: Described, value: Value): Text {
  if (right.kind === 'constant') return inWords(left, value)
  const described = describe(right)
  const words = inWords(described, value)
  return { zh: `${described.label.zh}（${words.zh}）`, en: `${described.label.en} (${words.en})` }
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

function join(label: Text, rest: Text): Text {
  return { zh: `${label.zh}${rest.zh}`, en: `${capital(label.en)}${rest.en}` }
}
