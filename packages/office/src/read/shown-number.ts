const DIGITS = '〇一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'

/** How Word shows a number, by the names that OOXML has for it; figures where it has another name. */
const SHOWN: Readonly<Record<string, (number: number) => string>> = {
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: (number) => String(number).replaceAll(/\d/gu, (digit) => signFrom('０', Number(digit))),
  upperLetter: (number) => letters(number).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerRoman: roman,
  ordinal: (number) => `${number}${ordinalEnd(number)}`,
  chineseCounting: (number) => counted(number, DIGITS, '十百'),
  chineseCountingThousand: (number) => counted(number, DIGITS, '十百'),
  japaneseCounting: (number) => counted(number, DIGITS, '十百'),
  taiwaneseCounting: (number) => counted(number, DIGITS, '十百'),
  taiwaneseCountingThousand: (number) => counted(number, DIGITS, '十百'),
  chineseLegalSimplified: (number) => counted(number, LEGAL, '拾佰', true),
  ideographDigital: (number) => String(number).replaceAll(/\d/gu, (digit) => DIGITS[Number(digit)]!),
  ideographTraditional: (number) => '甲乙丙丁戊己庚辛壬癸'[number - 1] ?? String(number),
  ideographZodiac: (number) => '子丑寅卯辰巳午未申酉戌亥'[number - 1] ?? String(number),
  decimalEnclosedCircle: (number) => enclosed('①', number, 20),
  decimalEnclosedCircleChinese: (number) => enclosed('①', number, 20),
  decimalEnclosedParen: (number) => enclosed('⑴', number, 20),
  decimalEnclosedFullstop: (number) => enclosed('⒈', number, 20),
  ideographEnclosedCircle: (number) => enclosed('㊀', number, 10),
  none: () => '',
}

/** A number as Word shows it in a format: 12 as 十二 in `chineseCounting`. */
export function shownNumber(number: number, format: string): string {
  return SHOWN[format]?.(number) ?? String(number)
}

function signFrom(first: string, offset: number): string {
  return String.fromCodePoint(first.codePointAt(0)! + offset)
}

function enclosed(first: string, number: number, last: number): string {
  return number >= 1 && number <= last ? signFrom(first, number - 1) : String(number)
}

/** a, b, … z, aa, bb. */
function letters(number: number): string {
  return number < 1 ? String(number) : signFrom('a', (number - 1) % 26).repeat(Math.ceil(number / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  let [rest, words] = [number, '']
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) words += sign
  return words
}

function ordinalEnd(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

/** Below a thousand in tens and hundreds, and from there on in figures; ten is 十, or 壹拾 where each has its digit. */
function counted(number: number, digits: string, units: string, isFull = false): string {
  if (number < 1 || number > 999) return number === 0 ? digits[0]! : String(number)
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const high = hundreds === 0 ? '' : `${digits[hundreds]}${units[1]}`
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? digits[0]!.replace('〇', '零') : ''
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 && !isFull ? '' : digits[tens]}${units[0]}`
  return high + zero + ten + (ones === 0 ? '' : digits[ones]!)
}
