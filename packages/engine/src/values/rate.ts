/** A rate is an integer number of hundred-millionths: `"1%"` is 1,000,000. */
export const RATE_UNIT = 100_000_000n

const RATE = /^(\d{1,6})(?:\.(\d{1,6}))?%$/

/** `"1%"` as an integer number of hundred-millionths (1,000,000); undefined if it is not so written. */
export function parseRate(text: string): number | undefined {
  const match = RATE.exec(text)
  if (!match) return undefined
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'))
}

export function formatRate(rate: number): string {
  const whole = Math.floor(rate / 1_000_000)
  const rest = String(rate % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return rest === '' ? `${whole}%` : `${whole}.${rest}%`
}
