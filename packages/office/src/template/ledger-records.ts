import { isObject, pointerOf, type Path } from '@tiaoli/engine/plan'
import type { Scope } from '../scope.ts'
import type { UnitNames } from '../papers/unit-names.ts'
import { namingAbove } from './template-columns.ts'

export type Json = Record<string, unknown>

/** A record of a ledger that is JSON, and the records it is in. */
export interface LedgerRow {
  readonly scope: Scope
  readonly parent: LedgerRow | undefined
  /** Its year, or its place in the list, from 0. */
  readonly step: number
  /** Where it is, by ids, years and numbers from the ledger down. Empty for the ledger, and for what is not in it yet. */
  readonly place: string
  /** Undefined where a year says that there is nothing. */
  readonly json: Json | undefined
}

export function rootRow(scope: Scope, ledger: unknown): LedgerRow {
  return { scope, parent: undefined, step: 0, place: '', json: objectOf(ledger) ?? {} }
}

/** The records of a scope, in the order of the ledger. */
export function rowsOf(scope: Scope, root: LedgerRow): LedgerRow[] {
  return scope.parent ? rowsOf(scope.parent, root).flatMap((parent) => rowsBelow(parent, scope)) : [root]
}

export function rowsBelow(parent: LedgerRow, scope: Scope): LedgerRow[] {
  const list = parent.json?.[scope.list]
  if (scope.keyed)
    return isObject(list)
      ? Object.entries(list).map(([year, json]) => rowBelow(parent, scope, Number(year), year, objectOf(json)))
      : []
  if (!Array.isArray(list)) return []
  const records = list.map(objectOf)
  const ids = records.map((json) => idOf(scope, json))
  const times = new Map<string | undefined, number>()
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
  return records.map((json, i) => {
    const id = ids[i]
    return rowBelow(parent, scope, i, id !== undefined && times.get(id) === 1 ? `=${id}` : `#${i}`, json)
  })
}

export function rowBelow(
  parent: LedgerRow,
  scope: Scope,
  step: number,
  name: string,
  json: Json | undefined,
): LedgerRow {
  return { scope, parent, step, place: `${parent.place}/${scope.list}/${name}`, json }
}

/** The place of the record above. */
export function placeAbove(place: string): string {
  return place.split('/').slice(0, -2).join('/')
}

function objectOf(json: unknown): Json | undefined {
  return isObject(json) ? json : undefined
}

export function idOf({ id }: Scope, json: Json | undefined): string | undefined {
  const value = id && json?.[id.path[0]!]
  return typeof value === 'string' && !value.includes('/') ? value : undefined
}

export function pointerOfRow(row: LedgerRow): string {
  return pointerOf(pathOfRow(row))
}

function pathOfRow({ scope, parent, step }: LedgerRow): Path {
  return parent ? [...pathOfRow(parent), scope.list, step] : []
}

/** The records of a ledger by their pointers, those of each scope once they are asked for. */
export class RowsByPointer {
  readonly #root: LedgerRow
  readonly #rows = new Map<Scope, ReadonlyMap<string, LedgerRow>>()

  constructor(root: LedgerRow) {
    this.#root = root
  }

  /** The record at a pointer, if it is one of the scope. */
  at(scope: Scope, pointer: string): LedgerRow | undefined {
    let rows = this.#rows.get(scope)
    if (!rows) this.#rows.set(scope, (rows = new Map(rowsOf(scope, this.#root).map((row) => [pointerOfRow(row), row]))))
    return rows.get(pointer)
  }
}

/** What a record is called among those it is in: its id, its year or its number. */
export function nameInList({ scope, json, step }: LedgerRow): string | undefined {
  if (scope.keyed) return String(step)
  return scope.id ? idOf(scope, json) : String(step + 1)
}

/** How a place has the record that is called so in its list, if its name is that of no other. */
export function placeName({ keyed, id }: Scope, name: string): string {
  return keyed ? name : id ? `=${name}` : `#${Number(name) - 1}`
}

/** The name of a record as it stands where its surroundings do not: with what is around it, where others have the same. */
export function nameWithOthers(row: LedgerRow, units: UnitNames): string | undefined {
  if (typeof row.json?.['name'] !== 'string') return undefined
  return units.unitOf({ scope: row.scope.name, pointer: pointerOfRow(row) }).name
}

/** The records above by which a record is found, in the order of their columns. */
export function rowsAbove(row: LedgerRow): LedgerRow[] {
  const scopes = new Set(namingAbove(row.scope))
  const found: LedgerRow[] = []
  for (let at = row.parent; at; at = at.parent) if (scopes.has(at.scope)) found.unshift(at)
  return found
}
