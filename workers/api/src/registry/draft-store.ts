import { ProblemError } from '../problem/problem-error.ts'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import type { FileEntry, Pin } from './version-store.ts'
import type { Effect } from './draft-effect.ts'
import type { Files } from './pack-files.ts'

export type DraftStatus = 'open' | 'submitted' | 'approved' | 'discarded'

/** What submitting found: what an approver reads before deciding. */
export interface Submission {
  at: string
  by: string
  /** The versions of used packs against which it was checked, and which the version will be bound to. */
  pins: Pin[]
  sha256: string
  declaredVersion: string
  cases: { run: number; expectations: number }
  effect: Effect
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

type Row = Omit<Draft, 'authors' | 'submission' | 'rejection'> & {
  authors: string
  submission: string | null
  rejection: string | null
}

const COLUMNS = `id, pack, from_version AS fromVersion, summary, status, revision, authors, created_at AS createdAt,
  changed_at AS changedAt, submission, rejection, version`

/** A draft of a pack; a 404 where there is none. */
export async function findDraft(sql: SqlPort, pack: string, id: string): Promise<Draft> {
  const row = await sql.first<Row>(`SELECT ${COLUMNS} FROM drafts WHERE id = ?1 AND pack = ?2`, [id, pack])
  if (!row) throw new ProblemError('unknown-draft')
  return draftOf(row)
}

/** The drafts of a pack, the newest first, before one where it is named. */
export async function listDrafts(
  sql: SqlPort,
  pack: string,
  { status, before, limit }: { status: DraftStatus | undefined; before: string | undefined; limit: number },
): Promise<Draft[]> {
  const rows = await sql.all<Row>(
    `SELECT ${COLUMNS} FROM drafts WHERE pack = ?1 AND (?2 IS NULL OR status = ?2)
       AND (?3 IS NULL OR (created_at, id) < (SELECT created_at, id FROM drafts WHERE id = ?3))
     ORDER BY created_at DESC, id DESC LIMIT ?4`,
    [pack, status ?? null, before ?? null, limit],
  )
  return rows.map(draftOf)
}

export async function draftFiles(sql: SqlPort, id: string): Promise<Files> {
  const rows = await sql.all<{ path: string; text: string }>(
    'SELECT f.path, t.text FROM draft_files f JOIN files t ON t.sha256 = f.sha256 WHERE f.draft = ?1 ORDER BY f.path',
    [id],
  )
  return Object.fromEntries(rows.map(({ path, text }) => [path, text]))
}

export async function listDraftFiles(sql: SqlPort, id: string): Promise<FileEntry[]> {
  return sql.all<FileEntry>(
    `SELECT f.path, f.sha256, t.bytes FROM draft_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.draft = ?1 ORDER BY f.path`,
    [id],
  )
}

/** The statement that stores a draft as it now is; the first revision of one is 1. */
export function storeDraft(draft: Draft): Statement {
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

/** Replaces the files of a draft by texts that are stored, given by path and SHA-256. */
export function setDraftFiles(id: string, files: Readonly<Record<string, { sha256: string }>>): Statement[] {
  const entries = JSON.stringify(Object.entries(files).map(([path, { sha256 }]) => [path, sha256]))
  return [
    { sql: 'DELETE FROM draft_files WHERE draft = ?1', params: [id] },
    {
      sql: `INSERT INTO draft_files (draft, path, sha256)
            SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)`,
      params: [id, entries],
    },
  ]
}

/** Lets go of texts that only this draft held and no longer holds. */
export function forgetTexts(digests: readonly string[]): Statement[] {
  return digests.map((digest) => ({
    sql: `DELETE FROM files WHERE sha256 = ?1
            AND NOT EXISTS (SELECT 1 FROM draft_files WHERE sha256 = ?1)
            AND NOT EXISTS (SELECT 1 FROM version_files WHERE sha256 = ?1)`,
    params: [digest],
  }))
}

function draftOf({ authors, submission, rejection, ...row }: Row): Draft {
  return {
    ...row,
    authors: JSON.parse(authors) as string[],
    submission: submission === null ? null : (JSON.parse(submission) as Submission),
    rejection: rejection === null ? null : (JSON.parse(rejection) as Draft['rejection']),
  }
}
