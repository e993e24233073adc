/** Signs of a longer number are none: each of them would be the beginning of another. */
const SIGNS = '{1,16}'
/** A number in Chinese signs: 三, 十二, 一百零三. */
export const CHINESE_NUMERAL = `[一二三四五六七八九十百零〇]${SIGNS}`
/** How a document numbers its parts: in Chinese signs or in figures. */
export const NUMERAL = String.raw`[一二三四五六七八九十百零〇\d]${SIGNS}`

const DIGITS = '一二三四五六七八九'
const DIGIT = `[${DIGITS}]`
const WRITTEN = new RegExp(
  `^(?:(?<hundreds>${DIGIT}?)(?<hundred>百)[零〇]?)?(?:(?<tens>${DIGIT}?)(?<ten>十))?(?<ones>${DIGIT}?)$`,
  'u',
)

/** 三十二 as 32; what is no Chinese number up to 999 as it is. */
export function figure(numeral: string): string {
  const parts = WRITTEN.exec(numeral)?.groups
  if (!parts || numeral === '') return numeral
  const { hundreds, hundred, tens, ten, ones } = parts
  const times = (digit: string | undefined) => (digit ? DIGITS.indexOf(digit) + 1 : 1)
  const value = (hundred ? times(hundreds) * 100 : 0) + (ten ? times(tens) * 10 : 0) + (ones ? times(ones) : 0)
  return String(value)
}
