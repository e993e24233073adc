import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import type { DraftEffect } from './draft-effect.ts'
import type { Pin } from './version-store.ts'

export type DraftStatus = 'open' | 'submitted' | 'approved' | 'discarded'

/** What the checks found before submission, for the approver to read. */
export interface Examination {
  /** The versions of used packs that the draft was checked with. The new version will use them. */
  pins: Pin[]
  sha256: string
  declaredVersion: string
  cases: { run: number; expectations: number }
  /** The version that was published then, with which the draft was compared; null where there was none. */
  comparedWith: number | null
  effect: DraftEffect
}

export interface Submission extends Examination {
  at: string
  by: string
}

export interface Draft {
  id: string
  pack: string
  fromVersion: number | null
  summary: string
  status: DraftStatus
  revision: number
  authors: string[]
  createdAt: string
  changedAt: string
  submission: Submission | null
  rejection: { at: string; by: string; reason: string } | null
  version: number | null
}

type DraftRow = Omit<Draft, 'authors' | 'submission' | 'rejection'> & {
  authors: string
  submission: string | null
  rejection: string | null
}

const COLUMNS = `id, pack, from_version AS fromVersion, summary, status, revision, authors, created_at AS createdAt,
  changed_at AS changedAt, submission, rejection, version`

/** A draft of a pack; throws where the pack has no such draft. */
export async function requireDraft(sql: SqlPort, pack: string, id: string): Promise<Draft> {
  const row = await sql.first<DraftRow>(`SELECT ${COLUMNS} FROM drafts WHERE id = ?1 AND pack = ?2`, [id, pack])
  if (!row) throw new DomainError('unknown-draft')
  return toDraft(row)
}

/** The draft that became a version; none where a release brought it. */
export async function findDraftOfVersion(sql: SqlPort, pack: string, version: number): Promise<Draft | undefined> {
  const row = await sql.first<DraftRow>(`SELECT ${COLUMNS} FROM drafts WHERE pack = ?1 AND version = ?2`, [
    pack,
    version,
  ])
  return row && toDraft(row)
}

/** The drafts of a pack, the newest first; those before one where it is named. */
export async function listDrafts(
  sql: SqlPort,
  pack: string,
  { status, before, limit }: { status: DraftStatus | undefined; before: string | undefined; limit: number },
): Promise<Draft[]> {
  const rows = await sql.all<DraftRow>(
    `SELECT ${COLUMNS} FROM drafts WHERE pack = ?1 AND (?2 IS NULL OR status = ?2)
       AND (?3 IS NULL OR (created_at, id) < (SELECT created_at, id FROM drafts WHERE id = ?3))
     ORDER BY created_at DESC, id DESC LIMIT ?4`,
    [pack, status ?? null, before ?? null, limit],
  )
  return rows.map(toDraft)
}

/** A draft whole, with its files. */
export function wholeDraft(draft: Draft, files: Readonly<Record<string, { sha256: string }>>): object {
  return { ...draft, files: Object.fromEntries(Object.entries(files).map(([path, { sha256 }]) => [path, sha256])) }
}

/** Stores a draft, new or changed. */
export function upsertDraft(draft: Draft): Statement {
  const { id, pack, fromVersion, summary, status, revision, authors, createdAt, changedAt, version } = draft
  return {
    sql: `INSERT INTO drafts (id, pack, from_version, summary, status, revision, authors, created_at, changed_at,
            submission, rejection, version)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
          ON CONFLICT (id) DO UPDATE SET summary = ?4, status = ?5, revision = ?6, authors = ?7, changed_at = ?9,
            submission = ?10, rejection = ?11, version = ?12`,
    params: [
      id,
      pack,
      fromVersion,
      summary,
      status,
      revision,
      JSON.stringify(authors),
      createdAt,
      changedAt,
      draft.submission && JSON.stringify(draft.submission),
      draft.rejection && JSON.stringify(draft.rejection),
      version,
    ],
  }
}

function toDraft({ authors, submission, rejection, ...row }: DraftRow): Draft {
  return {
    ...row,
    authors: JSON.parse(authors) as string[],
    submission: submission === null ? null : (JSON.parse(submission) as Submission),
    rejection: rejection === null ? null : (JSON.parse(rejection) as Draft['rejection']),
  }
}
