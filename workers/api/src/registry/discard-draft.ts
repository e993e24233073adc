import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { nextRevision, requireOpen, requireSameRevision } from './draft-revision.ts'
import { draftDigests } from './draft-files.ts'
import { upsertDraft, wholeDraft, type Draft } from './draft-store.ts'

/** Discards an open draft. It and its files remain readable. */
export async function discardDraft(sql: SqlPort, seen: Draft, at: string): Promise<AuditedWrite<Draft>> {
  const draft = await requireSameRevision(sql, seen)
  requireOpen(draft)
  const discarded: Draft = { ...nextRevision(draft, at), status: 'discarded' }
  return {
    events: [
      {
        action: 'draft.discarded',
        pack: draft.pack,
        detail: { draft: draft.id, revision: discarded.revision },
        records: { draft: wholeDraft(discarded, await draftDigests(sql, draft.id)) },
      },
    ],
    statements: () => [upsertDraft(discarded)],
    result: discarded,
  }
}
