import { formatDay, parseDay } from '@tiaoli/engine/plan'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH = MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')

/** A day as English papers write it: 1 July 2027, July 1, 2027, the 1st day of July 2027, 2027-07-01. */
export const ENGLISH_DAY = String.raw`(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?(?: day of)? (?:${MONTH})\.?,? \d{4}|(?:${MONTH})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})`

/** The day that words of `ENGLISH_DAY` give; undefined where no calendar has it. */
export function readEnglishDay(words: string): string | undefined {
  if (/^\d{4}-/u.test(words)) return onCalendar(words)
  const year = /\d{4}$/u.exec(words)?.[0] ?? ''
  const day = /\d{1,2}/u.exec(words)?.[0] ?? ''
  const name = new RegExp(`\\b(?:${MONTH})`, 'iu').exec(words)?.[0].slice(0, 3).toLowerCase() ?? ''
  const month = MONTHS.findIndex((other) => other.startsWith(name)) + 1
  return onCalendar([year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-'))
}

function onCalendar(written: string): string | undefined {
  const day = parseDay(written)
  return day === undefined ? undefined : formatDay(day)
}
