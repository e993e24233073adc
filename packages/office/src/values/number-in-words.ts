const DIGITS = new Map(
  ['零〇', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, digit) =>
    Array.from(signs).map((sign): [string, number] => [sign, digit]),
  ),
)
const TIMES = new Map(
  ['十拾', '百佰', '千仟'].flatMap((signs, i) =>
    Array.from(signs).map((sign): [string, number] => [sign, 10 ** (i + 1)]),
  ),
)
const GROUPS = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
])
const PARTS = /\d+(?:\.\d+)?|\D/gu

/** A number that is written with words, all of it: 一万二千, 5千, 1万2千, 十二. Of 一万二 it is not certain what it is. */
export function numberInWords(text: string): number | undefined {
  if (/\.\d+\D+\d/.test(text) || /\.\d+\D(?=.*[一二三四五六七八九])/u.test(text)) return undefined
  let [all, group, lastTimes, lastGroup] = [0, 0, Infinity, Infinity]
  let digit: string | undefined
  /** What a digit without a word behind it would be of. */
  let [before, isAfterZero] = [1, false]
  for (const part of text.match(PARTS) ?? []) {
    const times = TIMES.get(part) ?? GROUPS.get(part)
    if (times === undefined) {
      const isZero = DIGITS.get(part) === 0
      if (digit !== undefined || (!DIGITS.has(part) && !/^\d/.test(part))) return undefined
      if (isZero && text !== part) isAfterZero = true
      else digit = part
    } else if (TIMES.has(part)) {
      if (times >= lastTimes || (digit === undefined && (times > 10 || group > 0))) return undefined
      group += valueOf(digit ?? '一') * times
      ;[lastTimes, before, digit, isAfterZero] = [times, times, undefined, false]
    } else {
      group += digit === undefined ? 0 : valueOf(digit)
      if (times >= lastGroup || group === 0) return undefined
      all += group * times
      ;[group, lastTimes, lastGroup, before, digit, isAfterZero] = [0, Infinity, times, times, undefined, false]
    }
  }
  if (digit !== undefined) {
    const isShort = before > 10 && !isAfterZero && String(before).length - 1 !== digit.length
    if (isShort || (before > 1 && valueOf(digit) >= before)) return undefined
    group += valueOf(digit)
  }
  return text === '' ? undefined : Number((all + group).toFixed(6))
}

/** Whether a text has a numeral that is a word. */
export function hasChineseNumeral(text: string): boolean {
  return Array.from(text).some((sign) => DIGITS.has(sign) || TIMES.has(sign) || GROUPS.has(sign))
}

function valueOf(digit: string): number {
  return DIGITS.get(digit) ?? Number(digit)
}
