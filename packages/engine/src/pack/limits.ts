import { JSON_LIMITS } from '../json/json-limits.ts'

/** How large a pack may be. A caller may raise them for packs it trusts. */
export interface Limits {
  /** Characters of one file. */
  fileCharacters: number
  /** Levels of objects and lists in one file. */
  depth: number
  /** Requirements, facts or parameters, each. */
  entries: number
}

export const DEFAULT_LIMITS: Limits = { fileCharacters: 2_000_000, depth: JSON_LIMITS.depth, entries: 20_000 }
