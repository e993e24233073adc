import { dayInZone } from './time-zone.ts'

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

const DAYS_PER_400_YEARS = 146_097
const DAYS_TO_EPOCH = 719_468 // from 0000-03-01 to 1970-01-01

/*
 * The proleptic Gregorian calendar in integers, with years that begin in March, so that the leap day is the last of
 * its year (the method of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013). `Date` objects are
 * slower and take years below 100 for others.
 */

function dayOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_400_YEARS + dayOfEra - DAYS_TO_EPOCH
}

/** Year, month and day as one number: 20190228. */
function calendarOf(day: number): number {
  const shifted = day + DAYS_TO_EPOCH
  const era = Math.floor(shifted / DAYS_PER_400_YEARS)
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + dayOfMonth
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** The first and last day that can be written: 0001-01-01 and 9999-12-31. */
export const FIRST_DAY = dayOf(1, 1, 1)
export const LAST_DAY = dayOf(9999, 12, 31)

/** Days since 1970-01-01 of `YYYY-MM-DD`; undefined if it is not a day of the calendar. */
export function parseDay(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined
  const year = numberIn(text, 0, 4)
  const month = numberIn(text, 5, 7)
  const day = numberIn(text, 8, 10)
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? dayOf(year, month, day) : undefined
}

const HYPHEN = 0x2d
const ZERO = 0x30

/** The number written by the digits in part of a text; negative where it has anything else. */
function numberIn(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** Like `parseDay`; an RFC 3339 timestamp gives the day it falls on in an IANA time zone. */
export function parseDayOrTimestamp(text: string, timeZone: string): number | undefined {
  if (text.length === 10) return parseDay(text)
  if (!TIMESTAMP.test(text) || parseDay(text.slice(0, 10)) === undefined) return undefined
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) return undefined
  const day = dayInZone(moment, timeZone)
  return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined
}

export function formatDay(day: number): string {
  const digits = String(calendarOf(day)).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** 2019年2月8日 */
export function formatDayInChinese(day: number): string {
  const calendar = calendarOf(day)
  return `${Math.floor(calendar / 10_000)}年${Math.floor(calendar / 100) % 100}月${calendar % 100}日`
}

export function yearOf(day: number): number {
  return Math.floor(calendarOf(day) / 10_000)
}

export function yearStart(year: number): number {
  return dayOf(year, 1, 1)
}

export function yearEnd(year: number): number {
  return dayOf(year, 12, 31)
}

/** The last day of the month in which a day lies. */
export function lastDayOfMonth(day: number): number {
  const calendar = calendarOf(day)
  const year = Math.floor(calendar / 10_000)
  return day - (calendar % 100) + daysInMonth(year, Math.floor(calendar / 100) % 100)
}

/** The corresponding day `months` later; the month's last day where it has no such day. */
export function addMonths(day: number, months: number): number {
  const calendar = calendarOf(day)
  const total = Math.floor(calendar / 10_000) * 12 + (Math.floor(calendar / 100) % 100) - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  return dayOf(year, month, Math.min(calendar % 100, daysInMonth(year, month)))
}
