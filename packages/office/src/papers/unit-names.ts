import { pathOf, pointerOf, isObject, type Plan, type RecordReference } from '@tiaoli/engine/plan'
import type { PaperSource } from './paper.ts'

type Scope = Plan['root']

/** A record of the ledger by its scope and place. */
export interface Unit {
  readonly scope: Scope
  readonly pointer: string
  readonly name: string
  /** How papers that are sent call it: they have no ids of persons and events, and a blank for a name that nobody gave. */
  readonly sent: string
  /** Whether `sent` has a blank for whom or what it is. */
  readonly isBlank: boolean
  readonly isOrganization: boolean
}

/** How papers call the records of a ledger. */
export class UnitNames {
  /** The ids of organizations that were called by them, for they have no name. */
  readonly unnamed = new Set<string>()
  readonly #source: PaperSource
  /** A table has many rows of one unit. */
  readonly #units = new Map<Scope, Map<string, Unit>>()

  constructor(source: PaperSource) {
    this.#source = source
  }

  /** The record, called by its name, else by its id; what belongs to an organization is called after that. */
  unitOf({ scope, pointer }: Pick<RecordReference, 'scope' | 'pointer'>): Unit {
    return this.#unit(this.#source.policy.plan.scopes.get(scope)!, pointer)
  }

  /** The records around one, from the nearest to the whole ledger, itself the first. */
  around({ scope, pointer }: Pick<Unit, 'scope' | 'pointer'>): Unit[] {
    const units: Unit[] = []
    let place = pathOf(pointer)
    for (let at: Scope | undefined = scope; at; at = at.parent) {
      units.push(this.#unit(at, pointerOf(place)))
      place = place.slice(0, -2)
    }
    return units
  }

  #unit(scope: Scope, pointer: string): Unit {
    const units = this.#units.get(scope) ?? new Map<string, Unit>()
    this.#units.set(scope, units)
    const unit = units.get(pointer) ?? this.#named(scope, pointer)
    units.set(pointer, unit)
    return unit
  }

  #named(scope: Scope, pointer: string): Unit {
    const own = isOrganization(scope)
    const isBlank = scope.parent !== undefined && !own && !scope.keyed
    const sent = () => this.#nameOf(scope, pointer, true)
    return {
      scope,
      pointer,
      name: this.#nameOf(scope, pointer, false),
      get sent() {
        return sent()
      },
      isBlank,
      isOrganization: own,
    }
  }

  #nameOf(scope: Scope, pointer: string, isSent: boolean): string {
    const { ledger, names = {}, language } = this.#source
    const place = pathOf(pointer)
    const record = place.reduce<unknown>((value, step) => (isSteppable(value) ? value[step] : undefined), ledger)
    const [name, id] = isObject(record) ? [record['name'], record['id']] : []
    const known = typeof name === 'string' ? name : typeof id === 'string' ? names[id] : undefined
    if (known !== undefined) return known
    const label = scope.label[language]
    if (!scope.parent) return language === 'zh' ? `本${label}` : `the ${label}`
    if (isOrganization(scope)) return this.#unnamed(typeof id === 'string' ? id : `${label} ${number(place)}`, isSent)
    const above = this.#nameOf(scope.parent, pointerOf(place.slice(0, -2)), isSent)
    if (isSent && !scope.keyed)
      return language === 'zh' ? `${above}（${label}：　　　　）` : `${above} (${label}:          )`
    const own = scope.keyed ? String(place.at(-1)) : typeof id === 'string' ? id : number(place)
    return language === 'zh' ? `${above}（${label}${own}）` : `${above} (${label} ${own})`
  }

  #unnamed(id: string, isSent: boolean): string {
    if (!isSent) return id
    this.unnamed.add(id)
    return this.#source.language === 'zh' ? `${id}（请填写名称）` : `${id} (fill in the name)`
  }
}

/** The place of a record in its list, as people count. */
function number(place: readonly (string | number)[]): string {
  return String(Number(place.at(-1)) + 1)
}

function isSteppable(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}

/** Whether records of a scope may have names. */
export function isOrganization({ layout }: Scope): boolean {
  return [...layout.values()].some(({ kind }) => kind === 'name')
}

/** The order of records in the ledger, each before those in it. */
export function byPlace(a: string, b: string): number {
  const [first, second] = [pathOf(a), pathOf(b)]
  for (const [i, step] of first.entries()) {
    const other = second[i]
    if (other === undefined) return 1
    if (step === other) continue
    const difference = Number(step) - Number(other)
    return Number.isNaN(difference) ? (step < other ? -1 : 1) : difference
  }
  return first.length - second.length
}
