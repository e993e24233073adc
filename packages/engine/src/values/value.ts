/**
 * What is known of a value that is not known: it lies between `least` and `greatest`,
 * and if it is `certain`, it cannot turn out to be null.
 */
export class Unknown {
  readonly least: number
  readonly greatest: number
  readonly certain: boolean

  constructor(least: number, greatest: number, certain: boolean) {
    this.least = least
    this.greatest = greatest
    this.certain = certain
  }
}

/** Nothing is known, not even whether there is a value. */
export const UNKNOWN = new Unknown(-Infinity, Infinity, false)

/** There is a value; which one is not known. */
export const UNKNOWN_BUT_CERTAIN = new Unknown(-Infinity, Infinity, true)

/** There is no value for a parameter on the day. */
export const NOT_SET = new Unknown(-Infinity, Infinity, true)

/** What was given contradicts itself, and what it is in truth is not known. */
export class Tainted extends Unknown {}

/** A tainted fact of which nothing else is known. */
export const TAINTED = new Tainted(-Infinity, Infinity, false)

/** What a fact that is tainted may be, by what bounds leave. */
export function tainted(value: Value): Value {
  return isUnknown(value) ? new Tainted(value.least, value.greatest, value.certain) : value
}

/**
 * A value in evaluation. Dates are days since 1970-01-01, rates hundred-millionths, money fen: all integers.
 * `null`: there is certainly no value.
 */
export type Value = string | number | boolean | null | Unknown

export function isUnknown(value: Value): value is Unknown {
  return typeof value === 'object' && value !== null
}

/** The least the value can be, if it is a number at all. */
export function leastOf(value: Value): number {
  if (typeof value === 'number') return value
  return isUnknown(value) ? value.least : -Infinity
}

export function greatestOf(value: Value): number {
  if (typeof value === 'number') return value
  return isUnknown(value) ? value.greatest : Infinity
}

/** Whether the value certainly exists. */
export function isCertain(value: Value): boolean {
  return isUnknown(value) ? value.certain : value !== null
}

/** The number itself where the interval has shrunk to one point and there certainly is a value. */
export function between(least: number, greatest: number, certain: boolean): number | Unknown {
  if (certain && least === greatest) return least
  if (least === -Infinity && greatest === Infinity) return certain ? UNKNOWN_BUT_CERTAIN : UNKNOWN
  return new Unknown(least, greatest, certain)
}
