import type { Text } from '../text/text.ts'
import type { Value } from '../values/value.ts'
import type { Given } from './fact.ts'
import type { PropertyLayout } from './record-layout.ts'

/**
 * A kind of record in the ledger. The root is the ledger itself; the others are lists in another scope's
 * records, keyed by year where `keyed` is true.
 */
export interface Scope {
  readonly name: string
  readonly label: Text
  readonly parent: Scope | undefined
  /** The property of the parent's record that holds the list. */
  readonly list: string
  readonly keyed: boolean
  /** The fact that a record's key is, where the catalogue declares it: `year` for `year.year`. */
  readonly key: string | undefined
  /** That fact, where the catalogue declares it. */
  keyFact: Given | undefined
  /** What `null` in place of a keyed list means. */
  readonly none: Text | undefined
  /** Whether a record reports an event, which nobody can change afterwards. */
  readonly isEvent: boolean
  /** Place among the parent's `children`. */
  readonly childIndex: number
  readonly children: Scope[]
  /** Given facts, in slot order: the first slots of a record. */
  readonly given: Given[]
  /** How many slots a record has: given facts first, then derived ones. */
  slots: number
  /** What a record's values are before any is given: unknown, and certain where a fact cannot be null. */
  blank: Value[]
  /** The given fact by which records are named, if there is one. */
  id: Given | undefined
  /** Facts by which people know a record that has no id of its own. */
  readonly naming: Given[]
  /** Reference facts of this scope, in the order of `links`. */
  readonly references: Given[]
  /** Reference facts that point at this scope, in the order of `referrers`. */
  readonly referredBy: Given[]
  /** How a record's properties are read. */
  readonly layout: Layout
  /** The same with the layouts of groups and lists below, for reading; set once every fact is declared. */
  recordLayout: PropertyLayout
}

/** What a property of a record holds. */
export type LayoutEntry =
  | { kind: 'fact'; fact: Given }
  | { kind: 'list'; scope: Scope }
  /** The name of an organization, which is public and shown beside its id. */
  | { kind: 'name' }
  /** Whether each list below is complete: keyed lists give every year, others every record. */
  | { kind: 'completeness' }
  /** The day on which the ledger was drawn up. */
  | { kind: 'ledgerDay' }
  | { kind: 'group'; none: Text | undefined; label: Text | undefined; layout: Layout }

export type Layout = Map<string, LayoutEntry>

/** The scopes on the way down from one to another, which is the last of them. */
export function scopesBelow(from: Scope, to: Scope): Scope[] {
  const way: Scope[] = []
  for (let at = to; at !== from; at = at.parent!) way.unshift(at)
  return way
}

export function isWithin(scope: Scope, ancestor: Scope): boolean {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at === ancestor) return true
  return false
}
