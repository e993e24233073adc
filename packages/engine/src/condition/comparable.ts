import type { Text } from '../errors/text.ts'
import { parseDay } from '../values/date.ts'
import { isOrder, type Comparable, type OperatorName, type Test } from '../values/operator.ts'
import { Unknown } from '../values/value.ts'
import { isDateObject, isPromise, kindOf } from './kind-of.ts'
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

/** What to give instead of a value that equals nothing and has no order; undefined where it may have. */
export function meaninglessValue(value: unknown): Text | undefined {
  if (typeof value === 'function')
    return { zh: '请先调用，给出其返回值', en: 'call it before, and give what it returns' }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if (isDateObject(value))
    return {
      zh: '请把日期写成 YYYY-MM-DD 的文本，或把时刻写成数',
      en: 'give the day as a text, YYYY-MM-DD, or the moment as a number',
    }
  return isPromise(value) ? { zh: '请先用 await 取得其值', en: 'await it before' } : undefined
}

function refuseTimestamp(text: string, at: string): void {
  if (isTimestamp(text)) refuse(at, 'timestamp', kindOf(text), TIMESTAMP_REMEDY)
}

/** A text that begins with a day and goes on. On which day that is depends on where one is. */
export function isTimestamp(text: string): boolean {
  return text.length > 10 && parseDay(text.slice(0, 10)) !== undefined
}

export const TIMESTAMP_REMEDY: Text = {
  zh: '请只写日期 YYYY-MM-DD，或把两个时刻都写成数',
  en: 'give the day alone, YYYY-MM-DD, or both moments as numbers',
}
