import { formatDay, isYear, parseDay } from '@tiaoli/engine/plan'
import type { Cell } from '../workbook.ts'
import { keyOf } from './words.ts'

export interface ReadDate {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly value: string
  /** A number that is not shown as a date, and that Excel counts as this day. */
  readonly isSerial?: true
}

const PARTS = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[日号月年]?$/
/** The time of a day, which programs write behind it. */
const TIME = /(?:(?<=\d)T|\s+)(?:[上下]午)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?\s*$/
const JOINED = /^(\d{4})(\d{2})(\d{2})?$/
const SERIAL = /^[2-6]\d{4}$/
/** The serial number of 1 January 1970. */
const EPOCH = 25_569
/** 2006.1 as a number may be January or October. */
const LOST_ZERO = /^\d{4}\.1$/

/** A date as offices write it; undefined where it is none for certain. */
export function readDate({ kind, text, value }: Pick<Cell, 'kind' | 'text' | 'value'>): ReadDate | undefined {
  if (kind === 'date') return { value: value as string }
  if (kind === 'number' && LOST_ZERO.test(keyOf(text))) return undefined
  return kind === 'text' || kind === 'number' ? dateIn(text) : undefined
}

/** The same of a text alone. */
export function dateIn(text: string): ReadDate | undefined {
  const key = keyOf(text.normalize('NFKC').replace(TIME, ''))
  const serial = SERIAL.test(key) ? parseDay(formatDay(Number(key) - EPOCH)) : undefined
  if (serial !== undefined) return { value: formatDay(serial), isSerial: true }
  const [, year, month, day] = PARTS.exec(key) ?? JOINED.exec(key) ?? []
  if (year === undefined || !isYear(year)) return undefined
  const value = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  return isInCalendar(value) ? { value } : undefined
}

function isInCalendar(value: string): boolean {
  const [year, month = '01', day = '01'] = value.split('-')
  return parseDay(`${year}-${month}-${day}`) !== undefined
}

const SOMEWHERE = /(?<!\d)\d{4}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?月?|年)?(?![\d./-])/g

/** The only date in a text, to be proposed. */
export function dateWithin(text: string): string | undefined {
  const found =
    text
      .normalize('NFKC')
      .replaceAll(/\s*([-./年月日])\s*/g, '$1')
      .match(SOMEWHERE) ?? []
  return found.length === 1 ? dateIn(found[0])?.value : undefined
}
