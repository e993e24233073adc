import type { Given } from '../plan/fact.ts'
import type { Layout, LayoutEntry, Scope } from '../plan/scope.ts'

/** A layout made ready for reading. */
export interface PropertyLayout {
  readonly properties: ReadonlyMap<string, Property>
  /** Stands before the first property. */
  readonly start: Property
  /** Slots of the facts in it, those of the groups in it included. */
  readonly slots: readonly number[]
}

/** The form of a whole record. */
export interface RecordLayout extends PropertyLayout {
  readonly scope: Scope
  /** Slot of the fact that the record's key is, or -1. */
  readonly keySlot: number
}

/** What stands at a property: a fact, a group with its form, or a list with the form of its records. */
export class Property {
  readonly name: string
  readonly fact: Given | undefined
  readonly group: PropertyLayout | undefined
  readonly list: RecordLayout | undefined
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
    this.list = entry?.kind === 'list' ? recordLayout(entry.scope) : undefined
    this.nullable = entry?.kind === 'group' && entry.none !== undefined
  }
}

/** The text as V8 keeps keys of objects: two such are compared by address, and other texts letter by letter. */
function asKey(text: string): string {
  return Object.keys({ [text]: true })[0]!
}

const forms = new WeakMap<Scope, RecordLayout>()

export function recordLayout(scope: Scope): RecordLayout {
  let form = forms.get(scope)
  if (!form) {
    const key = scope.keyed ? scope.given.find((fact) => fact.isKey) : undefined
    forms.set(scope, (form = { ...propertyLayout(scope.layout), scope, keySlot: key ? key.slot : -1 }))
  }
  return form
}

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
