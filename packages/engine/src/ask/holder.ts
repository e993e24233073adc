import type { RecordsByScope } from '../plan/records-by-scope.ts'
import { recordPointer } from '../plan/ledger-record.ts'
import { recordReference } from '../plan/record-reference.ts'
import { pathOf, pointerOf } from '../json/pointer.ts'
import type { Plan } from '../plan/plan.ts'
import type { RecordReference } from '../plan/ledger-record.ts'

/** The record that holds, or would hold, a fact or a list of records. */
export function holderOf(
  plan: Plan,
  records: RecordsByScope,
  name: string,
  pointer: string,
): RecordReference | undefined {
  const list = plan.scopes.get(name)
  const fact = plan.facts.get(name)
  const given = fact?.kind === 'given' ? fact : undefined
  const scope = list?.parent ?? given?.scope
  if (!scope) return undefined
  const path = pathOf(pointer)
  // A list is a property of its holder; the record of a year is one step further down.
  const below = list ? (path.at(-1) === list.list ? 1 : 2) : given!.path.length
  const at = pointerOf(path.slice(0, path.length - below))
  const holder = records.of(scope).find((record) => recordPointer(record) === at)
  return holder && recordReference(holder)
}
