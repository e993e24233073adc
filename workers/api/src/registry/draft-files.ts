import type { SqlPort, Statement } from '../storage/sql-port.ts'
import type { PackFiles } from './pack-files.ts'
import type { FileEntry } from './version-files.ts'

/** The text of a draft's files. */
export async function readDraftFiles(sql: SqlPort, draft: string): Promise<PackFiles> {
  const rows = await sql.all<{ path: string; text: string }>(
    'SELECT f.path, t.text FROM draft_files f JOIN files t ON t.sha256 = f.sha256 WHERE f.draft = ?1 ORDER BY f.path',
    [draft],
  )
  return Object.fromEntries(rows.map(({ path, text }) => [path, text]))
}

export async function listDraftFiles(sql: SqlPort, draft: string): Promise<FileEntry[]> {
  return sql.all<FileEntry>(
    `SELECT f.path, f.sha256, t.bytes FROM draft_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.draft = ?1 ORDER BY f.path`,
    [draft],
  )
}

/** The digest of each file of a draft by path. */
export async function draftDigests(sql: SqlPort, draft: string): Promise<Record<string, { sha256: string }>> {
  const rows = await sql.all<{ path: string; sha256: string }>(
    'SELECT path, sha256 FROM draft_files WHERE draft = ?1',
    [draft],
  )
  return Object.fromEntries(rows.map(({ path, sha256 }) => [path, { sha256 }]))
}

/** Replaces all files of a draft. They are given by the SHA-256 of texts that are stored. */
export function replaceDraftFiles(draft: string, files: Readonly<Record<string, { sha256: string }>>): Statement[] {
  const digests = JSON.stringify(Object.entries(files).map(([path, { sha256 }]) => [path, sha256]))
  return [
    { sql: 'DELETE FROM draft_files WHERE draft = ?1', params: [draft] },
    {
      sql: `INSERT INTO draft_files (draft, path, sha256)
            SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)`,
      params: [draft, digests],
    },
  ]
}
