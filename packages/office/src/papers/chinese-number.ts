const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const PLACES = ['', '十', '百', '千']

/** A number from 1 to 9999 as paragraphs are numbered: 二十一. */
export function chineseNumber(value: number): string {
  const digits = String(value).split('').map(Number)
  const words = digits.map((digit, i) => (digit === 0 ? '零' : DIGITS[digit]! + PLACES[digits.length - 1 - i]!))
  return words.join('').replaceAll(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}
