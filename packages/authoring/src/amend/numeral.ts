/** How a document numbers its parts: 三, 十二, 3. */
export const NUMERAL = String.raw`[一二三四五六七八九十百\d]+`

const DIGITS = '一二三四五六七八九'

/** 三十二 as 32; what is no Chinese number up to 99 as it is. */
export function figure(numeral: string): string {
  const parts = /^(?<tens>[一二三四五六七八九]?)(?<ten>十?)(?<ones>[一二三四五六七八九]?)$/u.exec(numeral)?.groups
  if (!parts) return numeral
  const { tens = '', ten = '', ones = '' } = parts
  const digit = (sign: string) => DIGITS.indexOf(sign) + 1
  return String(ten === '' ? digit(tens || ones) : (tens === '' ? 1 : digit(tens)) * 10 + digit(ones))
}
