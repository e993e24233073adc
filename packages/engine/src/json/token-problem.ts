import { CHINESE_PUNCTUATION } from './chinese-punctuation.ts'
import type { JsonProblemCode } from './json-problem.ts'

const CHINESE_CLASS = [...CHINESE_PUNCTUATION.keys()].join('')
const INVISIBLE = String.raw`\s\p{Cc}\p{Cf}`

/** What is neither punctuation, nor space, nor a comment: a number or a word, as far as it goes. */
const TOKEN = new RegExp(String.raw`(?:[^${INVISIBLE},;；:\[\]{}"'/${CHINESE_CLASS}]|/(?![/*]))*`, 'uy')
const LITERALS = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/.source
const WHOLE_LITERAL = new RegExp(`^(?:${LITERALS})$`)
const INVISIBLE_FIRST = new RegExp(`^[${INVISIBLE}]`, 'u')

export type Found = readonly [code: JsonProblemCode, ...args: string[]]

export function tokenAt(text: string, at: number): string {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)![0]
}

/** A number, `true`, `false` or `null` before what may follow it: the quick way past most of them. */
export const LITERAL = new RegExp(String.raw`(?:${LITERALS})(?=[\s,\]}]|$)`, 'y')

export function isLiteral(token: string): boolean {
  return WHOLE_LITERAL.test(token)
}

/** What is wrong with the character here wherever JSON goes on: JSON has none such outside strings. */
export function strangeCharacter(text: string, at: number): Found | undefined {
  const character = text.charAt(at)
  const ascii = CHINESE_PUNCTUATION.get(character)
  if (ascii !== undefined) return ['chinese-punctuation', character, ascii]
  if (character === '\uFEFF') return ['byte-order-mark']
  if (INVISIBLE_FIRST.test(character)) return ['invisible-character']
  if (character === "'") return ['single-quotes']
  if (character === '#' || /^\/[/*]/.test(text.slice(at, at + 2))) return ['comment']
  return undefined
}

/** A number, a date or the like, as far as its characters tell. */
const NUMERIC = /^[+-]?[\d.][\d.eE+-]*$/

/** What is wrong with a word where a value should be, and with one that is no word. */
export function wrongValue(token: string, isWholeText: boolean): Found {
  const half = token.normalize('NFKC')
  if (half !== token && (isLiteral(half) || NUMERIC.test(half))) return ['full-width-value']
  if (/^[+-]?(?:NaN|Infinity|undefined)$/i.test(token)) return ['no-such-value']
  if (/^(?:true|false|null|none|nil)$/i.test(token)) return ['miswritten-word']
  if (/^[+-]?\.?\d|^[+-]$/.test(token)) return ['malformed-number']
  return [isWholeText ? 'not-json' : 'unquoted-text']
}

/** Whether a value can begin so, so that what is missing is a comma or a colon before it. */
export function beginsValue(character: string): boolean {
  return /["{[\p{L}\p{N}+\-.]/u.test(character)
}
