import type { Expression, ListLiteral, Run } from '../plan/expression.ts'
import { isOrder, type OperatorName, type OrderName, type ParsedOperator, type Test } from '../values/operator.ts'
import type { Truth } from '../values/truth.ts'
import { isUnknown, type Value } from '../values/value.ts'

/*
 * A leaf is asked for every record, and most leaves compare a given fact of the record itself, or a fact read some
 * other way, with a literal. Each such pair has a closure of its own here, with the comparison and, for the record's
 * own facts, the reading written out in it: every call from one closure to the next costs as much as the comparison.
 * What is not known, or none, or of another type, goes through the operator's full test.
 */

/** How a leaf runs. */
export function leafRun(
  left: Expression,
  { decorators, operator }: ParsedOperator,
  test: Test,
  right: Expression | ListLiteral,
): Run<Truth> {
  const fact = left.run
  if (right.kind === 'list') {
    const { values } = right
    if (decorators.length === 0 && operator === 'in') return amongRun(fact, values, test)
    return (record, context) => test(fact(record, context), values)
  }
  if (decorators.length === 0 && right.kind === 'constant') {
    const slot = ownSlot(left)
    const quick =
      slot === undefined ? readRun(fact, operator, test, right.value) : ownRun(slot, operator, test, right.value)
    if (quick) return quick
  }
  const expected = right.run
  if (decorators.length === 0 && isOrder(operator)) return orderRun(fact, operator, test, expected)
  return (record, context) => test(fact(record, context), expected(record, context))
}

/** The slot of a fact that the ledger gives for the record itself. */
function ownSlot(left: Expression): number | undefined {
  return left.kind === 'fact' && left.fact.kind === 'given' && left.route.steps.length === 0
    ? left.fact.slot
    : undefined
}

/** A given fact of the record against a literal. */
function ownRun(slot: number, operator: OperatorName, test: Test, value: Value): Run<Truth> | undefined {
  if (operator === 'equal' && typeof value === 'boolean') {
    return (record) => {
      const actual = record.at(slot)
      return typeof actual === 'boolean' ? actual === value : test(actual, value)
    }
  }
  if (operator === 'equal' && typeof value === 'string') {
    return (record) => {
      const actual = record.at(slot)
      return typeof actual === 'string' ? actual === value : test(actual, value)
    }
  }
  if (operator === 'notEqual' && value === null) {
    return (record) => {
      const actual = record.at(slot)
      return isUnknown(actual) ? test(actual, value) : actual !== null
    }
  }
  if (typeof value !== 'number') return undefined
  switch (operator) {
    case 'equal':
      return (record) => {
        const actual = record.at(slot)
        return typeof actual === 'number' ? actual === value : test(actual, value)
      }
    case 'lessThan':
      return (record) => {
        const actual = record.at(slot)
        return typeof actual === 'number' ? actual < value : test(actual, value)
      }
    case 'lessThanInclusive':
      return (record) => {
        const actual = record.at(slot)
        return typeof actual === 'number' ? actual <= value : test(actual, value)
      }
    case 'greaterThan':
      return (record) => {
        const actual = record.at(slot)
        return typeof actual === 'number' ? actual > value : test(actual, value)
      }
    case 'greaterThanInclusive':
      return (record) => {
        const actual = record.at(slot)
        return typeof actual === 'number' ? actual >= value : test(actual, value)
      }
    default:
      return undefined
  }
}

/** A fact that has to be read first against a literal. */
function readRun(fact: Run<Value>, operator: OperatorName, test: Test, value: Value): Run<Truth> | undefined {
  if (operator === 'equal' && typeof value === 'boolean') {
    return (record, context) => {
      const actual = fact(record, context)
      return typeof actual === 'boolean' ? actual === value : test(actual, value)
    }
  }
  if (operator === 'equal' && value !== null) {
    return (record, context) => {
      const actual = fact(record, context)
      return isUnknown(actual) ? test(actual, value) : actual === value
    }
  }
  if (operator === 'notEqual' && value === null) {
    return (record, context) => {
      const actual = fact(record, context)
      return isUnknown(actual) ? test(actual, value) : actual !== null
    }
  }
  if (operator === 'greaterThanInclusive' && typeof value === 'number') {
    return (record, context) => {
      const actual = fact(record, context)
      return typeof actual === 'number' ? actual >= value : test(actual, value)
    }
  }
  return undefined
}

/** One fact against another, or against a parameter or a date. */
function orderRun(fact: Run<Value>, operator: OrderName, test: Test, expected: Run<Value>): Run<Truth> {
  if (operator === 'greaterThan') {
    return (record, context) => {
      const actual = fact(record, context)
      const other = expected(record, context)
      return typeof actual === 'number' && typeof other === 'number' ? actual > other : test(actual, other)
    }
  }
  if (operator === 'greaterThanInclusive') {
    return (record, context) => {
      const actual = fact(record, context)
      const other = expected(record, context)
      return typeof actual === 'number' && typeof other === 'number' ? actual >= other : test(actual, other)
    }
  }
  return (record, context) => test(fact(record, context), expected(record, context))
}

/** Whether a text is in a list of literals. */
function amongRun(fact: Run<Value>, list: readonly Value[], test: Test): Run<Truth> {
  return (record, context) => {
    const actual = fact(record, context)
    return typeof actual === 'string' ? list.includes(actual) : test(actual, list)
  }
}
