export type PersonalKind = 'identity-number' | 'mobile-number'

const IDENTITY = /(?<![0-9A-Za-z])[1-9]\d{5}(\d{8})\d{3}[\dXx](?![0-9A-Za-z])/g
const OLD_IDENTITY = /(?<![0-9A-Za-z])[1-9]\d{5}(\d{6})\d{3}(?![0-9A-Za-z])/g
/** The day of birth, or what follows it, is masked. */
const MASKED_IDENTITY = /(?<![0-9A-Za-z])[1-9]\d{5}(?:\d{8}[xX*]{4}|[xX*]{8}\d{3}[\dXx])(?![0-9A-Za-z])/
/** So Excel shows a number of 18 digits. */
const IN_POWERS_OF_TEN = /^[1-9]\.\d{5,}E\+17$/
const MOBILE = /(?<!\d)(?:(?:\+|00)?86)?1[3-9]\d{9}(?!\d)/
const MASKED_MOBILE = /(?<!\d)1[3-9]\d(?:[xX*]{4}\d{4}|\d{4}[xX*]{4})(?![0-9A-Za-z])/

/** The weights of the first 17 digits in GB 11643-1999. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/**
 * Whether a text holds what looks like an identity number of a citizen (18 digits whose day and check digit are right, or
 * the 15 of before 1999) or like a mobile number of mainland China; parts of it may be masked.
 */
export function looksPersonal(text: string): PersonalKind | undefined {
  const plain = text.normalize('NFKC').replaceAll('×', 'X')
  const joined = plain.replaceAll(/(?<=\d)[ -](?=[\dXx*])/g, '')
  return kindOf(plain) ?? (joined === plain ? undefined : kindOf(joined))
}

function kindOf(text: string): PersonalKind | undefined {
  const holdsIdentity =
    IN_POWERS_OF_TEN.test(text.trim()) ||
    MASKED_IDENTITY.test(text) ||
    [...text.matchAll(IDENTITY)].some(([number, day = '']) => isDay(day) && hasCheckDigit(number)) ||
    [...text.matchAll(OLD_IDENTITY)].some(([, day = '']) => isDay(`19${day}`))
  if (holdsIdentity) return 'identity-number'
  return MOBILE.test(text) || MASKED_MOBILE.test(text) ? 'mobile-number' : undefined
}

/** Whether `YYYYMMDD` is a day on which somebody alive may have been born. */
function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number)
  const date = new Date(Date.UTC(year!, month! - 1, day))
  return year! >= 1900 && year! < 2100 && date.getUTCMonth() === month! - 1 && date.getUTCDate() === day
}

function hasCheckDigit(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return CHECK_DIGITS[sum % 11] === number[17]!.toUpperCase()
}
