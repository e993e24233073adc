import { ENGINE_VERSION, closestName } from '@tiaoli/engine'
import { ProblemError } from '../problem/problem-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import type { Files } from './pack-files.ts'

/** One version of a pack, as every answer names it. */
export interface Edition {
  pack: string
  /** The registry's number. What pack.json calls its version is something else: it may stay the same for years. */
  version: number
  /** Number of its latest publication; null if it was never published. */
  seq: number | null
  /** SHA-256 of the canonical JSON of the pack and the packs it uses. */
  sha256: string
  engine: string
}

export interface VersionRecord extends Omit<Edition, 'engine'> {
  declaredVersion: string
  summary: string
  authors: string[]
  approver: string | null
  createdAt: string
}

type Row = Omit<Edition, 'engine'>

const VERSION = `v.pack, v.version, v.sha256, v.declared_version AS declaredVersion, v.summary, v.authors, v.approver,
  v.created_at AS createdAt,
  (SELECT max(p.seq) FROM publications p WHERE p.pack = v.pack AND p.version = v.version) AS seq`

const CURRENT = `SELECT p.pack, p.version, p.seq, v.sha256
  FROM publications p JOIN versions v ON v.pack = p.pack AND v.version = p.version`

/** What is published now of a pack; a 404 with the closestName name where there is no such pack. */
export async function currentEdition(sql: SqlPort, pack: string): Promise<Edition> {
  const row = await findCurrent(sql, pack)
  if (row) return row
  const names = await sql.all<{ pack: string }>('SELECT DISTINCT pack FROM publications')
  const suggestion = closestName(
    pack,
    names.map(({ pack: name }) => name),
  )
  throw new ProblemError('unknown-pack', [], { suggestion })
}

export async function findCurrent(sql: SqlPort, pack: string): Promise<Edition | undefined> {
  const row = await sql.first<Row>(`${CURRENT} WHERE p.pack = ?1 ORDER BY p.seq DESC LIMIT 1`, [pack])
  return row && editionOf(row)
}

/** A version of a pack, published or not; undefined where there is none. */
export async function findVersion(sql: SqlPort, pack: string, version: number): Promise<VersionRecord | undefined> {
  const row = await sql.first<VersionRecord & { authors: string }>(
    `SELECT ${VERSION} FROM versions v WHERE v.pack = ?1 AND v.version = ?2`,
    [pack, version],
  )
  return row && { ...row, authors: JSON.parse(row.authors) as string[] }
}

/** The versions of a pack, the newest first, below a version where one is given; without those never published. */
export async function listVersions(
  sql: SqlPort,
  pack: string,
  { below, limit, unpublished }: { below: number | undefined; limit: number; unpublished: boolean },
): Promise<VersionRecord[]> {
  const rows = await sql.all<VersionRecord & { authors: string }>(
    `SELECT ${VERSION} FROM versions v WHERE v.pack = ?1 AND v.version < ?2 AND (?4 OR seq IS NOT NULL)
     ORDER BY v.version DESC LIMIT ?3`,
    [pack, below ?? Number.MAX_SAFE_INTEGER, limit, unpublished ? 1 : 0],
  )
  return rows.map((row) => ({ ...row, authors: JSON.parse(row.authors) as string[] }))
}

export function editionOf({ pack, version, seq, sha256 }: Row): Edition {
  return { pack, version, seq, sha256, engine: ENGINE_VERSION }
}

/** The text of a version's files. */
export async function filesOf(sql: SqlPort, pack: string, version: number): Promise<Files> {
  const rows = await sql.all<{ path: string; text: string }>(
    `SELECT f.path, t.text FROM version_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.pack = ?1 AND f.version = ?2 ORDER BY f.path`,
    [pack, version],
  )
  return Object.fromEntries(rows.map(({ path, text }) => [path, text]))
}

export interface FileEntry {
  path: string
  sha256: string
  bytes: number
}

export async function listFiles(sql: SqlPort, pack: string, version: number): Promise<FileEntry[]> {
  return sql.all<FileEntry>(
    `SELECT f.path, f.sha256, t.bytes FROM version_files f JOIN files t ON t.sha256 = f.sha256
     WHERE f.pack = ?1 AND f.version = ?2 ORDER BY f.path`,
    [pack, version],
  )
}

/** A version of a used pack. */
export interface Pin {
  pack: string
  version: number
}

/** The versions of the packs that a version uses. */
export async function pinsOf(sql: SqlPort, pack: string, version: number): Promise<Pin[]> {
  return sql.all<Pin>(
    `SELECT used_pack AS pack, used_version AS version FROM version_uses
     WHERE pack = ?1 AND version = ?2 ORDER BY used_pack`,
    [pack, version],
  )
}
