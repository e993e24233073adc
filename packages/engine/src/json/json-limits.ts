import { MEBI } from './mebi.ts'

/** How much JSON is read. Lower them where strangers can send JSON. */
export interface JsonLimits {
  /** Characters of the text, in UTF-16 units. */
  characters: number
  /** Levels of objects and lists: hostile depth is found before a parser builds it in memory. */
  depth: number
  /** Objects and lists: a short text can hold millions of empty ones, each far larger in memory than its two characters. */
  containers: number
}

export const JSON_LIMITS: JsonLimits = { characters: 64 * MEBI, depth: 48, containers: Infinity }
