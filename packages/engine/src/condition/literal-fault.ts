import { parseDay } from '../values/date.ts'
import {
  isOrder,
  ITERATED_SIDES,
  LIST_SIDES,
  type DecoratorName,
  type OperatorName,
  type SideName,
} from '../values/operator.ts'
import { isTimestamp, meaninglessValue, TIMESTAMP_REMEDY } from './incomparable-values.ts'
import { conditionFault, type ConditionFault } from './condition-error.ts'
import { kindOf } from './kind-of.ts'

/**
 * Why a literal answers the same whatever the fact is, and what to write instead; undefined where it does not.
 * The decorators are those before the operator, the outermost first. What comes after one of the caller's own is left
 * out, and so is an operator of the caller's own.
 */
export function literalFault(
  decorators: readonly DecoratorName[],
  operator: OperatorName | undefined,
  literal: unknown,
): ConditionFault | undefined {
  let side: SideName = 'value'
  let literals: unknown[] = [literal]
  for (const decorator of decorators) {
    if (decorator === 'swap') side = side === 'value' ? 'fact' : 'value'
    if (ITERATED_SIDES[decorator] !== side) continue
    for (const item of literals) if (!Array.isArray(item)) return needsList(`${decorator}:`, item)
    literals = literals.flat()
  }
  if (operator === undefined) return undefined
  for (const item of literals) {
    const fault = faultAt(operator, side, item)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultAt(operator: OperatorName, side: SideName, literal: unknown): ConditionFault | undefined {
  if (isOrder(operator)) return unordered(literal)
  if (LIST_SIDES[operator] !== side) return unequal(literal)
  if (!Array.isArray(literal)) return needsList(operator, literal)
  for (const item of literal) {
    const fault = unequal(item)
    if (fault !== undefined) return fault
  }
  return undefined
}

function needsList(name: string, literal: unknown): ConditionFault {
  const items = typeof literal === 'string' ? literal.split(/[,，、]/).map((item) => item.trim()) : [literal]
  const isPlain = typeof literal === 'string' || (typeof literal === 'number' && !Number.isNaN(literal))
  return conditionFault('no-list', kindOf(literal), name, isPlain ? JSON.stringify(items) : undefined)
}

/** What equals nothing but itself. */
function unequal(literal: unknown): ConditionFault | undefined {
  const remedy = meaninglessValue(literal)
  if (remedy) return conditionFault('meaningless-literal', kindOf(literal), remedy)
  if (Number.isNaN(literal)) return conditionFault('not-a-number')
  if (typeof literal !== 'object' || literal === null) return undefined
  return conditionFault('equals-no-other', kindOf(literal))
}

function unordered(literal: unknown): ConditionFault | undefined {
  if (typeof literal === 'bigint' || (typeof literal === 'number' && !Number.isNaN(literal))) return undefined
  if (typeof literal !== 'string') return conditionFault('no-order', kindOf(literal))
  if (parseDay(literal) !== undefined) return undefined
  if (isTimestamp(literal)) return conditionFault('literal-timestamp', kindOf(literal), TIMESTAMP_REMEDY)
  const isNumber = literal.trim() !== '' && Number.isFinite(Number(literal))
  const remedy = isNumber
    ? { zh: `请写 ${Number(literal)}，不加引号`, en: `write ${Number(literal)} without quotes` }
    : { zh: '请写数，或写成 YYYY-MM-DD 的日期', en: 'write a number, or a day as YYYY-MM-DD' }
  return conditionFault('text-order', kindOf(literal), remedy)
}
