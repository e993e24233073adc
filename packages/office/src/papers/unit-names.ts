import { pathOf, pointerOf, isObject, type Plan, type RecordReference } from '@tiaoli/engine/plan'
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

/** How papers call the records of a ledger. */
export class UnitNames {
  /** How those organizations are called for the office that have no name and stand in papers that are sent. */
  readonly unnamed = new Set<string>()
  readonly #source: PaperSource
  /** A table has many rows of one unit. */
  readonly #units = new Map<Scope, Map<string, Unit>>()
  readonly #places = new Map<Scope, ReadonlyMap<string, number>>()

  constructor(source: PaperSource) {
    this.#source = source
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
    const isBlank = scope.parent !== undefined && !scope.keyed && !(own && hasName)
    const name = this.#nameOf(scope, pointer, false)
    const sent = () => {
      if (own && !hasName) this.unnamed.add(this.#forOffice(name, pointer))
      return this.#nameOf(scope, pointer, true)
    }
    return {
      scope,
      pointer,
      name,
      get sent() {
        return sent()
      },
      forOffice: this.#forOffice(name, pointer),
      isBlank,
      isOrganization: own,
    }
  }

  #nameOf(scope: Scope, pointer: string, isSent: boolean): string {
    const isChinese = this.#source.language === 'zh'
    const { name } = this.#known(pointer)
    if (name !== undefined) return name
    const label = scope.label[this.#source.language]
    if (!scope.parent) return isChinese ? `本${label}` : `the ${label}`
    if (isOrganization(scope)) {
      if (isSent) return isChinese ? `${label}（名称：　　　　）` : `${label} (name:          )`
      return this.#unnamed(scope, pointer)
    }
    const place = pathOf(pointer)
    const above = this.#nameOf(scope.parent, pointerOf(place.slice(0, -2)), isSent)
    if (isSent && !scope.keyed) return isChinese ? `${above}（${label}：　　　　）` : `${above} (${label}:          )`
    const own = scope.keyed ? String(place.at(-1)) : number(place)
    return isChinese ? `${above}（${label}${own}）` : `${above} (${label} ${own})`
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

  /** The same with the id, by which an office finds it in its files. */
  #forOffice(name: string, pointer: string): string {
    const { id, name: known } = this.#known(pointer)
    if (id === undefined || known !== undefined) return name
    return this.#source.language === 'zh' ? `${name}，代号${id}` : `${name}, id ${id}`
  }

  #known(pointer: string): { name?: string | undefined; id?: string } {
    const { ledger, names = {} } = this.#source
    const record = pathOf(pointer).reduce<unknown>(
      (value, step) => (isSteppable(value) ? value[step] : undefined),
      ledger,
    )
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

/** The place of a record in its list, as people count. */
function number(place: readonly (string | number)[]): string {
  return String(Number(place.at(-1)) + 1)
}

function isSteppable(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}

/** The records of a scope, wherever they are. */
function pointersOf(scope: Scope, ledger: unknown): { pointer: string; record: unknown }[] {
  if (!scope.parent) return [{ pointer: '', record: ledger }]
  return pointersOf(scope.parent, ledger).flatMap(({ pointer, record }) => {
    const list = isObject(record) ? record[scope.list] : undefined
    if (typeof list !== 'object' || list === null) return []
    return Object.entries(list).map(([step, below]) => ({
      pointer: `${pointer}/${scope.list}/${step}`,
      record: below as unknown,
    }))
  })
}

/** Between the whole ledger and the organizations. */
export function isArea(scope: Scope): boolean {
  return scope.parent !== undefined && scope.children.some(isOrganization)
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
