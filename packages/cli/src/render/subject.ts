import { closestName, type RecordReference, type Verdict } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** The findings on one subject, by its id or pointer; all of them where none is named. */
export function selectSubject<F extends Verdict>(findings: readonly F[], name: string | undefined): F[] {
  if (name === undefined) return [...findings]
  const own = findings.filter(({ subject }) => isNamed(subject, name))
  if (own.length === 0)
    throw new Failure('noSubject', [name, closestName(name, new Set(findings.map(({ subject }) => subject.id)))])
  return own
}

function isNamed({ id, pointer }: RecordReference, name: string): boolean {
  return id === name || pointer === name
}

/** A record as people read it: what kind, its id, and where in the ledger it stands. */
export function subjectTitle(
  { language, texts }: Context,
  scopes: Scopes,
  { scope, id, pointer }: RecordReference,
): string {
  const label = scopes.get(scope)?.label[language] ?? scope
  if (pointer === '') return texts.wholeLedger(label)
  return id === pointer ? `${label} ${pointer}` : `${label} ${id} (${pointer})`
}

export type Scopes = ReadonlyMap<string, { label: { zh: string; en: string } }>
