import { sha256 } from '../storage/sha256.ts'
import type { Statement } from '../storage/sql-port.ts'
import type { Pin } from './version-store.ts'
import type { Files } from './pack-files.ts'

export interface NewVersion extends Pin {
  sha256: string
  declaredVersion: string
  summary: string
  authors: readonly string[]
  approver: string | null
  pins: readonly Pin[]
}

/** Adds a version to the history. `files` are texts, or the SHA-256 of texts that are stored. */
export function insertVersion(
  version: NewVersion,
  files: Readonly<Record<string, { sha256: string }>>,
  auditSeq: number,
  at: string,
): Statement[] {
  const { pack, version: number } = version
  return [
    {
      sql: `INSERT INTO versions (pack, version, sha256, declared_version, summary, authors, approver, created_at, audit_seq)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      params: [
        pack,
        number,
        version.sha256,
        version.declaredVersion,
        version.summary,
        JSON.stringify(version.authors),
        version.approver,
        at,
        auditSeq,
      ],
    },
    {
      sql: `INSERT INTO version_files (pack, version, path, sha256)
            SELECT ?1, ?2, value ->> 0, value ->> 1 FROM json_each(?3)`,
      params: [pack, number, JSON.stringify(Object.entries(files).map(([path, file]) => [path, file.sha256]))],
    },
    {
      sql: `INSERT INTO version_uses (pack, version, used_pack, used_version)
            SELECT ?1, ?2, value ->> 'pack', value ->> 'version' FROM json_each(?3)`,
      params: [pack, number, JSON.stringify(version.pins)],
    },
  ]
}

/** Texts, to be stored, beside their digests. */
export function withDigests(files: Files): Record<string, { sha256: string }> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, { sha256: sha256(text) }]))
}

export interface NewPublication extends Pin {
  seq: number
  actor: string
  reason: string
}

/** Makes a version the published one. */
export function insertPublication(publication: NewPublication, auditSeq: number, at: string): Statement {
  const { pack, seq, version, actor, reason } = publication
  return {
    sql: `INSERT INTO publications (pack, seq, version, actor, reason, at, audit_seq)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    params: [pack, seq, version, actor, reason, at, auditSeq],
  }
}
