import type { Text } from '@tiaoli/engine'
import { expressionName, type ConditionNode, type Expression } from '@tiaoli/engine/plan'
import { describeCondition } from './describe-condition.ts'
import { describeShift, type Arithmetic, type Shift } from './describe-shift.ts'
import { inOneLine, line, type Line } from './line.ts'

type Aggregate = Extract<Expression, { kind: 'aggregate' }>

/** A formula in words; conditions on records become lists. */
export function describeExpression(expression: Expression): Line<Text> {
  switch (expression.kind) {
    case 'when':
      return describeCondition(expression.condition)
    case 'aggregate':
      return describeAggregate(expression)
    case 'arithmetic':
      return { text: describeArithmetic(expression), below: [] }
    default:
      return { text: expressionName(expression), below: [] }
  }
}

type ArithmeticText = (zh: readonly string[], en: readonly string[], type: Expression['type']) => Text

const ARITHMETIC: Record<Exclude<Arithmetic['name'], Shift>, ArithmeticText> = {
  daysBetween: ([a, b], [c, d]) => ({ zh: `自${a}至${b}的天数`, en: `the days from ${c} to ${d}` }),
  add: (zh, en) => ({ zh: `${zh.join('、')}之和`, en: `the sum of ${en.join(' and ')}` }),
  subtract: ([a, b], [c, d]) => ({ zh: `${a}减去${b}`, en: `${c} minus ${d}` }),
  multiply: ([a, b], [c, d]) => ({ zh: `${a}乘以${b}`, en: `${c} times ${d}` }),
  share: ([a, b], [c, d]) => ({ zh: `${a}占${b}的比例`, en: `${c} as a share of ${d}` }),
  least: (zh, en, type) =>
    type === 'date'
      ? { zh: `${zh.join('、')}中最早的一日`, en: `the earliest of ${en.join(' and ')}` }
      : { zh: `${zh.join('、')}中最小的`, en: `the least of ${en.join(' and ')}` },
  greatest: (zh, en, type) =>
    type === 'date'
      ? { zh: `${zh.join('、')}中最晚的一日`, en: `the latest of ${en.join(' and ')}` }
      : { zh: `${zh.join('、')}中最大的`, en: `the greatest of ${en.join(' and ')}` },
}

function operandText(operand: Expression): Text {
  return inOneLine(describeExpression(operand))
}

function describeArithmetic(formula: Arithmetic): Text {
  const { name, operands, type } = formula
  if (name === 'plusDays' || name === 'plusMonths' || name === 'plusYears')
    return describeShift(formula, name, operandText)
  const words = operands.map(operandText)
  return ARITHMETIC[name](
    words.map(({ zh }) => zh),
    words.map(({ en }) => en),
    type,
  )
}

function describeAggregate({ name, over, where, holds, of, type }: Aggregate): Line<Text> {
  const { label } = over
  const amount = of ? expressionName(of) : label
  const which = where ? [whereLine(where)] : []
  switch (name) {
    case 'some':
      return where
        ? line(`至少有一条“${label.zh}”记录符合：`, `at least one record of “${label.en}” is such that:`, [
            describeCondition(where),
          ])
        : line(`有“${label.zh}”记录`, `there is a record of “${label.en}”`)
    case 'every':
      return line(`每一条“${label.zh}”记录都符合：`, `every record of “${label.en}” is such that:`, [
        ...(holds ? [describeCondition(holds)] : []),
        ...which,
      ])
    case 'count':
      return line(`“${label.zh}”记录的条数`, `the number of records of “${label.en}”`, which)
    case 'sum':
      return line(
        `各“${label.zh}”记录的${amount.zh}合计`,
        `the sum of ${amount.en} over the records of “${label.en}”`,
        which,
      )
    default: {
      const [zh, en] = EXTREMES[`${name} ${type === 'date' ? 'date' : 'number'}`]
      return line(
        `各“${label.zh}”记录中${zh}的${amount.zh}`,
        `the ${en} ${amount.en} among the records of “${label.en}”`,
        which,
      )
    }
  }
}

const EXTREMES = {
  'least date': ['最早', 'earliest'],
  'greatest date': ['最晚', 'latest'],
  'least number': ['最小', 'least'],
  'greatest number': ['最大', 'greatest'],
} as const

function whereLine(where: ConditionNode): Line<Text> {
  return line('只计符合以下条件的：', 'counting only those of which this holds:', [describeCondition(where)])
}
