import { isOrder, type Comparable, type OperatorName, type Test } from '../values/operator.ts'
import { Unknown } from '../values/value.ts'
import { isTimestamp, meaninglessValue, TIMESTAMP_REMEDY } from './incomparable-values.ts'
import { kindOf } from './kind-of.ts'
import { refuse } from './refuse.ts'

/** An operator of the language that refuses values of which it would say false whatever they mean. */
export function refusing(operator: OperatorName, test: Test, at: string): Test {
  const check = isOrder(operator) ? refuseUnordered : refuseIncomparable
  return (fact, value) => {
    check(fact, value, at)
    return test(fact, value)
  }
}

function refuseIncomparable(fact: Comparable, value: Comparable, at: string): void {
  if (typeof fact === 'object' || typeof fact === 'function') refuseMeaningless(fact, at)
  if (typeof value === 'object' || typeof value === 'function') refuseMeaningless(value, at)
}

function refuseUnordered(fact: Comparable, value: Comparable, at: string): void {
  refuseIncomparable(fact, value, at)
  if (typeof fact === 'string' && (typeof value === 'string' || value instanceof Unknown)) refuseTimestamp(fact, at)
  if (typeof value === 'string' && (typeof fact === 'string' || fact instanceof Unknown)) refuseTimestamp(value, at)
}

function refuseMeaningless(side: Comparable, at: string): void {
  if (side instanceof Unknown || side === null) return
  if (!Array.isArray(side)) return refuseValue(side, at)
  for (const item of side) if (typeof item === 'object' || typeof item === 'function') refuseValue(item, at)
}

function refuseValue(value: unknown, at: string): void {
  const remedy = meaninglessValue(value)
  if (remedy) refuse(at, 'meaningless-value', kindOf(value), remedy)
}

function refuseTimestamp(text: string, at: string): void {
  if (isTimestamp(text)) refuse(at, 'timestamp', kindOf(text), TIMESTAMP_REMEDY)
}
