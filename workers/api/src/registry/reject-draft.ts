import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { nextRevision, requireSameRevision } from './draft-revision.ts'
import { draftDigests } from './draft-files.ts'
import { upsertDraft, wholeDraft, type Draft } from './draft-store.ts'

/** Sends a submitted draft back to be edited. */
export async function rejectDraft(
  sql: SqlPort,
  actor: Actor,
  seen: Draft,
  reason: string,
  at: string,
): Promise<AuditedWrite<Draft>> {
  const draft = await requireSameRevision(sql, seen)
  if (draft.status !== 'submitted') throw new DomainError('draft-not-submitted')
  const rejected: Draft = {
    ...nextRevision(draft, at),
    status: 'open',
    rejection: { at, by: actor.name, reason },
  }
  const detail = { draft: draft.id, revision: rejected.revision, reason }
  const records = { draft: wholeDraft(rejected, await draftDigests(sql, draft.id)) }
  return {
    events: [{ action: 'draft.rejected', pack: draft.pack, detail, records }],
    statements: () => [upsertDraft(rejected)],
    result: rejected,
  }
}
