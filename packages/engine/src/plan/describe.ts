import type { Expression } from './expression.ts'
import type { Described, ValueType } from './fact.ts'

const CONTEXT_DESCRIPTIONS: Record<string, Described> = {
  asOf: describedAs('asOf', 'date', '评价日期', 'the evaluation date'),
  at: describedAs('at', 'date', '适用日期', 'the governing date'),
  due: describedAs('due', 'date', '期限', 'the due date'),
  'period.year': describedAs('period.year', 'integer', '年度', 'the year'),
  'period.start': describedAs('period.start', 'date', '年初', 'the first day of the year'),
  'period.end': describedAs('period.end', 'date', '年末', 'the last day of the year'),
}

/** Whether an expression has a name of its own; a formula has none. */
export function isNamed({ kind }: Expression): boolean {
  return kind === 'fact' || kind === 'parameter' || kind === 'context'
}

/** What an expression is called and how its values are shown. */
export function describe(expression: Expression): Described {
  switch (expression.kind) {
    case 'fact':
      return expression.fact
    case 'parameter':
      return expression.parameter
    case 'context':
      return CONTEXT_DESCRIPTIONS[expression.name]!
    default:
      return describedAs('', expression.type, '计算值', 'the computed value')
  }
}

export function describedAs(name: string, type: ValueType, zh: string, en: string): Described {
  return { name, type, label: { zh, en }, unit: undefined, values: undefined, none: undefined }
}
