import { JSON_LIMITS } from '../json/json-limits.ts'

/** How large a pack may be. A caller may raise them for packs it trusts. */
export interface Limits {
  /** Characters of one file. */
  fileCharacters: number
  /** Levels of objects and lists in one file. */
  depth: number
  /** Requirements, facts or parameters, each. */
  entries: number
  /** Objects in the ledgers of the cases of a pack, each counted for every requirement and year that its case asks about. */
  caseObjects: number
}

export const DEFAULT_LIMITS: Limits = {
  fileCharacters: 2_000_000,
  depth: JSON_LIMITS.depth,
  entries: 20_000,
  caseObjects: 100_000,
}
