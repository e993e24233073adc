import { numberInWords, hasChineseNumeral } from './number-in-words.ts'
import { halfWidth, numberKey, withoutMark } from './number-text.ts'
import { keyOf, withoutBrackets } from './words.ts'

/** 4.0 is how some programs write 4. */
const WHOLE = /^(\d+)(?:\.0+)?$/
/** These alone may be a stroke or a sign. */
const LIKE_A_SIGN = new Set(['一', '〇'])
const AMOUNT = /^([^\d.-]*)(\d+(?:\.\d+)?)(\D*)$/
/** Words that count the same: persons, organizations, things, days, times, years. */
const ALIKE = ['人名个位', '家个所', '件个项', '日天', '次', '年']
/** One of them behind a number. */
const COUNTED = new RegExp(`(?<=\\d)[${ALIKE.join('')}]$`)

/** A number that counts something; `counted` are the words of its fact for what it counts. */
export function wholeNumberIn(text: string, counted: readonly string[] = []): number | undefined {
  const key = numberKey(text)
  if (key === undefined) return undefined
  const words = counted.filter((word) => word !== '')
  const alike = ALIKE.filter((all) => words.some((word) => all.includes(word)))
  const behind = [...words.map(keyOf), ...Array.from(alike.join(''))].find((word) => key.endsWith(word)) ?? ''
  const number = key.slice(0, key.length - behind.length)
  const [, digits] = WHOLE.exec(number) ?? []
  return digits === undefined ? wholeInWords(number, behind) : Number(digits)
}

function wholeInWords(words: string, behind: string): number | undefined {
  if (!hasChineseNumeral(words) || (LIKE_A_SIGN.has(words) && behind === '')) return undefined
  const number = numberInWords(words)
  return Number.isSafeInteger(number) ? number : undefined
}

/** An amount in the smallest unit of the currency; `unit` is that of numbers that have none. */
export function amountIn(
  text: string,
  units: Readonly<Record<string, number>>,
  unit: string | undefined,
): number | undefined {
  const key = numberKey(text)
  if (key === undefined) return undefined
  return amountInFigures(key, units, unit) ?? amountInWords(key, units)
}

/** 一万二千元, 5千元: in yuan, as it says, or in ten thousands that are of nothing else. */
function amountInWords(key: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, words = '', yuan] = /^(.+?)(元[整正]?)?$/u.exec(key) ?? []
  const times = units['元']
  if (times === undefined || !hasChineseNumeral(words) || (yuan === undefined && !/[万萬亿]/.test(words)))
    return undefined
  const number = numberInWords(words)
  return number === undefined ? undefined : inSmallestUnits(number * times)
}

function amountInFigures(
  key: string,
  units: Readonly<Record<string, number>>,
  unit: string | undefined,
): number | undefined {
  const [, before, digits, behind] = AMOUNT.exec(key) ?? []
  if (digits === undefined || before === undefined || behind === undefined) return undefined
  const bare = unit === undefined ? undefined : units[unit]
  const [sign, written] = [before, behind].map((part) => (part === '' ? undefined : (timesOf(part, units) ?? NaN)))
  // Of “$3 thousand”, the sign says the currency and what stands behind the unit.
  const times = written ?? sign ?? bare
  if (times === undefined || Number.isNaN(times) || Number.isNaN(sign)) return undefined
  return inSmallestUnits(Number(digits) * times)
}

function timesOf(written: string, units: Readonly<Record<string, number>>): number | undefined {
  return Object.entries(units).find(([name]) => keyOf(name) === written || keyOf(name) === `${written}元`)?.[1]
}

/** How many of the smallest unit the sign before an amount stands for, where it has no other unit: of ¥50, a hundred. */
export function timesOfSign(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, sign = '', , behind = ''] = AMOUNT.exec(numberKey(text) ?? '') ?? []
  return sign === '' || behind !== '' ? undefined : timesOf(sign, units)
}

/** What arithmetic of a spreadsheet leaves behind an amount, as a part of it, and at least of its smallest unit. */
const [NOISE, LEAST_NOISE] = [1e-14, 1e-6]

/** An amount as a whole number; none where it has parts of the smallest unit, whatever it was written in. */
function inSmallestUnits(amount: number): number | undefined {
  const whole = Math.round(amount)
  const isWhole = Math.abs(amount - whole) <= Math.max(LEAST_NOISE, NOISE * amount)
  return isWhole && Number.isSafeInteger(whole) ? whole : undefined
}

const APPROXIMATE =
  /^(?:约|大约|近|将近|about|approx(?:imately|\.)?|around|roughly|circa|c\.|~|≈|over|under|nearly|almost|(?:more|less|fewer)than|atleast|atmost|upto)|(?:左右|余|多|以上|以下)[\u4e00-\u9fff]*$|\+$|orso$/
/** What leaves the number itself as what is meant. */
const ABOUT = /^(?:大约|约|about|approx(?:imately|\.)?|around|roughly|circa|c\.|~|≈)|左右$|orso$/g

export function isApproximate(text: string): boolean {
  return APPROXIMATE.test(keyOf(text)) && /\d/.test(keyOf(text))
}

/** All of a text but what makes its number approximate and what is in brackets, to be proposed if that is a number. */
export function numberWithin(text: string, read: (text: string) => number | undefined): string | undefined {
  const plain = numberKey(withoutMark(withoutBrackets(halfWidth(text))))?.replaceAll(ABOUT, '')
  return plain === undefined || read(plain) === undefined ? undefined : plain.replace(COUNTED, '')
}
