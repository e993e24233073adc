import { isObject } from '@tiaoli/engine/plan'

/** How many values of a ledger are others than before, or are new. */
export function changedValues(before: unknown, after: unknown): number {
  if (!isObject(after) && !Array.isArray(after)) return Object.is(before, after) ? 0 : 1
  return Object.entries(after).reduce((sum, [key, value]) => sum + changedValues(partOf(before, key), value), 0)
}

function partOf(whole: unknown, key: string): unknown {
  return isObject(whole) || Array.isArray(whole) ? (whole as Readonly<Record<string, unknown>>)[key] : undefined
}
