import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import type { DraftWithFiles } from './create-draft.ts'
import { readDraftFiles, replaceDraftFiles } from './draft-files.ts'
import { requireRoom, type DraftQuota } from './draft-quota.ts'
import { nextRevision, requireOpen, requireSameRevision, authorsWith } from './draft-revision.ts'
import { upsertDraft, wholeDraft, type Draft } from './draft-store.ts'
import { deleteUnusedTexts, digestsOf, insertFileTexts } from './file-texts.ts'
import { applyChanges, requirePackFiles, requirePackPaths, textsIn, type FileChanges } from './pack-files.ts'

export interface DraftChanges {
  readonly files: FileChanges
  /** What the draft is for from now on. */
  readonly summary?: string | undefined
}

/** Saves and removes files of an open draft. Errors in their text are saved too: checking reports them. */
export async function saveDraftFiles(
  sql: SqlPort,
  quota: DraftQuota,
  actor: Actor,
  seen: Draft,
  { files: changes, summary }: DraftChanges,
  at: string,
): Promise<AuditedWrite<DraftWithFiles>> {
  const draft = await requireSameRevision(sql, seen)
  requireOpen(draft)
  requirePackPaths(Object.keys(changes))
  const before = await readDraftFiles(sql, draft.id)
  const after = applyChanges(before, changes)
  requirePackFiles(after)
  await requireRoom(sql, quota, draft, after)
  const replaced = Object.entries(digestsOf(before))
    .filter(([path]) => Object.hasOwn(changes, path))
    .map(([, { sha256 }]) => sha256)
  const saved = {
    ...nextRevision(draft, at),
    summary: summary ?? draft.summary,
    authors: authorsWith(draft, actor.name),
  }
  const digests = digestsOf(after)
  return {
    events: [
      {
        action: 'draft.saved',
        pack: draft.pack,
        detail: {
          draft: draft.id,
          revision: saved.revision,
          ...(saved.summary === draft.summary ? {} : { summary: saved.summary }),
          // What was not there and is not there is no change.
          files: Object.fromEntries(
            Object.keys(changes)
              .filter((path) => Object.hasOwn(before, path) || Object.hasOwn(after, path))
              .map((path) => [path, digests[path]?.sha256 ?? null]),
          ),
        },
        records: { draft: wholeDraft(saved, digests) },
      },
    ],
    statements: () => [
      ...insertFileTexts(textsIn(changes)),
      upsertDraft(saved),
      ...replaceDraftFiles(draft.id, digests),
      ...deleteUnusedTexts(replaced),
    ],
    result: { draft: saved, files: after },
  }
}
