import { DayAhead, type Seen } from '../values/day-ahead.ts'
import { notKnown } from './not-known-words.ts'
import type { Described } from '../plan/fact.ts'
import type { Shown } from '../report/report.ts'
import type { Text } from '../text/text.ts'
import { amountInWords, YUAN } from '../values/currency.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { formatRate } from '../values/rate.ts'
import { daysInWords, isPartialDate, partialDateInWords } from '../values/partial-date.ts'
import { isUnknown, type Value } from '../values/value.ts'

/** A value as data: dates and rates as they are written; undefined where it is not known. */
export function show(type: Described['type'], value: Value): Shown | undefined {
  if (isPartialDate(value) && value.written !== true) return value.written
  if (isUnknown(value)) return undefined
  if (typeof value !== 'number') return value
  if (type === 'date') return formatDay(value)
  return type === 'rate' ? formatRate(value) : value
}

/** Of a day it is not said that there is none at all: one may come. */
const NO_DAY_YET: Text = { zh: '尚无记录', en: 'no record yet' }

/** A value in words, with its unit. */
export function inWords(described: Described, value: Seen): Text {
  if (value instanceof DayAhead) return later(inWords(described, value.given))
  const { type, unit, values, none, currency } = described
  if (isPartialDate(value)) return partialDateInWords(value)
  if (isUnknown(value)) return (type === 'date' && daysInWords(value)) || notKnown(described, value).alone
  if (value === null) return none ?? (type === 'date' ? NO_DAY_YET : { zh: '无', en: 'none' })
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (typeof value === 'string') {
    const label = values?.get(value)
    return label ? { zh: quoted(label.zh), en: `"${label.en}"` } : { zh: value, en: value }
  }
  if (type === 'money') return amountInWords(value, currency ?? YUAN)
  if (type === 'date') return { zh: formatDayInChinese(value), en: formatDay(value) }
  if (value < 0 && isInDays(unit)) return daysEarly(-value)
  const text = String(show(type, value))
  if (!unit) return { zh: text, en: text }
  const counted = Math.abs(value) === 1 ? (unit.one ?? unit.en) : unit.en
  return { zh: `${text}${unit.zh}`, en: `${text} ${counted}` }
}

function later({ zh, en }: Text): Text {
  return { zh: `${zh}，尚未到`, en: `${en}, still to come` }
}

/** In Chinese quotation marks; those inside become single ones. */
export function quoted(zh: string): string {
  return `“${zh.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/** From one day to an earlier one it is not minus so many days. */
function daysEarly(days: number): Text {
  return { zh: `提前${days}日`, en: `${days} ${days === 1 ? 'day' : 'days'} early` }
}

function isInDays(unit: Described['unit']): boolean {
  return unit?.zh === '日' || unit?.zh === '天'
}

/** English sentences begin with a capital; labels are written without. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
