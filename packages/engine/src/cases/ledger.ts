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
  let at: Json | unknown[] = root
  for (const [i, step] of path.entries()) {
    const key: string | number = Array.isArray(at) ? (step === '-' ? at.length : Number(step)) : step
    const holder = at as Record<string | number, unknown>
    if (i === path.length - 1) holder[key] = value
    else {
      const next: unknown = holder[key]
      at = holder[key] = typeof next === 'object' && next !== null ? (next as Json) : {}
    }
  }
}

export function removeAt(root: Json, path: readonly string[]): void {
  const last = path.at(-1)
  let at: unknown = root
  for (const step of path.slice(0, -1)) at = (at as Json | undefined)?.[step]
  if (last === undefined || typeof at !== 'object' || at === null) return
  if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete (at as Json)[last]
}
