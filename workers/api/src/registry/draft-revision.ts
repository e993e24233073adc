import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { requireDraft, type Draft } from './draft-store.ts'

/** The stored draft; throws where it has another revision than the one that the caller has seen. */
export async function requireSameRevision(sql: SqlPort, { pack, id, revision }: Draft): Promise<Draft> {
  const draft = await requireDraft(sql, pack, id)
  if (draft.revision !== revision) throw new DomainError('revision-differs')
  return draft
}

export function requireOpen({ status }: Draft): void {
  if (status !== 'open') throw new DomainError('draft-not-open')
}

/** The draft with the number and time of its next revision. */
export function nextRevision(draft: Draft, at: string): Draft {
  return { ...draft, revision: draft.revision + 1, changedAt: at }
}

/** The authors of a draft after a change by one more person. None of them may approve it. */
export function authorsWith({ authors }: Draft, name: string): string[] {
  return [...new Set([...authors, name])]
}
