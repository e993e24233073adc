import type { Text } from '../text/text.ts'
import { formatDay, formatDayInChinese, lastDayOfMonth, parseDay } from './date.ts'
import { isUnknown, Tainted, Unknown, type Value } from './value.ts'

const MONTH = /^\d{4}(-\d{2})?$/

/** A date of which the year, or the year and the month, or nothing but that it has come is given: an interval of days. */
export class PartialDate extends Unknown {
  /** `YYYY-MM` or `YYYY` as it was given; `true` where the day is not given at all. */
  readonly written: string | true

  constructor(least: number, greatest: number, certain: boolean, written: string | true) {
    super(least, greatest, certain)
    this.written = written
  }

  /** The same where it had come by a day, which must not be before its first. */
  upTo(day: number): PartialDate {
    return day >= this.greatest ? this : new PartialDate(this.least, day, this.certain, this.written)
  }

  /** The same as seen from a day within it: it may not have come yet, and then it reads as null. */
  mayLieAhead(): PartialDate {
    return new PartialDate(this.least, this.greatest, false, this.written)
  }
}

/** The days of `YYYY-MM` or `YYYY`; undefined if it is neither a month nor a year of the calendar. */
export function parseMonthOrYear(text: string): PartialDate | undefined {
  if (!MONTH.test(text)) return undefined
  const [first, last] = text.length === 4 ? [`${text}-01`, `${text}-12`] : [text, text]
  const least = parseDay(`${first}-01`)
  const start = parseDay(`${last}-01`)
  return least === undefined || start === undefined
    ? undefined
    : new PartialDate(least, lastDayOfMonth(start), true, text)
}

export function isPartialDate(value: Value): value is PartialDate {
  return value instanceof PartialDate
}

/** Whether nothing at all is given: a date known in part is given. */
export function isNotGiven(value: Value): boolean {
  return isUnknown(value) && !isPartialDate(value)
}

const MONTH_NAMES = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** 2014年9月（日不详）, September 2014 (day unknown). */
export function partialDateInWords({ written }: PartialDate): Text {
  if (written === true) return { zh: '已完成（日期不详）', en: 'done (day unknown)' }
  const [year, month] = written.split('-')
  if (month === undefined) return { zh: `${Number(year)}年（月、日不详）`, en: `${year} (month and day unknown)` }
  const name = MONTH_NAMES.format(Date.UTC(2000, Number(month) - 1))
  return { zh: `${Number(year)}年${Number(month)}月（日不详）`, en: `${name} ${year} (day unknown)` }
}

/** The first and the last day that a day can be of which no more than the month was given; nothing for any other. */
export function daysOfMonth(days: Value): readonly [first: number, last: number] | undefined {
  if (!isUnknown(days) || days instanceof Tainted) return undefined
  const { least, greatest, certain } = days
  return certain && greatest - least < LONGEST_MONTH ? [least, greatest] : undefined
}

const LONGEST_MONTH = 31

/** The record of a year may leave the next year possible too. */
const TWO_YEARS = 366 + 365

/**
 * What is known of a day that was worked out from one known in part: its month or year, or two days between which it
 * lies. Nothing where there may be no such day, where they are farther apart than any date known in part reaches, or
 * where the entries contradict each other.
 */
export function daysInWords(days: Unknown): Text | undefined {
  const { least, greatest, certain } = days
  if (!certain || !(greatest - least < TWO_YEARS) || days instanceof Tainted) return undefined
  const [from, to] = [formatDay(least), formatDay(greatest)]
  const written = [from.slice(0, 7), from.slice(0, 4)].find((text) => {
    const { least: first, greatest: last } = parseMonthOrYear(text)!
    return first === least && last === greatest
  })
  if (written !== undefined) return partialDateInWords(new PartialDate(least, greatest, true, written))
  return {
    zh: `${formatDayInChinese(least)}至${formatDayInChinese(greatest)}之间（具体日期不详）`,
    en: `between ${from} and ${to} (day unknown)`,
  }
}
