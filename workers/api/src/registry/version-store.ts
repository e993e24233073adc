import type { SqlPort, Statement } from '../storage/sql-port.ts'
import type { Edition } from './edition.ts'

/** A version by its number, such as that of a used pack. */
export interface Pin {
  pack: string
  version: number
}

export interface VersionRecord extends Omit<Edition, 'engine'> {
  declaredVersion: string
  summary: string
  authors: string[]
  approver: string | null
  createdAt: string
}

type VersionRow = Omit<VersionRecord, 'authors'> & { authors: string }

const COLUMNS = `v.pack, v.version, v.sha256, v.declared_version AS declaredVersion, v.summary, v.authors, v.approver,
  v.created_at AS createdAt,
  (SELECT max(p.seq) FROM publications p WHERE p.pack = v.pack AND p.version = v.version) AS seq`

/** A version of a pack, published or not. */
export async function findVersion(sql: SqlPort, pack: string, version: number): Promise<VersionRecord | undefined> {
  const row = await sql.first<VersionRow>(`SELECT ${COLUMNS} FROM versions v WHERE v.pack = ?1 AND v.version = ?2`, [
    pack,
    version,
  ])
  return row && toRecord(row)
}

/** The versions of a pack, the newest first, below a version where one is given. */
export async function listVersions(
  sql: SqlPort,
  pack: string,
  { below, limit, unpublished }: { below: number | undefined; limit: number; unpublished: boolean },
): Promise<VersionRecord[]> {
  const rows = await sql.all<VersionRow>(
    `SELECT ${COLUMNS} FROM versions v WHERE v.pack = ?1 AND v.version < ?2 AND (?4 OR seq IS NOT NULL)
     ORDER BY v.version DESC LIMIT ?3`,
    [pack, below ?? Number.MAX_SAFE_INTEGER, limit, unpublished ? 1 : 0],
  )
  return rows.map(toRecord)
}

/** The number of a pack's newest version; 0 for a pack without versions. */
export async function latestVersionNumber(sql: SqlPort, pack: string): Promise<number> {
  const row = await sql.first<{ latest: number | null }>(
    'SELECT max(version) AS latest FROM versions WHERE pack = ?1',
    [pack],
  )
  return row?.latest ?? 0
}

/** The versions of the packs that a version uses. */
export async function pinsOf(sql: SqlPort, pack: string, version: number): Promise<Pin[]> {
  return sql.all<Pin>(
    `SELECT used_pack AS pack, used_version AS version FROM version_uses
     WHERE pack = ?1 AND version = ?2 ORDER BY used_pack`,
    [pack, version],
  )
}

export interface NewVersion extends Pin {
  sha256: string
  declaredVersion: string
  summary: string
  authors: readonly string[]
  approver: string | null
  pins: readonly Pin[]
}

/** A version whole, with its files and the versions that it uses. */
export function wholeVersion(
  { pins, ...version }: NewVersion,
  files: Readonly<Record<string, { sha256: string }>>,
  createdAt: string,
): object {
  return {
    ...version,
    createdAt,
    files: Object.fromEntries(Object.entries(files).map(([path, { sha256 }]) => [path, sha256])),
    uses: Object.fromEntries(pins.map((pin) => [pin.pack, pin.version])),
  }
}

/** Adds a version to the history. Its files are given by the SHA-256 of texts that are stored. */
export function insertVersion(
  { pack, version, sha256, declaredVersion, summary, authors, approver, pins }: NewVersion,
  files: Readonly<Record<string, { sha256: string }>>,
  auditSeq: number,
  at: string,
): Statement[] {
  const digests = Object.entries(files).map(([path, file]) => [path, file.sha256])
  return [
    {
      sql: `INSERT INTO versions (pack, version, sha256, declared_version, summary, authors, approver, created_at, audit_seq)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      params: [pack, version, sha256, declaredVersion, summary, JSON.stringify(authors), approver, at, auditSeq],
    },
    {
      sql: `INSERT INTO version_files (pack, version, path, sha256)
            SELECT ?1, ?2, value ->> 0, value ->> 1 FROM json_each(?3)`,
      params: [pack, version, JSON.stringify(digests)],
    },
    {
      sql: `INSERT INTO version_uses (pack, version, used_pack, used_version)
            SELECT ?1, ?2, value ->> 'pack', value ->> 'version' FROM json_each(?3)`,
      params: [pack, version, JSON.stringify(pins)],
    },
  ]
}

function toRecord(row: VersionRow): VersionRecord {
  return { ...row, authors: JSON.parse(row.authors) as string[] }
}
