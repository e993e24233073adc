import { says } from '../values/text-form.ts'
import { withMasks } from './masked-name.ts'
import { areOtherWords, isNoGivenName, NOT_IN_ENGLISH_NAMES, withoutOffice } from './no-names.ts'
import { SURNAMES } from './surnames.ts'

/** The name of one person, or why a text is none. */
export type PersonReading = { readonly name: string } | { readonly fault: 'several-persons' | 'no-person' }

const NO_PERSON = { fault: 'no-person' } as const
const SEVERAL = { fault: 'several-persons' } as const

/** What is known of the words of a text. */
interface Words {
  readonly isTitle: (word: string) => boolean
  readonly isOther: (letters: string) => boolean
  /** How persons are spoken of behind their names: 同志. */
  readonly addresses: readonly string[]
}

/** What else is known where a name is read. */
export interface KnownOfPersons {
  /** Tells letters that are something else, such as the name of a county. */
  readonly isOther?: (letters: string) => boolean
  readonly words?: PersonWords | undefined
}

/** What the workbooks of a policy have where persons are named. */
export interface PersonWords {
  /** What stands behind names of persons, as 同志 does anywhere. */
  readonly addressed?: readonly string[] | undefined
  /** Forms of texts that are no name of a person: …书记…. */
  readonly noPersons?: readonly string[] | undefined
}

/**
 * Who is named, without what stands with a name and does not change who it is: 张甲同志, 书记：张甲, Mr John Smith.
 * `titles` are the headings over the cell: an office that is named in them may stand before a name.
 */
export function readPerson(
  text: string,
  titles: readonly string[] = [],
  { isOther = () => false, words: { addressed = [], noPersons = [] } = {} }: KnownOfPersons = {},
): PersonReading {
  const plain = withMasks(
    text
      .normalize('NFKC')
      .replaceAll(/[•・‧∙]/g, '·')
      .trim(),
  )
  return /\p{Script=Han}/u.test(plain)
    ? inChinese(plain, titles, {
        isOther: (letters) => isOther(letters) || says(noPersons, [letters]),
        addresses: [...ADDRESSES, ...addressed],
      })
    : inOtherScript(plain)
}

const ADDRESSES = ['同志', '先生', '女士']
/** What says more of a person, and not of the office: （女）, （回族）. */
const IN_BRACKETS = /\((?:[男女]|女士|先生|[\p{Script=Han}]{1,4}族)(?:[,、](?:[男女]|[\p{Script=Han}]{1,4}族))*\)$/u
/** The body whose staff somebody is: 市司法局钟某. */
const BODY =
  /^(?:(?![原前曾由拟暂待请另未不])\p{Script=Han}){0,12}(?:局|党组|党委|律协|协会|办公室)(?=[\p{Script=Han}]{2})/u

function inChinese(plain: string, titles: readonly string[], known: Omit<Words, 'isTitle'>): PersonReading {
  const isTitle = (word: string) =>
    word.length > 1 && titles.some((heading) => heading.normalize('NFKC').replaceAll(/\s/g, '').includes(word))
  const parts = plain
    .replace(IN_BRACKETS, '')
    .split(/[、,;/&→⇒]|[-—=]+>/)
    .filter((part) => part.trim() !== '' && !known.addresses.includes(part.trim()))
  if (parts.some((part) => isOneOfMore(part, { ...known, isTitle }))) return SEVERAL
  const names = parts.flatMap((part) => namesIn(part, { ...known, isTitle }))
  if (names.length === 0) return NO_PERSON
  return parts.length > 1 || names.length > 1 ? SEVERAL : { name: names[0]! }
}

/** 张三等, 张三等3人: others are meant beside who is named. */
function isOneOfMore(part: string, known: Words): boolean {
  const [, before] = /^(.+)等(?:[\d一二两三四五六七八九十]*[人名位])?(?:同志)?$/u.exec(part.replaceAll(/\s/g, '')) ?? []
  return before !== undefined && namesIn(before, known).length > 0
}

/** The names between two commas: of several persons where spaces, lines or 和 divide them. */
function namesIn(part: string, known: Words): string[] {
  const { isTitle, addresses } = known
  const words = part
    .replace(/^([^:]*):/, (whole, title: string) => (isTitle(title.replaceAll(/\s/g, '')) ? '' : whole))
    .split(/\s+/)
    .filter((word) => word !== '' && !addresses.includes(word) && !isTitle(word))
  const each = words.flatMap((word) => nameOf(word, known) ?? [])
  if (each.length > 1) return each
  const isSpaced = words.length < 2 || SURNAMES.has(words[0]!) || words.every((word) => word.length === 1)
  const whole = isSpaced ? nameOf(words.join(''), known) : undefined
  if (whole !== undefined) return [whole]
  const both = words.join('').split(/[和与及]/)
  const named = both.flatMap((word) => nameOf(word, known) ?? [])
  return both.length > 1 && named.length === both.length ? named : []
}

/** A name without what stands before or behind it. */
function nameOf(word: string, { isTitle, isOther, addresses }: Words): string | undefined {
  const bare = withoutAddress(withoutAddress(word, addresses), addresses)
  if (isChineseName(bare, isOther)) return bare
  const letters = Array.from(bare)
  const at = letters.findIndex(
    (_, i) => isTitle(letters.slice(0, i).join('')) && isChineseName(letters.slice(i).join(''), isOther),
  )
  const rest = at > 0 ? letters.slice(at).join('') : bare.replace(BODY, '')
  return rest !== bare && isChineseName(rest, isOther) ? rest : undefined
}

function withoutAddress(word: string, addresses: readonly string[]): string {
  const behind = addresses.find((one) => word.endsWith(one))
  return behind === undefined ? word : word.slice(0, -behind.length)
}

/** A surname and one letter or two, or three or four where the surname has two; or a name that has a · in it. */
function isChineseName(letters: string, isOther: Words['isOther']): boolean {
  const rest = withoutOffice(letters)
  return !isOther(letters) && isWrittenAsName(letters) && (rest === letters || !isWrittenAsName(rest))
}

function isWrittenAsName(letters: string): boolean {
  if (/^[\p{Script=Han}]{1,10}(?:·[\p{Script=Han}]{1,10}){1,3}$/u.test(letters)) return !areOtherWords(letters)
  if (!/^[\p{Script=Han}]{2,6}$/u.test(letters) || areOtherWords(letters)) return false
  const size = [4, 2, 1].find((one) => letters.length > one && SURNAMES.has(letters.slice(0, one)))
  if (size === undefined) return false
  const given = letters.slice(size)
  return (given.length <= 2 && !isNoGivenName(given)) || isOfTwoSurnames(letters)
}

/** 张王某某: the surnames of both parents before a name. */
function isOfTwoSurnames(letters: string): boolean {
  return letters.length === 4 && SURNAMES.has(letters[0]!) && SURNAMES.has(letters[1]!)
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|comrade|esq)\.?$/i
const PARTICLE = /^(?:al|bin|binti|da|de|del|den|der|di|du|el|la|le|van|von|y)$/
const CAPITAL = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u

/** Two words or more, each with a capital, as names are written in other scripts. */
function inOtherScript(plain: string): PersonReading {
  const parts = plain
    .replace(IN_BRACKETS, '')
    .split(/[,;/&\n]|\s{2,}|\sand\s/i)
    .filter((part) => /\p{L}{2}/u.test(part))
  if (parts.length > 1) return SEVERAL
  const words = (parts[0] ?? '').split(/\s+/).filter((word) => word !== '' && !TITLE.test(word))
  const isWritten = words.length > 1 && words.every((word) => CAPITAL.test(word) || PARTICLE.test(word))
  const isOther = words.some((word) => NOT_IN_ENGLISH_NAMES.has(word.toLowerCase().replace(/\.$/, '')))
  return isWritten && CAPITAL.test(words.at(-1)!) && !isOther ? { name: words.join(' ') } : NO_PERSON
}
