import { remembered } from './remembered.ts'
export type PersonalKind = 'identity-number' | 'mobile-number' | 'telephone-number'

const DAY = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`
const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])'
/** Of 18 digits, one of province, century and day of birth may be mistyped, and the check digit always. */
const IDENTITY_FORMS = [
  String.raw`[1-9]\d{5}(?:19|20)\d{2}${DAY}\d{3}`,
  String.raw`${PROVINCE}\d{4}(?:19|20)\d{9}`,
  String.raw`${PROVINCE}\d{8}${DAY}\d{3}`,
]
const IDENTITY = new RegExp(String.raw`(?<![0-9A-Za-z])(?:${IDENTITY_FORMS.join('|')})[\dXx](?![0-9A-Za-z])`)
/** The 15 of before 1999. */
const OLD_IDENTITY = new RegExp(String.raw`(?<![0-9A-Za-z])[1-9]\d{7}${DAY}\d{3}(?![0-9A-Za-z])`)
/** The day of birth, or what follows it, is masked. */
const MASKED_IDENTITY = /(?<![0-9A-Za-z])[1-9]\d{5}(?:\d{8}[xX*]{4}|[xX*]{8}\d{3}[\dXx])(?![0-9A-Za-z])/
/** So Excel shows a number of 18 digits. */
const IN_POWERS_OF_TEN = /^[1-9]\.\d{5,}E\+17$/
const MOBILE = /(?<!\d)(?:(?:\+|00)?86)?1[3-9]\d{9}(?!\d)/
const MASKED_MOBILE = /(?<!\d)1[3-9]\d(?:[xX*]{4}\d{4}|\d{4}[xX*]{4})(?![0-9A-Za-z])/
const AREA = String.raw`0(?:10|2\d|[3-9]\d{2})`
/** A landline has its area before it: 8123456 alone may be an amount. A number of another kind does not begin with 0. */
const LANDLINE = new RegExp(
  String.raw`(?<![\d.年月-])(?:\(${AREA}\)\s?|${AREA}[-–—]\s?|${AREA}\s?(?=[2-8]\d{6}))[2-8]\d{2,3}[- ]?\d{4}(?![\d.])`,
)
/** The same, from abroad. */
const LANDLINE_FROM_ABROAD = /(?<!\d)(?:\+|00)86[- ]?(?:10|2\d|[3-9]\d{2})[- ]?[2-8]\d{6,7}(?!\d)/

/**
 * Whether a text holds what looks like an identity number of a citizen (18 digits, or the 15 of before 1999, with a slip in
 * its check digit or its day of birth or without) or like a mobile number, or a landline with its area, of mainland China;
 * parts of the first two may be masked.
 */
export function looksPersonal(text: string): PersonalKind | undefined {
  return personalIn(text).kind
}

/** In an object: nothing is remembered of what is not there. */
const personalIn = remembered((text) => ({ kind: personalKindOf(text) }))

function personalKindOf(text: string): PersonalKind | undefined {
  const plain = text.normalize('NFKC').replaceAll('×', 'X')
  const joined = plain.replaceAll(/(?<=\d)[ -](?=[\dXx*])/g, '')
  return kindOf(plain) ?? kindOf(joined) ?? (isLandline(plain) ? 'telephone-number' : undefined)
}

function kindOf(text: string): PersonalKind | undefined {
  const holdsIdentity = [IDENTITY, OLD_IDENTITY, MASKED_IDENTITY].some((form) => form.test(text))
  if (holdsIdentity || IN_POWERS_OF_TEN.test(text.trim())) return 'identity-number'
  return MOBILE.test(text) || MASKED_MOBILE.test(text) ? 'mobile-number' : undefined
}

function isLandline(text: string): boolean {
  return LANDLINE.test(text) || LANDLINE_FROM_ABROAD.test(text)
}
