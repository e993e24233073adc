import { canonicalJson, isObject } from '@tiaoli/engine/plan'
import type { Json } from './definitions.ts'

/** Where two JSON values differ: the path from the top, and the values there. */
export interface JsonDifference {
  path: readonly (string | number)[]
  before: Json | undefined
  after: Json | undefined
}

export function isSameJson(before: Json | undefined, after: Json | undefined): boolean {
  return before === undefined || after === undefined ? before === after : canonicalJson(before) === canonicalJson(after)
}

/**
 * The innermost differences of two values of one shape; the whole where the shapes part. A list whose length changed is
 * reported whole: which of its items went is not guessed.
 */
export function jsonDifferences(
  before: Json | undefined,
  after: Json | undefined,
  path: JsonDifference['path'] = [],
): JsonDifference[] {
  if (isSameJson(before, after)) return []
  const whole = [{ path, before, after }]
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length
      ? before.flatMap((item, i) => jsonDifferences(item as Json, after[i] as Json, [...path, i]))
      : whole
  if (!isObject(before) || !isObject(after)) return whole
  const keys = Object.keys(before)
  if (!isSameJson([...keys].sort(), Object.keys(after).sort())) return whole
  return keys.flatMap((key) => jsonDifferences(before[key], after[key], [...path, key]))
}
