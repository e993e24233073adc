import { formatDay, isYear, parseDay } from '@tiaoli/engine/plan'
import type { Cell } from '../workbook.ts'
import { numberInWords } from './number-in-words.ts'
import { dateKey, halfWidth } from './number-text.ts'
import { keyOf } from './words.ts'

export interface ReadDate {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly value: string
  /** A number that is not shown as a date, and that Excel counts as this day: taken, and to be told. */
  readonly isSerial?: true
}

/** Which of two small numbers in a date comes first, where a mapping says so. */
export type DateOrder = 'day-first' | 'month-first'

const IN_FIGURES = /^(\d{4})(?:年(?:(\d{1,2})(?:月?|月份|月(\d{1,2})[日号]?))?)?$/
/** With one sign between them: 2024.3-12 is no day. */
const IN_SIGNS = /^(\d{4})([-./·—–])(\d{1,2})(?:月?|\2(\d{1,2})[日号]?)\.?$/
/** The time of a day, which programs write behind it. */
const TIME = /(?:(?<=\d)T|\s+)(?:[上下]午)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?\s*$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?)?'
/** 12 March 2026 and March 2026, without spaces; and March 12, 2026. */
const ENGLISH = new RegExp(`^${WEEKDAY}(?:${DAY}(?:of)?[-,]?)?${MONTH}[-,]?(\\d{4})$`)
const AMERICAN = new RegExp(`^${WEEKDAY}${MONTH}${DAY},(\\d{4})$`)
/** Two small numbers and a year: which of them is the month, nothing says. */
const NUMBERS = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/
/** 二〇一五年六月一日: years digit by digit. */
const IN_CHINESE =
  /^([〇○零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?)?$/
const JOINED = /^(\d{4})(\d{2})(\d{2})?$/
/** As Excel counts days. 20181 is rather a month that lost its point. */
const SERIAL = /^(?!20\d{2}[1-9]$)[2-6]\d{4}$/
/** The serial number of 1 January 1970. */
const EPOCH = 25_569
/** 2006.1 as a number may be January or October. */
const LOST_ZERO = /^\d{4}\.1$/

/**
 * A date as offices write it; undefined where it is not certainly one. A bare number is one where the cell holds a number,
 * which may have lost its look of a date, and not where it holds a text.
 */
export function readDate(
  { kind, text, value }: Pick<Cell, 'kind' | 'text' | 'value'>,
  order?: DateOrder,
): ReadDate | undefined {
  if (kind === 'date') return { value: value as string }
  if (mayHaveLostZero({ kind, text })) return undefined
  return kind === 'text'
    ? dateIn(text, order)
    : kind === 'number'
      ? (dateIn(text, order) ?? serialDateIn(text))
      : undefined
}

/** The day that Excel counts as a bare number. */
export function serialDateIn(text: string): ReadDate | undefined {
  const key = dateKey(halfWidth(text)) ?? ''
  const day = SERIAL.test(key) ? parseDay(formatDay(Number(key) - EPOCH)) : undefined
  return day === undefined ? undefined : { value: formatDay(day), isSerial: true }
}

/** Whether a cell may say January or October. */
export function mayHaveLostZero({ kind, text }: Pick<Cell, 'kind' | 'text'>): boolean {
  return kind === 'number' && LOST_ZERO.test(keyOf(text))
}

/** A date as offices write it in a text. */
export function dateIn(text: string, order?: DateOrder): ReadDate | undefined {
  const key = dateKey(halfWidth(text).replace(TIME, ''))
  if (key === undefined) return undefined
  const [, year, month, day] =
    IN_FIGURES.exec(key) ??
    inSigns(key) ??
    JOINED.exec(key) ??
    inChinese(key) ??
    inEnglish(key) ??
    inNumbers(key, order) ??
    []
  if (year === undefined || !isYear(year)) return undefined
  const value = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  return isInCalendar(value) ? { value } : undefined
}

/** The year that a text says and no more than that, as it stands in columns of years: 2025年度. */
export function yearIn(text: string): string | undefined {
  const value = dateIn(text.trim().replace(/度$/, ''))?.value
  return value !== undefined && /^\d{4}$/.test(value) ? value : undefined
}

/** Year, month and day of 2018.12.5. */
function inSigns(key: string): readonly (string | undefined)[] | undefined {
  const [, year, , month, day] = IN_SIGNS.exec(key) ?? []
  return year === undefined ? undefined : ['', year, month, day]
}

/** Year, month and day of a date in Chinese numerals. */
function inChinese(key: string): readonly (string | undefined)[] | undefined {
  const [, year, ...rest] = IN_CHINESE.exec(key) ?? []
  if (year === undefined) return undefined
  const digits = Array.from(year, (sign) => (sign === '○' ? 0 : numberInWords(sign)))
  return ['', digits.join(''), ...rest.map((words) => words && String(numberInWords(words)))]
}

/** Year, month and day of a date in English words, as a match has them. */
function inEnglish(key: string): readonly (string | undefined)[] | undefined {
  const [, day, name, year] = ENGLISH.exec(key) ?? []
  const [, american, americanDay, americanYear] = AMERICAN.exec(key) ?? []
  const month = MONTHS.indexOf((name ?? american ?? '').slice(0, 3)) + 1
  return month === 0 ? undefined : ['', year ?? americanYear, String(month), day ?? americanDay]
}

const MONTHS_OF_YEAR = 12

/** The same of 25/12/2026 in an order; without one, where only one number can be the month, or both are the same. */
function inNumbers(key: string, order?: DateOrder): readonly string[] | undefined {
  const [, one, , other, year] = NUMBERS.exec(key) ?? []
  if (one === undefined || other === undefined || year === undefined) return undefined
  if (order) return ['', year, ...(order === 'day-first' ? [other, one] : [one, other])]
  if (Number(one) > MONTHS_OF_YEAR || one === other) return ['', year, other, one]
  return Number(other) > MONTHS_OF_YEAR ? ['', year, one, other] : undefined
}

/** Whether a text is a date of which it cannot be told what is the day and what the month. */
export function isDayOrMonth(text: string): boolean {
  const key = dateKey(halfWidth(text).replace(TIME, '')) ?? ''
  const [, one, , other] = NUMBERS.exec(key) ?? []
  return (
    one !== undefined &&
    Number(one) <= MONTHS_OF_YEAR &&
    Number(other) <= MONTHS_OF_YEAR &&
    inNumbers(key) === undefined
  )
}

function isInCalendar(value: string): boolean {
  const [year, month = '01', day = '01'] = value.split('-')
  return parseDay(`${year}-${month}-${day}`) !== undefined
}

const SOMEWHERE = /(?<!\d)\d{4}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?月?|年)?(?![\d./年~至到-])/g

const SOMEWHERE_IN_ENGLISH = new RegExp(
  `(?<![\\p{L}\\d])(?:${DAY}\\s+)?${MONTH}\\s+(?:${DAY},\\s*)?\\d{4}(?!\\d)`,
  'giu',
)

/** Any year, with what stands behind it, also where it is one end of a period. */
const ANY = /(?<!\d)\d{4}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?月?|年)?(?!\d)/g

/** The only date in a text, to be proposed. */
export function dateWithin(text: string): string | undefined {
  const plain = halfWidth(text).replaceAll(/\s*([-./年月日])\s*/g, '$1')
  const named = plain.match(SOMEWHERE_IN_ENGLISH) ?? []
  const others = plain.replaceAll(SOMEWHERE_IN_ENGLISH, ' ')
  if (named.length + (others.match(ANY) ?? []).length !== 1) return undefined
  const [found] = [...named, ...(others.match(SOMEWHERE) ?? [])]
  return found === undefined ? undefined : dateIn(found)?.value
}
