import type { Text } from '@tiaoli/engine'
import type { Expression } from '@tiaoli/engine/plan'

export type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>
export type Shift = 'plusDays' | 'plusMonths' | 'plusYears'
type DescribeOperand = (expression: Expression) => Text

const UNITS: Record<Shift, Text & { one: string }> = {
  plusDays: { zh: '日', en: 'days', one: 'day' },
  plusMonths: { zh: '个月', en: 'months', one: 'month' },
  plusYears: { zh: '年', en: 'years', one: 'year' },
}

/** A day so long after or before another; the day before one that comes later is the last of the time between. */
export function describeShift({ operands: [from, much] }: Arithmetic, name: Shift, words: DescribeOperand): Text {
  const inner = name === 'plusDays' && constantNumber(much!) === -1 && isShift(from!) ? from : undefined
  if (inner) {
    const [start, time] = [words(inner.operands[0]!), amountText(inner.operands[1]!, inner.name, words)]
    return { zh: `${start.zh}起${time.zh}期满之日`, en: `the last day of ${time.en} from ${start.en}` }
  }
  const [start, time] = [words(from!), amountText(much!, name, words)]
  return (constantNumber(much!) ?? 0) < 0
    ? { zh: `${start.zh}之前${time.zh}`, en: `${time.en} before ${start.en}` }
    : { zh: `${start.zh}之后${time.zh}`, en: `${time.en} after ${start.en}` }
}

/** "3 months", "3 months (the time to report)", or "a number of months (the time to report)" where that is open. */
function amountText(much: Expression, name: Shift, words: DescribeOperand): Text {
  const value = constantNumber(much)
  if (value !== undefined) return countedUnit(Math.abs(value), name)
  const only = much.kind === 'parameter' && much.parameter.timeline.length === 1 ? much.parameter : undefined
  const number = only?.timeline[0]?.value
  const label = only ? only.label : words(much)
  const time = typeof number === 'number' ? countedUnit(number, name) : undefined
  const { zh, en } = UNITS[name]
  return {
    zh: `${time?.zh ?? `若干${zh}`}（${label.zh}）`,
    en: `${time?.en ?? `a number of ${en}`} (${label.en})`,
  }
}

function countedUnit(number: number, name: Shift): Text {
  const { zh, en, one } = UNITS[name]
  return { zh: `${number}${zh}`, en: `${number} ${number === 1 ? one : en}` }
}

function constantNumber(expression: Expression): number | undefined {
  return expression.kind === 'constant' && typeof expression.value === 'number' ? expression.value : undefined
}

function isShift(expression: Expression): expression is Arithmetic & { name: Shift } {
  return expression.kind === 'arithmetic' && expression.name in UNITS
}
