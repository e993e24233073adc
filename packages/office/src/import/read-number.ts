import { keyOf, withoutBrackets } from './words.ts'

const WHOLE = /^(\d+)[人名家个位件次天日项所年]?$/
const THOUSANDS = /(?<=\d),(?=\d{3}(?:\D|$))/g
const AMOUNT = /^(\d+(?:\.\d+)?)(\D*)$/
/** What is counted by a number. */
const COUNTED = /(?<=\d)[人名家个位件次天日项所年]$/

/** A number that counts something. */
export function wholeNumberIn(text: string): number | undefined {
  const [, digits] = WHOLE.exec(keyOf(text).replaceAll(THOUSANDS, '')) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** An amount in the smallest unit of the currency; `unit` is that of numbers that have none. */
export function amountIn(
  text: string,
  units: Readonly<Record<string, number>>,
  unit: string | undefined,
): number | undefined {
  const [, digits, written] = AMOUNT.exec(keyOf(text).replaceAll(THOUSANDS, '')) ?? []
  if (digits === undefined || written === undefined) return undefined
  const named = written === '' ? unit : Object.keys(units).find((name) => name === written || name === `${written}元`)
  const times = named === undefined ? undefined : units[named]
  if (times === undefined) return undefined
  const amount = Number(digits) * times
  const whole = Math.round(amount)
  return Math.abs(amount - whole) < 1e-6 * times ? whole : undefined
}

const APPROXIMATE = /^(?:约|大约|近|将近)|(?:左右|余|多|以上|以下)[\u4e00-\u9fff]*$/
/** What leaves the number itself as what is meant. */
const ABOUT = /^(?:大约|约)|左右$/g

export function isApproximate(text: string): boolean {
  return APPROXIMATE.test(keyOf(text)) && /\d/.test(keyOf(text))
}

/** All of a text but what makes its number approximate and what is in brackets, to be proposed if that is a number. */
export function numberWithin(text: string, read: (text: string) => number | undefined): string | undefined {
  const plain = withoutBrackets(keyOf(text)).replaceAll(ABOUT, '').replaceAll(THOUSANDS, '')
  return read(plain) === undefined ? undefined : plain.replace(COUNTED, '')
}
