import { pathOf } from '../load/pointer.ts'
import type { Case } from '../schema/cases.ts'

type Json = Record<string, unknown>

/** The ledger of a case: its own, or a base with some places set and some removed. */
export function buildLedger(item: Case, bases: Readonly<Record<string, Json>>): unknown {
  const ledger = copy(item.ledger ?? (item.base === undefined ? undefined : bases[item.base]) ?? {})
  for (const [pointer, value] of Object.entries(item.set ?? {})) setAt(ledger, pathOf(pointer), copy(value))
  for (const pointer of item.remove ?? []) removeAt(ledger, pathOf(pointer))
  return ledger
}

function copy<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T
}

/** Sets a value at a path; `-` appends to a list, and objects missing on the way are made. */
export function setAt(root: Json, path: readonly string[], value: unknown): void {
  let at: unknown = root
  for (const [i, step] of path.entries()) {
    const key = Array.isArray(at) && step === '-' ? String(at.length) : step
    const next = i === path.length - 1 ? value : own(at, key)
    const holds = i === path.length - 1 || (typeof next === 'object' && next !== null)
    at = put(at as Json, key, holds ? next : {})
  }
}

export function removeAt(root: Json, path: readonly string[]): void {
  const last = path.at(-1)
  const at = path.slice(0, -1).reduce(own, root as unknown)
  if (last === undefined || typeof at !== 'object' || at === null) return
  if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete (at as Json)[last]
}

/** What a value holds itself: no step leads to a prototype. */
function own(at: unknown, key: string): unknown {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Json)[key] : undefined
}

function put(at: Json, key: string, value: unknown): unknown {
  Object.defineProperty(at, key, { value, writable: true, enumerable: true, configurable: true })
  return value
}
