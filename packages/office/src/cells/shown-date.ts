/** What a number format shows of a day. */
export type DateParts = 'day' | 'month' | 'year' | 'day-without-year' | 'time' | 'none'

/** Hours, minutes or seconds that have passed, which are no day: [h]:mm, [mm]:ss. */
const PASSED = /\[(?:h+|m+|s+)\]/i
const QUOTED = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g
const MINUTES = /h+[^a-z]*m+|m+[^a-z]*s+/gi

/** What the part of a format for positive numbers shows: minutes are no month. */
export function datePartsOf(format: string): DateParts {
  const [first = ''] = format.replaceAll(QUOTED, '').split(';')
  if (PASSED.test(format.replaceAll(/"[^"]*"|\\./g, ''))) return 'time'
  if (/general|@/i.test(first)) return 'none'
  const shown = first.replaceAll(/AM\/PM|A\/P|上午\/下午/gi, '')
  const withoutMinutes = shown.replaceAll(MINUTES, '')
  const [year, month, day] = [/[ye]/i, /m/i, /d/i].map((part) => part.test(withoutMinutes))
  if (/[#0?]/.test(shown) && !year && !day) return 'none'
  if (year) return day ? 'day' : month ? 'month' : 'year'
  if (day || month) return 'day-without-year'
  return /[hms]/i.test(shown) ? 'time' : 'none'
}

/** Days from 1970-01-01 back to the day before the first of the two calendars of Excel. */
const [BEFORE_1900, BEFORE_1904] = [25_568, 24_107]
/** Excel takes 1900 for a leap year: this is its 29 February. */
const NO_LEAP_DAY = 60
const LAST_DAY = 2_932_896
/** Half a second, in days: results of arithmetic on times end just before midnight. */
const CLOSE = 0.000_005

/** `YYYY-MM-DD` of a number of days as workbooks count them; undefined where there is no such day. */
export function dayOfSerial(serial: number, starts1904: boolean): string | undefined {
  const days = Math.floor(serial + CLOSE)
  if (days < (starts1904 ? 0 : 1) || (!starts1904 && days === NO_LEAP_DAY)) return undefined
  const since1970 = starts1904 ? days - BEFORE_1904 : days - BEFORE_1900 - (days > NO_LEAP_DAY ? 1 : 0)
  if (!(since1970 <= LAST_DAY)) return undefined
  return new Date(since1970 * 86_400_000).toISOString().slice(0, 10)
}
