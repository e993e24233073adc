import type { Given } from './fact.ts'
import type { Layout, LayoutEntry, Scope } from './scope.ts'

/** The properties of a record or a group, by name. */
export interface PropertyLayout {
  readonly properties: ReadonlyMap<string, Property>
  /** Comes before the first property. */
  readonly start: Property
  /** Slots of the facts in it, those of the groups in it included. */
  readonly slots: readonly number[]
}

/** What a property holds: a fact, a group with its layout, or a list by the scope of its records. */
export class Property {
  readonly name: string
  readonly fact: Given | undefined
  readonly group: PropertyLayout | undefined
  readonly list: Scope | undefined
  /** What else it holds: the name of the record, the day of the ledger, or which lists are complete. */
  readonly other: Other['kind'] | undefined
  /** Whether a group may be none. */
  readonly nullable: boolean
  /**
   * What came after it last, and itself before anything did. Most records give their properties in the same order, so
   * that this need not be searched.
   */
  next: Property = this

  constructor(name: string, entry?: LayoutEntry) {
    this.name = asKey(name)
    this.fact = entry?.kind === 'fact' ? entry.fact : undefined
    this.group = entry?.kind === 'group' ? propertyLayout(entry.layout) : undefined
    this.list = entry?.kind === 'list' ? entry.scope : undefined
    this.other = entry && isOther(entry) ? entry.kind : undefined
    this.nullable = entry?.kind === 'group' && entry.none !== undefined
  }
}

type Other = Extract<LayoutEntry, { kind: 'name' | 'ledgerDay' | 'completeness' }>

function isOther(entry: LayoutEntry): entry is Other {
  const { kind } = entry
  return kind === 'name' || kind === 'ledgerDay' || kind === 'completeness'
}

/** The text as V8 keeps keys of objects: two such are compared by address, and other texts letter by letter. */
function asKey(text: string): string {
  return Object.keys({ [text]: true })[0]!
}

/** Lays out the records of scopes, once their facts are declared. */
export function layOutRecords(scopes: Iterable<Scope>): void {
  for (const scope of scopes) scope.recordLayout = propertyLayout(scope.layout)
}

export const NO_PROPERTIES: PropertyLayout = { properties: new Map(), start: new Property(''), slots: [] }

function propertyLayout(layout: Layout): PropertyLayout {
  const properties = new Map<string, Property>()
  const slots: number[] = []
  for (const [name, entry] of layout) {
    const property = new Property(name, entry)
    properties.set(property.name, property)
    if (property.fact) slots.push(property.fact.slot)
    if (property.group) slots.push(...property.group.slots)
  }
  return { properties, start: new Property(''), slots }
}
