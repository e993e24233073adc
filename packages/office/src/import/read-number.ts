import { keyOf } from './words.ts'

const WHOLE = /^(\d+)[人名家个位件次天日项所年]?$/
const THOUSANDS = /(?<=\d),(?=\d{3}(?:\D|$))/g
const AMOUNT = /^(\d+(?:\.\d+)?)(\D*)$/
const FIRST_NUMBER = /\d+(?:\.\d+)?/

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

export function isApproximate(text: string): boolean {
  return APPROXIMATE.test(keyOf(text)) && FIRST_NUMBER.test(keyOf(text))
}

/** The first number in a text, to be proposed. */
export function numberWithin(text: string): string | undefined {
  return FIRST_NUMBER.exec(keyOf(text))?.[0]
}
