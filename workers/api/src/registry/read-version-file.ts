import type { SqlPort } from '../storage/sql-port.ts'

export interface FileText {
  sha256: string
  text: string
}

export async function readVersionFile(
  sql: SqlPort,
  pack: string,
  version: number,
  path: string,
): Promise<FileText | undefined> {
  return sql.first<FileText>(
    `SELECT t.sha256, t.text FROM version_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.pack = ?1 AND f.version = ?2 AND f.path = ?3`,
    [pack, version, path],
  )
}
