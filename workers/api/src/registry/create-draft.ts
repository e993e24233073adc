import { randomBytes } from 'node:crypto'
import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { replaceDraftFiles } from './draft-files.ts'
import { requireRoom, type DraftQuota } from './draft-quota.ts'
import { upsertDraft, wholeDraft, type Draft } from './draft-store.ts'
import { digestsOf, insertFileTexts } from './file-texts.ts'
import {
  applyChanges,
  requirePackFiles,
  requirePackId,
  requirePackPaths,
  textsIn,
  type FileChanges,
  type PackFiles,
} from './pack-files.ts'
import { readVersionFiles } from './version-files.ts'
import { findVersion } from './version-store.ts'

export interface NewDraft {
  summary: string
  /** The version whose files the draft begins with; unset for a new pack. */
  fromVersion?: number | undefined
  /** Changes of the files of that version, or the files of the new pack. */
  files?: FileChanges | undefined
}

/** A draft with the text of its files. */
export interface DraftWithFiles {
  draft: Draft
  files: PackFiles
}

export async function createDraft(
  sql: SqlPort,
  quota: DraftQuota,
  actor: Actor,
  pack: string,
  { summary, fromVersion, files: changes = {} }: NewDraft,
  at: string,
): Promise<AuditedWrite<DraftWithFiles>> {
  if (fromVersion !== undefined && !(await findVersion(sql, pack, fromVersion)))
    throw new DomainError('unknown-version', { pack, argument: 'fromVersion' })
  requirePackPaths(Object.keys(changes))
  const files = applyChanges(fromVersion === undefined ? {} : await readVersionFiles(sql, pack, fromVersion), changes)
  requirePackFiles(files)
  if (fromVersion === undefined) requirePackId(pack, files)
  const draft: Draft = {
    id: `d${randomBytes(8).toString('hex')}`,
    pack,
    fromVersion: fromVersion ?? null,
    summary,
    status: 'open',
    revision: 1,
    authors: [actor.name],
    createdAt: at,
    changedAt: at,
    submission: null,
    rejection: null,
    version: null,
  }
  await requireRoom(sql, quota, draft, files)
  return {
    events: [
      {
        action: 'draft.created',
        pack,
        detail: { draft: draft.id, fromVersion: draft.fromVersion, summary },
        records: { draft: wholeDraft(draft, digestsOf(files)) },
      },
    ],
    statements: () => [
      ...insertFileTexts(textsIn(changes)),
      upsertDraft(draft),
      ...replaceDraftFiles(draft.id, digestsOf(files)),
    ],
    result: { draft, files },
  }
}
