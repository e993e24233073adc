import { closestName, type RecordReference, type Verdict } from '@tiaoli/engine'
import { Failure } from '../failure.ts'

/** The findings on the subject of `--subject`, by its id or pointer; all findings without the flag. */
export function selectSubject<F extends Verdict>(findings: readonly F[], name: string | undefined): F[] {
  if (name === undefined) return [...findings]
  const selected = findings.filter(({ subject }) => isNamed(subject, name))
  if (selected.length === 0)
    throw new Failure('noSubject', [name, closestName(name, new Set(findings.map(({ subject }) => subject.id)))])
  return selected
}

function isNamed({ id, pointer }: RecordReference, name: string): boolean {
  return id === name || pointer === name
}
