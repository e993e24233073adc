import type { Plan, RecordReference } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'

/** A record for people: its kind, its id and its place in the ledger. */
export function subjectTitle(
  { language, texts }: Context,
  { scopes }: Plan,
  { scope, id, name, pointer }: RecordReference,
): string {
  const label = scopes.get(scope)?.label[language] ?? scope
  if (pointer === '') return texts.wholeLedger(label)
  if (name !== undefined) return id === pointer ? `${label} ${name}` : `${label} ${name} (${id})`
  return id === pointer ? `${label} ${pointer}` : `${label} ${id} (${pointer})`
}
