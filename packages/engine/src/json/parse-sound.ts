import { lostCharacter } from './decode-text.ts'
import type { JsonLimits } from './json-limits.ts'
import { isForbiddenName } from './forbidden-names.ts'
import { isWellFormed } from './well-formed.ts'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** In a text without halves of characters, the only way to write one. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/

/**
 * Parses a text that is surely without fault; undefined for any other, which may have some or none.
 *
 * Almost every text has none, and to know that, counting is enough: if `JSON.parse` makes as many names of a text as
 * there are colons in it, no name appears twice. So a large text costs one pass more than `JSON.parse`, and no memory.
 */
export function parseSound(text: string, limits: JsonLimits): unknown {
  if (lostCharacter(text) !== undefined || SURROGATE_ESCAPE.test(text) || !isWellFormed(text)) return undefined
  const colons = countColons(text, limits)
  if (colons === undefined) return undefined
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  return countNames(value) === colons ? value : undefined
}

/**
 * The colons between names and values, in one pass. Undefined where that would not do: the text is too deep or holds
 * too much to be parsed, a string does not end, or a name is written with escapes.
 */
function countColons(text: string, { depth, containers }: JsonLimits): number | undefined {
  let colons = 0
  let levels = 0
  let opened = 0
  let backslash = next(text, '\\', 0)
  let isEscaped = false
  for (let i = 0; i < text.length; i++)
    switch (text.charCodeAt(i)) {
      case 0x22: // "
        i = next(text, '"', i + 1)
        isEscaped = backslash < i
        for (; backslash < i; backslash = next(text, '\\', backslash + 2))
          if (backslash === i - 1) i = next(text, '"', i + 1)
        if (i === Infinity) return undefined
        break
      case 0x3a: // :
        if (isEscaped) return undefined
        colons++
        break
      case 0x5b: // [
      case 0x7b: // {
        if (++levels > depth || ++opened > containers) return undefined
        break
      case 0x5d: // ]
      case 0x7d: // }
        levels--
    }
  return colons
}

/** Where a character is next; Infinity where it does not follow. */
function next(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from)
  return at < 0 ? Infinity : at
}

/** The names in a value; NaN, which equals no number, where a name is forbidden or a number is not finite. */
function countNames(value: Json): number {
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : NaN
  if (typeof value !== 'object' || value === null) return 0
  let names = 0
  if (Array.isArray(value)) for (const item of value) names += countNames(item)
  else for (const name in value) names += isForbiddenName(name) ? NaN : 1 + countNames(value[name]!)
  return names
}
