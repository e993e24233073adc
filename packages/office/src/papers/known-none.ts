import { getAt, isObject, pathOf, type Plan } from '@tiaoli/engine/plan'
import type { RecordReference } from '@tiaoli/engine/plan'

type Scope = Plan['root']

/** Whether a ledger says that a record has no records of a scope below it, in a year if one is asked for; a blank says nothing. */
export function isKnownNone(
  ledger: unknown,
  { pointer, scope }: RecordReference,
  below: Scope,
  year: number | undefined,
): boolean {
  let at = getAt(ledger, pathOf(pointer))
  for (const { list, keyed } of wayTo(below, scope)) {
    if (!isObject(at)) return false
    const listed = at[list]
    const { complete } = at
    if (isObject(complete) && complete[list] === false) return false
    if (listed === null || (Array.isArray(listed) && listed.length === 0)) return true
    // Of several records in a list each would have to say it.
    if (!keyed || year === undefined || !isObject(listed)) return false
    at = listed[String(year)]
    if (at === null) return true
  }
  return false
}

/** The scopes from below one to another, which is the last. */
function wayTo(below: Scope, above: string): Scope[] {
  const way: Scope[] = []
  for (let at: Scope | undefined = below; at && at.name !== above; at = at.parent) way.unshift(at)
  return way
}
