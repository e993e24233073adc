const MILLISECONDS_PER_DAY = 86_400_000
const SHANGHAI_OFFSET = 8 * 3_600_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const TIMESTAMP =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** The first and last day that can be written: 0001-01-01 and 9999-12-31. */
export const FIRST_DAY = dayOf(1, 1, 1)
export const LAST_DAY = dayOf(9999, 12, 31)

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / MILLISECONDS_PER_DAY)
}

/** Days since 1970-01-01 of `YYYY-MM-DD`; undefined if it is not a day of the calendar. */
export function parseDay(text: string): number | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return inCalendar(day) && formatDay(day) === text ? day : undefined
}

function inCalendar(day: number): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY
}

/** Like `parseDay`; an RFC 3339 timestamp gives the day it falls on in Asia/Shanghai. */
export function parseDayOrTimestamp(text: string): number | undefined {
  if (text.length === 10) return parseDay(text)
  if (!TIMESTAMP.test(text) || parseDay(text.slice(0, 10)) === undefined) return undefined
  const day = Math.floor((Date.parse(text) + SHANGHAI_OFFSET) / MILLISECONDS_PER_DAY)
  return inCalendar(day) ? day : undefined
}

export function formatDay(day: number): string {
  const date = new Date(day * MILLISECONDS_PER_DAY)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`
}

export function yearOf(day: number): number {
  return new Date(day * MILLISECONDS_PER_DAY).getUTCFullYear()
}

export function yearStart(year: number): number {
  return dayOf(year, 1, 1)
}

export function yearEnd(year: number): number {
  return dayOf(year, 12, 31)
}

/** The corresponding day `months` later; the month's last day where it has no such day. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MILLISECONDS_PER_DAY)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months
  const year = Math.floor(month / 12)
  const monthOfYear = month - year * 12
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(year, monthOfYear + 1, 0)
  return dayOf(year, monthOfYear + 1, Math.min(date.getUTCDate(), lastDay.getUTCDate()))
}
