import type { Policy } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { addTo, getAt, isObject, isYear, removeAt, setAt } from '@tiaoli/engine/plan'
import { UnitNames } from '../papers/unit-names.ts'
import {
  nameInList,
  placeName,
  nameWithOthers,
  rootRow,
  rowBelow,
  rowsBelow,
  rowsOf,
  type Json,
  type LedgerRow,
} from './ledger-records.ts'
import type { Scope } from '../scope.ts'
import { namingAbove } from './template-columns.ts'

/** A ledger that is changed by what comes back. What is given stays as it is. */
export class ChangedLedger {
  readonly json: Json
  readonly root: LedgerRow
  readonly #byPlace = new Map<string, LedgerRow>()
  /** Lists and years that the ledger did not have. */
  readonly #made = new WeakSet()
  readonly #byName = new Map<Scope, Map<string, LedgerRow[]>>()
  /** The places of the records that had a name before anything was changed. */
  readonly #named = new Map<Scope, Map<string, Set<string>>>()

  constructor(policy: Policy, language: Language, ledger: unknown) {
    const { plan } = policy
    this.json = structuredClone(isObject(ledger) ? ledger : {})
    this.root = rootRow(plan.root, this.json)
    const units = new UnitNames({ policy, ledger, language })
    for (const scope of plan.scopes.values())
      for (const row of rowsOf(scope, this.root)) {
        this.#byPlace.set(row.place, row)
        for (const name of namesOf(row, units)) this.#rememberName(row, name)
      }
  }

  #rememberName({ scope, place }: LedgerRow, name: string): void {
    const names = this.#named.get(scope) ?? new Map<string, Set<string>>()
    this.#named.set(scope, names.set(name, (names.get(name) ?? new Set()).add(place)))
  }

  /** Whether a name was that of other records, and not of this one. */
  isNameOfAnother({ scope, place }: LedgerRow, name: string): boolean {
    const places = this.#named.get(scope)?.get(name)
    return places !== undefined && !places.has(place)
  }

  /** What the only record is called in its list that has a name. */
  idNamed(scope: Scope, name: string): string | undefined {
    const [place, ...others] = this.#named.get(scope)?.get(name) ?? []
    const row = place === undefined || others.length > 0 ? undefined : this.at(place)
    return row && nameInList(row)
  }

  at(place: string): LedgerRow | undefined {
    return this.#byPlace.get(place)
  }

  /** The records of a scope with an id, wherever they are; of others, those with a year or a number. */
  called(scope: Scope, name: string): readonly LedgerRow[] {
    let names = this.#byName.get(scope)
    if (!names) {
      this.#byName.set(scope, (names = new Map()))
      for (const row of rowsOf(scope, this.root)) list(names, row)
    }
    return names.get(name) ?? []
  }

  /**
   * The one record above that is named from the highest down, or the first of them of which none or several are called so.
   * A year that the ledger does not have may be made (`isMade`).
   */
  above(
    scope: Scope,
    nameOf: (above: Scope) => string | undefined,
    mayMake = false,
  ): { row?: LedgerRow; lost?: Scope; isMade?: true } {
    const above = namingAbove(scope)
    let found: readonly LedgerRow[] = [this.root]
    for (const [i, at] of above.entries()) {
      const name = nameOf(at)
      if (name === undefined) return { lost: at }
      const around = found
      found =
        i === 0
          ? this.called(at, name)
          : found.flatMap((row) => rowsBelow(row, at).filter((one) => nameInList(one) === name))
      if (found.length === 0) {
        const isYearOfOne = at.keyed && isYear(name) && around.length === 1 && around[0]!.json !== undefined
        if (!mayMake || !isYearOfOne || at !== above.at(-1)) return { lost: at }
        const row = this.add(at, around[0]!, Number(name), undefined)
        this.#made.add(row.json!)
        return { row, isMade: true }
      }
    }
    const [row] = found
    if (found.length === 1 && row?.json) return { row }
    const lost = above.at(-1)
    return lost ? { lost } : {}
  }

  /** Where the list is, or would be, to which a record belongs that is named from the highest down. */
  listPlace(scope: Scope, nameOf: (above: Scope) => string | undefined): string | undefined {
    const [first, ...others] = namingAbove(scope)
    const name = first && nameOf(first)
    const [row, ...more] = !first ? [this.root] : name === undefined ? [] : this.called(first, name)
    if (!row || more.length > 0) return undefined
    const steps = others.map((at) => ({ at, name: nameOf(at) }))
    if (steps.some(({ name: step }) => step === undefined)) return undefined
    const within = steps.map(({ at, name: step }) => `/${at.list}/${placeName(at, step!)}`).join('')
    return `${row.place}${within}/${scope.list}`
  }

  /** Adds a record to a list below, and to a list of years the one of the year. It may be known by a place. */
  add(scope: Scope, parent: LedgerRow, year: number | undefined, id: string | undefined, place?: string): LedgerRow {
    const above = parent.json!
    const json: Json = id === undefined ? {} : { [scope.id!.path[0]!]: id }
    const before = above[scope.list]
    let row: LedgerRow
    if (year !== undefined) {
      setAt(above, [scope.list, String(year)], json)
      row = rowBelow(parent, scope, year, String(year), json)
    } else {
      const records: unknown[] = Array.isArray(before) ? before : this.#newList()
      row = rowBelow(parent, scope, records.length, id === undefined ? `#${records.length}` : `=${id}`, json)
      records.push(json)
      above[scope.list] = records
    }
    if (place !== undefined) row = { ...row, place }
    this.#byPlace.set(row.place, row)
    const names = this.#byName.get(scope)
    if (names) list(names, row)
    return row
  }

  #newList(): unknown[] {
    const records: unknown[] = []
    this.#made.add(records)
    return records
  }

  /** Takes back the record that was added last, if it is the last of a list and has got no value. */
  takeBack({ parent, scope, json, place }: LedgerRow): void {
    const records = parent?.json?.[scope.list]
    if (!Array.isArray(records) || records.at(-1) !== json || Object.keys(json ?? {}).length > 0) return
    records.pop()
    if (records.length === 0 && this.#made.has(records)) delete parent!.json![scope.list]
    this.#byPlace.delete(place)
    this.#byName.delete(scope)
    if (parent?.scope.keyed && this.#made.has(parent.json!)) this.#takeBackYear(parent)
  }

  /** Takes back a year that was made for a record, and has nothing else. */
  #takeBackYear(year: LedgerRow): void {
    if (Object.keys(year.json ?? {}).length > 0) return
    this.forgetYear(year)
    this.#byPlace.delete(year.place)
  }

  /** Says of a year that there is nothing. */
  setNone({ scope, parent, step, place }: LedgerRow): void {
    setAt(parent!.json!, [scope.list, String(step)], null)
    this.#byPlace.set(place, { ...this.at(place)!, json: undefined })
  }

  /** Leaves open whether there was anything in a year of which it was said that there was nothing. */
  forgetYear({ scope, parent, step }: LedgerRow): void {
    removeAt(parent!.json!, [scope.list, String(step)])
    if (Object.keys(getAt(parent!.json, [scope.list]) ?? {}).length === 0) delete parent!.json![scope.list]
  }

  /** A year of which it was said that there was nothing, to be filled in. */
  begin({ scope, parent, step, place }: LedgerRow): LedgerRow {
    return this.add(scope, parent!, step, undefined, place)
  }

  set(row: LedgerRow, path: readonly string[], value: unknown): void {
    setAt(row.json!, path, structuredClone(value))
  }

  remove(row: LedgerRow, path: readonly string[]): void {
    removeAt(row.json!, path)
  }

  /** Puts back what was there before a value was set; a group that was made for it goes. */
  restore(row: LedgerRow, path: readonly string[], before: unknown): void {
    if (before !== undefined) {
      setAt(row.json!, path, before)
      return
    }
    removeAt(row.json!, path)
    for (let group = path.slice(0, -1); group.length > 0; group = group.slice(0, -1)) {
      const held = getAt(row.json, group)
      if (!isObject(held) || Object.keys(held).length > 0) return
      removeAt(row.json!, group)
    }
  }

  valueOf(row: LedgerRow, path: readonly string[]): unknown {
    return getAt(row.json, path)
  }
}

/** What a record is called in its own row, and in those of what is in it. */
function namesOf(row: LedgerRow, units: UnitNames): Set<string> {
  const name = row.json?.['name']
  const shown = nameWithOthers(row, units)
  return new Set(typeof name === 'string' && shown !== undefined ? [name, shown] : [])
}

function list(names: Map<string, LedgerRow[]>, row: LedgerRow): void {
  const name = nameInList(row)
  if (name !== undefined) addTo(names, name, row)
}
