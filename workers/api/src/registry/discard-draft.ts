import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { nextRevision, requireOpen, requireSameRevision } from './draft-revision.ts'
import { listDraftFiles, replaceDraftFiles } from './draft-files.ts'
import { upsertDraft, wholeDraft, type Draft } from './draft-store.ts'
import { deleteUnusedTexts } from './file-texts.ts'

/** Discards an open draft, and the texts that it alone has. What it was remains readable, and its digests in the log. */
export async function discardDraft(sql: SqlPort, seen: Draft, at: string): Promise<AuditedWrite<Draft>> {
  const draft = await requireSameRevision(sql, seen)
  requireOpen(draft)
  const digests = (await listDraftFiles(sql, draft.id)).map(({ sha256 }) => sha256)
  const discarded: Draft = { ...nextRevision(draft, at), status: 'discarded' }
  return {
    events: [
      {
        action: 'draft.discarded',
        pack: draft.pack,
        detail: { draft: draft.id, revision: discarded.revision },
        records: { draft: wholeDraft(discarded, {}) },
      },
    ],
    statements: () => [upsertDraft(discarded), ...replaceDraftFiles(draft.id, {}), ...deleteUnusedTexts(digests)],
    result: discarded,
  }
}
