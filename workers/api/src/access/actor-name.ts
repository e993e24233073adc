import { areAlike } from './alike-names.ts'

/** Names under which the service itself acts. No token is issued to them. */
export const SERVICE = 'service'
export const BUNDLE = 'bundle'
export const ANONYMOUS = 'anonymous'
/** Who has the token that a new service begins with. */
export const FIRST_ADMIN = 'first-admin'

const RESERVED_NAMES: ReadonlySet<string> = new Set([SERVICE, BUNDLE, ANONYMOUS, FIRST_ADMIN])

/** Letters of other alphabets that look like Latin ones, or are read beside them. Chinese and Latin letters stand together. */
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Cherokee',
  'Coptic',
  'Lisu',
  'Georgian',
  'Arabic',
  'Hebrew',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{C}/u

/** Whether a name can be told from others by its look: nothing unseen in it, and no two alphabets that look alike. */
export function isPlainName(name: string): boolean {
  return !UNSEEN.test(name) && SCRIPTS.filter((script) => script.test(name)).length <= 1
}

/**
 * The one spelling of a person's name, by a token as by Cloudflare Access: `Li@x.cn ` is `li@x.cn`. The four-eyes rule
 * compares names in this spelling.
 */
export function normalizeActorName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

/** Whether a name is one of the service's own, or looks like one. */
export function isReservedName(name: string): boolean {
  return [...RESERVED_NAMES].some((reserved) => areAlike(name, reserved))
}
