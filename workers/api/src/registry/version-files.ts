import { DomainError } from '../errors/domain-error.ts'
import { sha256 } from '../storage/sha256.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import type { PackFiles } from './pack-files.ts'

/** A file without its text. */
export interface FileEntry {
  path: string
  sha256: string
  bytes: number
}

/** The text of a version's files; throws where one is not the text that was stored. */
export async function readVersionFiles(sql: SqlPort, pack: string, version: number): Promise<PackFiles> {
  const rows = await sql.all<{ path: string; sha256: string; text: string }>(
    `SELECT f.path, t.sha256, t.text FROM version_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.pack = ?1 AND f.version = ?2 ORDER BY f.path`,
    [pack, version],
  )
  if (rows.some((row) => sha256(row.text) !== row.sha256)) throw new DomainError('damaged-version', { pack, version })
  return Object.fromEntries(rows.map(({ path, text }) => [path, text]))
}

/** The text of one file of a version, and its digest; throws where it is not the text that was stored. */
export async function readVersionFile(
  sql: SqlPort,
  pack: string,
  version: number,
  path: string,
): Promise<{ sha256: string; text: string } | undefined> {
  const file = await sql.first<{ sha256: string; text: string }>(
    `SELECT t.sha256, t.text FROM version_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.pack = ?1 AND f.version = ?2 AND f.path = ?3`,
    [pack, version, path],
  )
  if (file && sha256(file.text) !== file.sha256) throw new DomainError('damaged-version', { pack, version })
  return file
}

export async function listVersionFiles(sql: SqlPort, pack: string, version: number): Promise<FileEntry[]> {
  return sql.all<FileEntry>(
    `SELECT f.path, f.sha256, t.bytes FROM version_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.pack = ?1 AND f.version = ?2 ORDER BY f.path`,
    [pack, version],
  )
}
