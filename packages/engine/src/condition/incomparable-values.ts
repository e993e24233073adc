import type { Text } from '../text/text.ts'
import { parseDay } from '../values/date.ts'
import { isDateObject, isPromise } from './kind-of.ts'

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

/** A text that begins with a day and goes on. On which day that is depends on where one is. */
export function isTimestamp(text: string): boolean {
  return text.length > 10 && parseDay(text.slice(0, 10)) !== undefined
}

export const TIMESTAMP_REMEDY: Text = {
  zh: '请只写日期 YYYY-MM-DD，或把两个时刻都写成数',
  en: 'give the day alone, YYYY-MM-DD, or both moments as numbers',
}
