import { sha256 } from '../storage/sha256.ts'
import type { Statement } from '../storage/sql-port.ts'
import { utf8Length, type PackFiles } from './pack-files.ts'

// The text of a file is stored once, by its SHA-256: drafts and versions share what they have in common.

/** The digest of each file by path, as drafts and versions refer to them. */
export function digestsOf(files: PackFiles): Record<string, { sha256: string }> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, { sha256: sha256(text) }]))
}

/** Stores the texts that are not stored yet. */
export function insertFileTexts(files: PackFiles): Statement[] {
  return Object.values(files).map((text) => ({
    sql: 'INSERT INTO files (sha256, text, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING',
    params: [sha256(text), text, utf8Length(text)],
  }))
}

/** Deletes texts that no draft and no version refers to. */
export function deleteUnusedTexts(digests: readonly string[]): Statement[] {
  return digests.map((digest) => ({
    sql: `DELETE FROM files WHERE sha256 = ?1
            AND NOT EXISTS (SELECT 1 FROM draft_files WHERE sha256 = ?1)
            AND NOT EXISTS (SELECT 1 FROM version_files WHERE sha256 = ?1)`,
    params: [digest],
  }))
}
