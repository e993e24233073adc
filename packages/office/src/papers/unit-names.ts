import type { Language } from '@tiaoli/engine/names'
import { pathOf, pointerOf, isObject, type Plan, type RecordReference } from '@tiaoli/engine/plan'
import { isArea, isOrganization, pointersOf } from './records-of.ts'
import { keyOf } from '../values/words.ts'
import type { PaperSource } from './paper.ts'

type Scope = Plan['root']

/** A record of the ledger by its scope and place. */
export interface Unit {
  readonly scope: Scope
  readonly pointer: string
  /** What has no name is called by what it is and by its place in the ledger. No paper has ids. */
  readonly name: string
  /** How papers that are sent call it: with a blank for what has no name. */
  readonly sent: string
  /** How the office is told of it: with the id, by which it is found in the files of the office. */
  readonly forOffice: string
  /** Whether `sent` has a blank for whom or what it is. */
  readonly isBlank: boolean
  readonly isOrganization: boolean
}

/** Of what records are called: the ledger, and names beside it. */
export type NamedLedger = Pick<PaperSource, 'policy' | 'ledger' | 'names' | 'language'>

/**
 * How papers and templates call the records of a ledger. Where several of a kind have one name, the name of what is
 * around each stands with it.
 */
export class UnitNames {
  /** How those organizations are called for the office that have no name and stand in papers that are sent. */
  readonly unnamed = new Set<string>()
  /** The same of those that nothing but their place in the ledger tells from others of their name. */
  readonly alike = new Set<string>()
  readonly #source: NamedLedger
  /** How many of a kind are called the same. */
  readonly #times = new Map<Scope, Map<string, number>>()
  /** A table has many rows of one unit. */
  readonly #units = new Map<Scope, Map<string, Unit>>()
  readonly #places = new Map<Scope, ReadonlyMap<string, number>>()

  constructor(source: NamedLedger) {
    this.#source = source
  }

  get language(): Language {
    return this.#source.language
  }

  /** The record, called by its name; what belongs to an organization is called after that. */
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
    const hasName = this.#known(pointer).name !== undefined
    const isAlike = own && this.#isAlike(scope, pointer)
    const isKnown = own ? hasName : this.#personOf(scope, pointer) !== undefined
    const isBlank = scope.parent !== undefined && !scope.keyed && !isKnown
    const name = this.#nameOf(scope, pointer, false)
    const sent = () => {
      if (own && !hasName) this.unnamed.add(this.#forOffice(name, pointer, true))
      if (isAlike) this.alike.add(this.#forOffice(name, pointer, true))
      return this.#nameOf(scope, pointer, true)
    }
    return {
      scope,
      pointer,
      name,
      get sent() {
        return sent()
      },
      forOffice: this.#forOffice(name, pointer, isAlike || !hasName),
      isBlank,
      isOrganization: own,
    }
  }

  #nameOf(scope: Scope, pointer: string, isSent: boolean): string {
    const isChinese = this.#source.language === 'zh'
    const { name } = this.#known(pointer)
    if (name !== undefined) {
      const beside = this.#beside(scope, pointer, isSent)
      if (beside.length === 0) return name
      return isChinese ? `${name}（${beside.join('，')}）` : `${name} (${beside.join(', ')})`
    }
    const label = scope.label[this.#source.language]
    if (!scope.parent) return isChinese ? `本${label}` : `the ${label}`
    if (isOrganization(scope)) {
      if (isSent) return isChinese ? `${label}（名称：　　　　）` : `${label} (name:          )`
      return this.#unnamed(scope, pointer)
    }
    const place = pathOf(pointer)
    const above = this.#nameOf(scope.parent, pointerAbove(pointer), isSent)
    const person = this.#personOf(scope, pointer)
    if (person !== undefined) return isChinese ? `${above}（${label}${person}）` : `${above} (${label} ${person})`
    if (isSent && !scope.keyed) return isChinese ? `${above}（${label}：　　　　）` : `${above} (${label}:          )`
    const own = scope.keyed ? String(place.at(-1)) : number(place)
    return isChinese ? `${above}（${label}${own}）` : `${above} (${label} ${own})`
  }

  /** What stands with a name that others of its kind have: the names around it, and its place where these do not tell. */
  #beside(scope: Scope, pointer: string, isSent: boolean): string[] {
    const around = this.#namesAround(scope, pointer)
    if (isSent || !this.#isAlike(scope, pointer)) return around
    const place = this.#placesOf(scope).get(pointer)
    return [...around, this.#source.language === 'zh' ? `台账第${place}个` : `no. ${place} of the ledger`]
  }

  /** The names of what is around a record whose name is not the only one of its kind, as far up as it needs. */
  #namesAround(scope: Scope, pointer: string): string[] {
    const { name } = this.#known(pointer)
    const { parent } = scope
    if (name === undefined || !parent?.parent || this.#timesOf(scope, [name]) < 2) return []
    const above = pointerAbove(pointer)
    const { name: around } = this.#known(above)
    return [...(around === undefined ? [] : [around]), ...this.#namesAround(parent, above)]
  }

  /** Whether another is called the same, whatever is around it. */
  #isAlike(scope: Scope, pointer: string): boolean {
    const { name } = this.#known(pointer)
    return name !== undefined && this.#timesOf(scope, [name, ...this.#namesAround(scope, pointer)]) > 1
  }

  /** How many records of a scope have a name, or a name with others beside it. */
  #timesOf(scope: Scope, names: readonly string[]): number {
    let times = this.#times.get(scope)
    if (!times) {
      this.#times.set(scope, (times = new Map()))
      const named = pointersOf(scope, this.#source.ledger).flatMap(({ pointer, record }) => {
        const { name } = this.#knownOf(record)
        return name === undefined ? [] : [{ pointer, name }]
      })
      for (const { name } of named) addTo(times, keyOf(name))
      for (const { pointer, name } of named) {
        const around = this.#namesAround(scope, pointer)
        if (around.length > 0) addTo(times, [name, ...around].map(keyOf).join('\n'))
      }
    }
    return times.get(names.map(keyOf).join('\n')) ?? 0
  }

  /** What is known of an organization without a name: what it is, and which of them in the ledger. */
  #unnamed(scope: Scope, pointer: string): string {
    const label = scope.label[this.#source.language]
    const isChinese = this.#source.language === 'zh'
    const places = this.#placesOf(scope)
    const place = places.get(pointer)
    if (isArea(scope)) {
      const which = places.size === 1 ? '' : isChinese ? `，台账第${place}个` : `, no. ${place} of the ledger`
      return isChinese ? `未注明${label}${which}` : `${label} not given${which}`
    }
    return isChinese ? `${label}（名称未填，台账第${place}个）` : `${label} (no name, no. ${place} of the ledger)`
  }

  /** The name of the person by whom a record is known that has no name of its own. */
  #personOf({ naming, name }: Scope, pointer: string): string | undefined {
    const { names = {} } = this.#source
    const record = this.#recordAt(pointer)
    const ids = naming.map((fact) => (isObject(record) ? record[fact.name.slice(name.length + 1)] : undefined))
    return ids.flatMap((id) => (typeof id === 'string' ? (names[id] ?? []) : []))[0]
  }

  /** The same with the id, by which an office finds it in its files. */
  #forOffice(name: string, pointer: string, needsId: boolean): string {
    const { id } = this.#known(pointer)
    if (id === undefined || !needsId) return name
    return this.#source.language === 'zh' ? `${name}，代号${id}` : `${name}, id ${id}`
  }

  #known(pointer: string): { name?: string | undefined; id?: string } {
    return this.#knownOf(this.#recordAt(pointer))
  }

  #recordAt(pointer: string): unknown {
    return pathOf(pointer).reduce<unknown>(
      (value, step) => (isSteppable(value) ? value[step] : undefined),
      this.#source.ledger,
    )
  }

  #knownOf(record: unknown): { name?: string | undefined; id?: string } {
    const { names = {} } = this.#source
    const [name, id] = isObject(record) ? [record['name'], record['id']] : []
    return {
      name: typeof name === 'string' ? name : typeof id === 'string' ? names[id] : undefined,
      ...(typeof id === 'string' && { id }),
    }
  }

  /** Which of its kind each record of a scope is, in the order of the ledger. */
  #placesOf(scope: Scope): ReadonlyMap<string, number> {
    let places = this.#places.get(scope)
    if (!places) {
      const pointers = pointersOf(scope, this.#source.ledger)
      this.#places.set(scope, (places = new Map(pointers.map(({ pointer }, i) => [pointer, i + 1]))))
    }
    return places
  }
}

function addTo(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function pointerAbove(pointer: string): string {
  return pointerOf(pathOf(pointer).slice(0, -2))
}

/** The place of a record in its list, as people count. */
function number(place: readonly (string | number)[]): string {
  return String(Number(place.at(-1)) + 1)
}

function isSteppable(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
