import { parseDay } from '../values/date.ts'
import { isOrder, type DecoratorName, type OperatorName } from '../values/operator.ts'
import { isTimestamp, meaninglessValue, TIMESTAMP_REMEDY } from './comparable.ts'
import { kindOf } from './kind-of.ts'

type Side = 'fact' | 'value'

/** The lists that decorators go through. */
const LISTS: Partial<Record<string, Side>> = {
  someFact: 'fact',
  everyFact: 'fact',
  someValue: 'value',
  everyValue: 'value',
} satisfies Partial<Record<DecoratorName, Side>>

/**
 * Why a literal answers the same whatever the fact is, and what to write instead; undefined where it does not.
 * The decorators are those before the operator, the outermost first. What comes after one of the caller's own is left
 * out, and so is an operator of the caller's own.
 */
export function literalFault(
  decorators: readonly DecoratorName[],
  operator: OperatorName | undefined,
  literal: unknown,
): string | undefined {
  let side: Side = 'value'
  let literals: unknown[] = [literal]
  for (const decorator of decorators) {
    if (decorator === 'swap') side = side === 'value' ? 'fact' : 'value'
    if (LISTS[decorator] !== side) continue
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

/** The side on which an operator takes a list. */
function listSideOf(operator: OperatorName): Side | undefined {
  if (operator === 'in' || operator === 'notIn') return 'value'
  return operator === 'contains' || operator === 'doesNotContain' ? 'fact' : undefined
}

function faultAt(operator: OperatorName, side: Side, literal: unknown): string | undefined {
  if (isOrder(operator)) return unordered(literal)
  if (listSideOf(operator) !== side) return unequal(literal)
  if (!Array.isArray(literal)) return needsList(operator, literal)
  for (const item of literal) {
    const fault = unequal(item)
    if (fault !== undefined) return fault
  }
  return undefined
}

function needsList(name: string, literal: unknown): string {
  const items = typeof literal === 'string' ? literal.split(/[,，、]/).map((item) => item.trim()) : [literal]
  const example = kindOf(literal).startsWith('the ') ? `, such as ${JSON.stringify(items)}` : ''
  return `is ${kindOf(literal)}, and ${name} goes through a list: write one${example}`
}

/** What equals nothing but itself. */
function unequal(literal: unknown): string | undefined {
  const remedy = meaninglessValue(literal)
  if (remedy !== undefined) return `is or has ${kindOf(literal)}: ${remedy}`
  if (Number.isNaN(literal)) return 'is or has NaN, which equals nothing, not even itself'
  if (typeof literal !== 'object' || literal === null) return undefined
  return `is or has ${kindOf(literal)}, which equals no other: compare what is in it, with a path or an operator of your own`
}

function unordered(literal: unknown): string | undefined {
  if (typeof literal === 'bigint' || (typeof literal === 'number' && !Number.isNaN(literal))) return undefined
  if (typeof literal !== 'string') return `is ${kindOf(literal)}, and only numbers and days have an order`
  if (parseDay(literal) !== undefined) return undefined
  if (isTimestamp(literal)) return `is ${kindOf(literal)}: ${TIMESTAMP_REMEDY}`
  const isNumber = literal.trim() !== '' && Number.isFinite(Number(literal))
  const remedy = isNumber ? `write ${Number(literal)} without quotes` : 'write a number, or a day as YYYY-MM-DD'
  return `is ${kindOf(literal)}, and texts have no order: ${remedy}`
}
