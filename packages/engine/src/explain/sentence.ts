import { describe } from '../load/resolve-operand.ts'
import type { Expression, LeafNode, ListLiteral } from '../model/expression.ts'
import type { Described } from '../model/fact.ts'
import type { Text } from '../schema/common.ts'
import type { OperatorName, ParsedOperator } from '../values/operator.ts'
import { isUnknown, type Value } from '../values/value.ts'
import { capital, inWords } from './show.ts'

const OPPOSITES: Record<OperatorName, OperatorName> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
}

const NUMBER_ORDER: Partial<Record<OperatorName, Text>> = {
  lessThan: { zh: '少于', en: 'less than' },
  lessThanInclusive: { zh: '不超过', en: 'at most' },
  greaterThan: { zh: '超过', en: 'more than' },
  greaterThanInclusive: { zh: '不少于', en: 'at least' },
}
const DATE_ORDER: Partial<Record<OperatorName, Text>> = {
  lessThan: { zh: '早于', en: 'before' },
  lessThanInclusive: { zh: '不晚于', en: 'on or before' },
  greaterThan: { zh: '晚于', en: 'after' },
  greaterThanInclusive: { zh: '不早于', en: 'on or after' },
}

/** What a leaf found, as a sentence of fact: "正式党员数为2人，少于成立党支部所需正式党员数（3人）". */
export function sentenceOf(leaf: LeafNode, actual: Value, expected: Value | undefined, holds: boolean | undefined): Text {
  const left = describe(leaf.left)
  const subject = inWords(left, actual)
  if (holds === undefined || isUnknown(actual))
    return join(left.label, { zh: `：${subject.zh}`, en: `: ${subject.en}` })
  const operator = effective(leaf.parsed, holds)
  if (leaf.right.kind === 'list') return ofList(left, actual, operator, leaf.right)
  if (actual === null || expected === null || left.type === 'boolean')
    return join(left.label, { zh: `：${subject.zh}`, en: `: ${subject.en}` })
  const other = comparedWith(leaf.right, left, expected ?? null)
  if (operator === 'equal' || operator === 'notEqual')
    return ofEquality(left, actual, leaf.right, other, operator === 'equal')
  const order = (left.type === 'date' ? DATE_ORDER : NUMBER_ORDER)[operator]!
  return {
    zh: `${left.label.zh}为${subject.zh}，${order.zh}${other.zh}`,
    en: `${capital(left.label.en)} is ${subject.en}, ${order.en} ${other.en}`,
  }
}

/** The operator that states the outcome: decorators folded in, turned round where the leaf does not hold. */
function effective({ decorators, operator }: ParsedOperator, holds: boolean): OperatorName {
  let turned = !holds
  for (const name of decorators) if (name === 'not') turned = !turned
  return turned ? OPPOSITES[operator] : operator
}

function ofList(left: Described, actual: Value, operator: OperatorName, list: ListLiteral): Text {
  const subject = inWords(left, actual)
  const items = list.values.map((value) => inWords(left, value))
  const known = { zh: items.map(({ zh }) => zh).join('、'), en: items.map(({ en }) => en).join(', ') }
  if (operator === 'in' || operator === 'equal')
    return join(left.label, { zh: `为${subject.zh}`, en: ` is ${subject.en}` })
  return {
    zh: `${left.label.zh}为${subject.zh}，不在${known.zh}之列`,
    en: `${capital(left.label.en)} is ${subject.en}, none of ${known.en}`,
  }
}

function ofEquality(left: Described, actual: Value, right: Expression, other: Text, equal: boolean): Text {
  const subject = inWords(left, actual)
  if (right.kind === 'constant')
    return equal
      ? join(left.label, { zh: `为${subject.zh}`, en: ` is ${subject.en}` })
      : { zh: `${left.label.zh}为${subject.zh}，不是${other.zh}`, en: `${capital(left.label.en)} is ${subject.en}, not ${other.en}` }
  return equal
    ? { zh: `${left.label.zh}（${subject.zh}）与${other.zh}一致`, en: `${capital(left.label.en)} (${subject.en}) is the same as ${other.en}` }
    : { zh: `${left.label.zh}（${subject.zh}）与${other.zh}不一致`, en: `${capital(left.label.en)} (${subject.en}) differs from ${other.en}` }
}

/** The other side: a literal by its value, a fact or parameter by its name with the value behind it. */
function comparedWith(right: Expression, left: Described, value: Value): Text {
  if (right.kind === 'constant') return inWords(left, value)
  const described = describe(right)
  const words = inWords(described, value)
  return { zh: `${described.label.zh}（${words.zh}）`, en: `${described.label.en} (${words.en})` }
}

function join(label: Text, rest: Text): Text {
  return { zh: `${label.zh}${rest.zh}`, en: `${capital(label.en)}${rest.en}` }
}
