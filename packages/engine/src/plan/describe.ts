import type { Text } from '../text/text.ts'
import type { Currency } from '../values/currency.ts'
import type { ContextName, Expression } from './expression.ts'
import type { Described, ValueType } from './fact.ts'
import { everythingIn } from './walk.ts'

const CONTEXT_DESCRIPTIONS: Record<ContextName, Described> = {
  asOf: ofContext('asOf', 'date', '评价日期', 'the evaluation date'),
  at: ofContext('at', 'date', '适用日期', 'the governing date'),
  due: ofContext('due', 'date', '期限', 'the due date'),
  'period.year': ofContext('period.year', 'integer', '年度', 'the year'),
  'period.start': ofContext('period.start', 'date', '该年度首日', 'the first day of the year'),
  'period.end': ofContext('period.end', 'date', '该年度末日', 'the last day of the year'),
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
      return CONTEXT_DESCRIPTIONS[expression.name]
    default:
      return {
        ...formulaDescribed(expression.type, '计算值', 'the computed value'),
        currency: currencyOf(expression),
        none: noneOf(expression),
      }
  }
}

/** A formula has no name of its own. */
export function formulaDescribed(type: ValueType, zh: string, en: string): Described {
  return {
    name: '',
    kind: 'formula',
    type,
    label: { zh, en },
    unit: undefined,
    values: undefined,
    currency: undefined,
    none: undefined,
  }
}

/** The currency of an amount: that of the amounts it is made of. */
export function currencyOf(expression: Expression): Currency | undefined {
  if (expression.type !== 'money') return undefined
  for (const node of everythingIn([expression])) {
    const described = node.kind === 'fact' ? node.fact : node.kind === 'parameter' ? node.parameter : undefined
    if (described?.currency) return described.currency
  }
  return undefined
}

/** What it means that a formula gives none: arithmetic has nothing to go by, while of other formulas there is none yet. */
export function noneOf(formula: Expression): Text | undefined {
  const isReckoned = formula.kind === 'arithmetic' && formula.name !== 'least' && formula.name !== 'greatest'
  return isReckoned ? NOTHING_TO_RECKON : undefined
}

const NOTHING_TO_RECKON: Text = { zh: '无法计算', en: 'nothing to calculate from' }

function ofContext(name: ContextName, type: ValueType, zh: string, en: string): Described {
  return { ...formulaDescribed(type, zh, en), name, kind: 'context' }
}
