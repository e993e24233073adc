import type { Text } from '../text/text.ts'

/** In what amounts of money are counted, and how they are shown. */
export interface Currency {
  /** ISO 4217. */
  readonly code: string
  /** What stands beside an amount: after it in Chinese, before it in English. */
  readonly sign: Text
  /** What ledgers count amounts in. */
  readonly minor: {
    readonly unit: Text
    /** How many digits of an amount are parts of the currency: 2 where a hundred make one. */
    readonly digits: number
  }
}

/** Of a pack that names no currency. */
export const YUAN: Currency = {
  code: 'CNY',
  sign: { zh: '元', en: 'CNY' },
  minor: { unit: { zh: '分', en: 'fen' }, digits: 2 },
}

/** 12345 fen as 123.45元 and CNY 123.45, and 12300 as 123元. */
export function amountInWords(amount: number, { sign, minor: { digits } }: Currency): Text {
  const minus = amount < 0 ? '-' : ''
  const written = String(Math.abs(amount)).padStart(digits + 1, '0')
  const parts = written.slice(written.length - digits)
  const whole = written.slice(0, written.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  const number = /^0*$/.test(parts) ? whole : `${whole}.${parts}`
  return {
    zh: `${minus}${number}${/^[A-Za-z]/.test(sign.zh) ? ' ' : ''}${sign.zh}`,
    en: /[A-Za-z]$/.test(sign.en) ? `${sign.en} ${minus}${number}` : `${minus}${sign.en}${number}`,
  }
}
