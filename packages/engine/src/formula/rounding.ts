import { exactInteger } from '../values/exact-integer.ts'
import { RATE_UNIT } from '../values/rate.ts'

export type Rounding = 'down' | 'up' | 'half-up'

/** An amount times a rate, rounded to whole units: of money, the smallest of its currency. */
export function roundedProduct(amount: number, rate: number, rounding: Rounding): number {
  if (amount === 0 || rate === 0) return 0
  if (!Number.isFinite(amount) || !Number.isFinite(rate)) return amount * rate
  const whole = BigInt(amount) * BigInt(rate)
  const quotient = whole / RATE_UNIT
  const rest = whole - quotient * RATE_UNIT
  const away = whole < 0n ? -1n : 1n
  const up =
    rest !== 0n && (rounding === 'up' ? away > 0n : rounding === 'down' ? away < 0n : 2n * rest * away >= RATE_UNIT)
  return exactInteger(Number(up ? quotient + away : quotient))
}
