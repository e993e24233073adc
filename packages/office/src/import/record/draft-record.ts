import type { Scope } from '../../scope.ts'
import { pointerOf, type Path } from '@tiaoli/engine/plan'
import { isInside } from '../../inside-group.ts'
import type { FilePlace } from '../../office-error.ts'
import { isSameCell } from '../../same-place.ts'

/** That there is a group or a reference, of which nothing else is said. */
export const PRESENT = Symbol('present')

/** A value as JSON has it, and the cell from which it is, if it is from one. */
interface DraftValue {
  readonly value: unknown
  readonly place: FilePlace | undefined
}

/** Two cells that say different things of one fact. */
export interface Contradiction {
  /** The cell that was read before, if it was a cell. */
  readonly other: FilePlace | undefined
}

/** A record of a ledger that is being made. What two cells contradict each other about stays out of it. */
export class DraftRecord {
  readonly scope: Scope
  readonly parent: DraftRecord | undefined
  /** What a record of a year is of. */
  readonly year: number | undefined
  name: string | undefined
  readonly #values = new Map<string, DraftValue>()
  /** The cell that was told for each property that stays out. */
  readonly #contested = new Map<string, FilePlace | undefined>()
  readonly #lists = new Map<Scope, DraftRecord[]>()
  readonly #none = new Map<Scope, FilePlace | undefined>()
  readonly #incomplete = new Set<Scope>()

  constructor(scope: Scope, parent?: DraftRecord, year?: number) {
    this.scope = scope
    this.parent = parent
    this.year = year
  }

  /** Sets a property, or says that it contradicts what is set. */
  set(path: readonly string[], value: unknown, place: FilePlace | undefined): Contradiction | undefined {
    const name = path.join('.')
    const rivals = [...this.#values].filter(([other]) => areRivals(other, name, value, this.#values.get(other)?.value))
    if (this.#contested.has(name)) return undefined
    const around = [...this.#contested.keys()].find((other) => isInside(name, other))
    if (around !== undefined) return { other: this.#contested.get(around) }
    const [rival] = rivals
    if (rival) {
      for (const [other] of rivals) {
        this.#values.delete(other)
        this.#contested.set(other, rival[1].place)
      }
      this.#contested.set(name, rival[1].place)
      return { other: rival[1].place }
    }
    const before = this.#values.get(name)
    if (!before || saysMore(value, before.value)) this.#values.set(name, { value, place })
    return undefined
  }

  /** Leaves out a property that another cell says to be otherwise. */
  contest(path: readonly string[], other: FilePlace | undefined): void {
    this.#values.delete(path.join('.'))
    this.#contested.set(path.join('.'), other)
  }

  /** Leaves out all that cells gave, here and below, of which it is told that they are contested. */
  contestCells(
    contestedBy: (
      place: FilePlace,
      values: readonly unknown[],
      record: DraftRecord,
      value: unknown,
    ) => FilePlace | undefined,
  ): void {
    const all = [...this.#values]
    for (const [name, { place, value }] of all) {
      const own = all.flatMap(([, one]) => (isSameCell(one.place, place) ? [one.value] : []))
      const other = place && contestedBy(place, own, this, value)
      if (other && name !== 'id') this.contest(name.split('.'), other)
    }
    for (const [scope, place] of this.#none)
      if (place && contestedBy(place, [null], this, null)) this.#none.delete(scope)
    for (const records of this.#lists.values()) for (const record of records) record.contestCells(contestedBy)
  }

  has(path: readonly string[]): boolean {
    const name = path.join('.')
    return [...this.#contested.keys(), ...this.#withoutPresent().keys()].some(
      (other) => isInside(name, other) || other === name,
    )
  }

  /** Whether cells give it that contradict each other, or a remark does. */
  isContested(path: readonly string[]): boolean {
    return this.#contested.has(path.join('.'))
  }

  valueOf(path: readonly string[]): unknown {
    return this.#withoutPresent().get(path.join('.'))?.value
  }

  /** Whether some property has a value. */
  says(value: unknown): boolean {
    return [...this.#values.values()].some((one) => one.value === value)
  }

  /** The cell of a value. */
  placeOf(path: readonly string[]): FilePlace | undefined {
    return this.#values.get(path.join('.'))?.place
  }

  #withoutPresent(): Map<string, DraftValue> {
    return new Map([...this.#values].filter(([, { value }]) => value !== PRESENT))
  }

  /** Says that there are no records in a list. */
  setNone(scope: Scope, place: FilePlace | undefined): void {
    this.#none.set(scope, place)
  }

  /** Says that a list may not have all there are or were. */
  setIncomplete(scope: Scope): void {
    this.#incomplete.add(scope)
  }

  /** Leaves out each list of which one cell says that there is none and others what is in it, with all below. */
  withoutDeniedLists(tell: (none: FilePlace, other: FilePlace | undefined) => void): void {
    for (const [scope, records] of this.#lists) {
      const none = this.#none.get(scope)
      if (none && records.length > 0) {
        tell(none, records.flatMap((record) => [...record.#values.values()].flatMap(({ place }) => place ?? []))[0])
        this.#none.delete(scope)
        this.#lists.delete(scope)
      } else for (const record of records) record.withoutDeniedLists(tell)
    }
  }

  /** Leaves out what is said of somebody or something of which two cells say that it is another: it may be of either. */
  withoutMixedGroups(tell: (place: FilePlace, other: FilePlace | undefined) => void): void {
    for (const [id, other] of this.#contested) {
      const group = /^(.+\.)id$/.exec(id)?.[1]
      if (group === undefined) continue
      for (const [name, { place }] of this.#values)
        if (name.startsWith(group)) {
          this.#values.delete(name)
          this.#contested.set(name, place)
          // Of the cell that says who or what it is, that has been told.
          if (place && !isSameCell(place, other)) tell(place, other)
        }
    }
    for (const records of this.#lists.values()) for (const record of records) record.withoutMixedGroups(tell)
  }

  /** A new record below; of a keyed list the one of the year. */
  add(scope: Scope, year?: number): DraftRecord {
    const list = this.list(scope)
    const found = scope.keyed ? list.find((record) => record.year === year) : undefined
    if (found) return found
    const record = new DraftRecord(scope, this, year)
    list.push(record)
    return record
  }

  list(scope: Scope): DraftRecord[] {
    let list = this.#lists.get(scope)
    if (!list) this.#lists.set(scope, (list = []))
    return list
  }

  /** The record, and all that are below. */
  *withAllBelow(): Generator<DraftRecord> {
    yield this
    for (const records of this.#lists.values()) for (const record of records) yield* record.withAllBelow()
  }

  /** The record with what is below, as JSON; each value is told with its place, if it is from a cell, and may be left out. */
  toJson(at: Path, tell: (pointer: string, place: FilePlace | undefined) => boolean): Record<string, unknown> {
    const json: Record<string, unknown> = {}
    const id = this.#values.get('id')
    if (id) json['id'] = id.value
    if (this.name !== undefined && this.scope.layout.has('name')) json['name'] = this.name
    for (const [name, { value, place }] of this.#withoutPresent()) {
      const path = name.split('.')
      if (tell(pointerOf([...at, ...path]), place)) put(json, path, value)
    }
    for (const scope of this.scope.children) this.#listToJson(scope, json, at, tell)
    return json
  }

  #listToJson(scope: Scope, json: Record<string, unknown>, at: Path, tell: Parameters<DraftRecord['toJson']>[1]): void {
    const records = this.#lists.get(scope) ?? []
    const isNone = this.#none.has(scope)
    if (records.length === 0 && !isNone) return
    if (scope.keyed) {
      json[scope.list] = Object.fromEntries(
        records.map((record) => [String(record.year), record.toJson([...at, scope.list, String(record.year)], tell)]),
      )
      return
    }
    if (this.#incomplete.has(scope)) put(json, ['complete', scope.list], false)
    json[scope.list] = records.map((record, i) => record.toJson([...at, scope.list, i], tell))
    const place = this.#none.get(scope)
    if (records.length === 0 && place) tell(pointerOf([...at, scope.list]), place)
  }
}

/** Whether what is set and what is to be set cannot both be so. */
function areRivals(other: string, name: string, value: unknown, before: unknown): boolean {
  if (other === name) return value !== before && !saysMore(value, before) && !saysMore(before, value)
  return (isInside(name, other) && before === null) || (isInside(other, name) && value === null)
}

/** Whether a date says the same as another and more: a day in a month, a day for “has happened”. */
function saysMore(value: unknown, before: unknown): boolean {
  if (before === PRESENT) return value !== null
  if (typeof value !== 'string') return false
  return before === true || (typeof before === 'string' && value.startsWith(`${before}-`))
}

function put(json: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path
  if (rest.length === 0) json[first!] = value
  else {
    json[first!] ??= {}
    put(json[first!] as Record<string, unknown>, rest, value)
  }
}
