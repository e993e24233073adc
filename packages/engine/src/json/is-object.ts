/**
 * Whether a value is an object as JSON has them: no list, and not null. A `Map` or a `Date` does not count: it has no properties
 * of its own, and would be read as if it were empty.
 */
export function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  return (
    Object.getPrototypeOf(value) === Object.prototype || Object.prototype.toString.call(value) === '[object Object]'
  )
}
