import type { Conflict } from './record-index.ts'
import type { Fact, Given } from './fact.ts'
import type { Scope } from './scope.ts'
import type { StreamTotals } from './stream-totals.ts'
import { UNKNOWN, type Unknown, type Value } from '../values/value.ts'

/** A record by its id, its name and its place. */
export interface NamedRecord {
  readonly scope: string
  /** The record's id, or its pointer where it has none. */
  readonly id: string
  /** The name of the organization, if the ledger gives it. */
  readonly name?: string
  /** RFC 6901 pointer into the ledger. */
  readonly pointer: string
}

/** Which record a finding is about. */
export interface RecordReference extends NamedRecord {
  /** Where it has neither id nor name: the ids that the catalogue says it is known by, such as its person’s. */
  readonly knownAs?: readonly string[]
  /** Where it has neither id nor name: the records that it is in, from the top, without the ledger as a whole. */
  readonly within?: readonly NamedRecord[]
}

/** One record of the ledger. */
export class LedgerRecord {
  readonly scope: Scope
  readonly parent: LedgerRecord | undefined
  /** Place in its list, or the year for a keyed record. */
  readonly position: number
  /** Given facts first, derived ones behind; see `Scope.slots`. */
  readonly values: Value[]
  /** The stamp under which each derived value was computed, by `Derived.mark`; 0 before that. */
  readonly stamps: number[]
  /** Records below, by the scope's `childIndex`; undefined where the list is unknown. See `setList`. */
  children: (LedgerRecord[] | undefined)[]
  /** Keyed lists of which it is known that all years, or some, have no record; by `childIndex`. */
  empty: Map<number, 'all' | ReadonlySet<number>> | undefined
  /** What the ledger says of whether lists are complete, by `childIndex`. */
  completeness: Map<number, boolean> | undefined
  /** What references lead to, by the fact's `linkIndex`. See `setLink`. */
  links: (LedgerRecord | null | Unknown)[]
  /** Records that refer to this one, by place in the scope's `referredBy`. */
  readonly referrers: LedgerRecord[][]
  /** The name of an organization. */
  name: string | undefined
  /** Made when first asked for. */
  pointer: string | undefined
  reference: RecordReference | undefined
  /** Derived facts known from running totals, whose records are not held. */
  totals: StreamTotals | undefined
  /** Not in the ledger: tried out for `whatIf`, or a year that is not written. */
  isAdded = false
  /** Dates after `asOf` as they were given, by slot: they read as null, but checks count them. */
  ahead: Map<number, number | Unknown> | undefined
  /** Facts that were not given and are narrowed by others of the record. */
  narrowed: readonly Given[] | undefined
  /** What taints a fact, by the fact's slot. */
  conflicts: Map<number, Conflict[]> | undefined

  constructor(scope: Scope, parent: LedgerRecord | undefined, position: number) {
    this.scope = scope
    this.parent = parent
    this.position = position
    this.values = scope.blank.slice()
    this.stamps = zeros(scope.slots - scope.given.length)
    this.children = noLists(scope.children.length)
    this.links = noLinks(scope.references.length)
    this.referrers = scope.referredBy.length === 0 ? NONE : scope.referredBy.map(() => [])
  }

  /** A given fact, or a derived one that is computed already. */
  value({ slot }: Fact): Value {
    return this.at(slot)
  }

  at(slot: number): Value {
    return this.values[slot] as Value
  }

  /** What a reference leads to. */
  link({ linkIndex }: Given): LedgerRecord | null | Unknown {
    return this.links[linkIndex] as LedgerRecord | null | Unknown
  }

  setList({ childIndex }: Scope, records: LedgerRecord[] | undefined): void {
    if (this.children === noLists(this.children.length)) this.children = this.children.slice()
    this.children[childIndex] = records
  }

  setLink({ linkIndex }: Given, target: LedgerRecord | null | Unknown): void {
    if (this.links === noLinks(this.links.length)) this.links = this.links.slice()
    this.links[linkIndex] = target
  }

  /** Whether a list is given, and not declared incomplete. */
  isListed({ childIndex, keyed }: Scope): boolean {
    return this.children[childIndex] !== undefined && (keyed || this.completeness?.get(childIndex) !== false)
  }

  /** Whether a keyed list is known to give every year: others are unknown, see `unwrittenYears`. */
  isComplete({ childIndex }: Scope): boolean {
    return (
      this.empty?.get(childIndex) === 'all' ||
      (this.completeness?.get(childIndex) === true && this.children[childIndex] !== undefined)
    )
  }

  /**
   * The keyed record of a year: null if it certainly does not exist, unknown if it was not given. A list that is declared
   * complete is so up to `lastYear`, the year in which the ledger was drawn up: it cannot know what came later.
   */
  recordOf(scope: Scope, year: number, lastYear: number): LedgerRecord | null | Unknown {
    const index = scope.childIndex
    const empty = this.empty?.get(index)
    if (empty !== undefined && empty !== 'all' && empty.has(year)) return null
    const known = this.children[index]?.find((record) => record.position === year)
    return known ?? (year <= lastYear && this.isComplete(scope) ? null : UNKNOWN)
  }
}

/** Most records have nothing of some kind, and a list of nothing need not be made for each. */
const NONE: never[] = []

function zeros(length: number): number[] {
  if (length === 0) return NONE
  const list = new Array<number>(length)
  for (let i = 0; i < length; i++) list[i] = 0 // a loop of few steps, less than a call of `fill`
  return list
}

/** Lists of one value by their length, for all records to share until they put something into theirs. */
function sharedLists<T>(value: T): (length: number) => T[] {
  const byLength: T[][] = []
  return (length) => (byLength[length] ??= new Array<T>(length).fill(value))
}

const noLists = sharedLists<LedgerRecord[] | undefined>(undefined)
const noLinks = sharedLists<LedgerRecord | null | Unknown>(UNKNOWN)

/** How a record is named: by its id fact, or by its place in the ledger. */
export function recordName(record: LedgerRecord): string {
  return idOf(record) ?? recordPointer(record)
}

/** The value of a record's id fact, where it has one. */
export function idOf({ scope, values }: LedgerRecord): string | undefined {
  const id = scope.id && values[scope.id.slot]
  return typeof id === 'string' ? id : undefined
}

/** RFC 6901 pointer to a record in the ledger. */
export function recordPointer(record: LedgerRecord): string {
  if (record.parent === undefined) return ''
  return (record.pointer ??= `${recordPointer(record.parent)}/${record.scope.list}/${record.position}`)
}
