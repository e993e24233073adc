type Json = Record<string, unknown>

/**
 * Sets a value at a path; `-` appends to a list, as does its length, and objects missing on the way are made. False
 * where a list has no such place.
 */
export function setAt(root: Json, path: readonly string[], value: unknown): boolean {
  let at: unknown = root
  for (const [i, step] of path.entries()) {
    const key = Array.isArray(at) && step === '-' ? String(at.length) : step
    if (Array.isArray(at) && indexIn(at.length + 1, key) === undefined) return false
    const next = i === path.length - 1 ? value : own(at, key)
    const holds = i === path.length - 1 || (typeof next === 'object' && next !== null)
    at = put(at as Json, key, holds ? next : {})
  }
  return true
}

/** The value at a path, if any. */
export function getAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce(own, root)
}

/** Removes the value at a path; false if there is no such value. */
export function removeAt(root: Json, path: readonly string[]): boolean {
  const last = path.at(-1)
  const at = getAt(root, path.slice(0, -1))
  if (last === undefined || typeof at !== 'object' || at === null) return false
  if (Array.isArray(at)) {
    const index = indexIn(at.length, last)
    if (index !== undefined) at.splice(index, 1)
    return index !== undefined
  }
  return Object.hasOwn(at, last) && delete (at as Json)[last]
}

/** The place in a list of some length that a step of a pointer names. */
function indexIn(length: number, step: string): number | undefined {
  const index = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : Infinity
  return index < length ? index : undefined
}

/** What a value holds itself: no step leads to a prototype. */
function own(at: unknown, key: string): unknown {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Json)[key] : undefined
}

function put(at: Json, key: string, value: unknown): unknown {
  Object.defineProperty(at, key, { value, writable: true, enumerable: true, configurable: true })
  return value
}
