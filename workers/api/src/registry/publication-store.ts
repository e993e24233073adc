import { closestName } from '@tiaoli/engine/plan'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import { toEdition, type Edition } from './edition.ts'
import type { Pin } from './version-store.ts'

export interface Publication extends Pin {
  seq: number
  actor: string
  reason: string
  at: string
}

/** The version of a pack that is published now. */
export async function findPublishedEdition(sql: SqlPort, pack: string): Promise<Edition | undefined> {
  const row = await sql.first<Omit<Edition, 'engine'>>(
    `SELECT p.pack, p.version, p.seq, v.sha256
     FROM publications p JOIN versions v ON v.pack = p.pack AND v.version = p.version
     WHERE p.pack = ?1 ORDER BY p.seq DESC LIMIT 1`,
    [pack],
  )
  return row && toEdition(row)
}

/** The same; throws, with the closest published pack, where nothing of the pack is published. */
export async function requirePublishedEdition(sql: SqlPort, pack: string): Promise<Edition> {
  const edition = await findPublishedEdition(sql, pack)
  if (edition) return edition
  const published = await sql.all<{ pack: string }>('SELECT DISTINCT pack FROM publications')
  const suggestion = closestName(
    pack,
    published.map(({ pack: id }) => id),
  )
  throw new DomainError('unknown-pack', { suggestion })
}

/** The latest publication of a pack. */
export async function findLatestPublication(
  sql: SqlPort,
  pack: string,
): Promise<Pick<Publication, 'seq' | 'version' | 'actor'> | undefined> {
  return sql.first('SELECT seq, version, actor FROM publications WHERE pack = ?1 ORDER BY seq DESC LIMIT 1', [pack])
}

/** Whether a version was ever the published one. */
export async function wasPublished(sql: SqlPort, pack: string, version: number): Promise<boolean> {
  const row = await sql.first('SELECT 1 FROM publications WHERE pack = ?1 AND version = ?2 LIMIT 1', [pack, version])
  return row !== undefined
}

/** The publications of a pack, the newest first. */
export async function listPublications(
  sql: SqlPort,
  pack: string,
  before: number | undefined,
  limit: number,
): Promise<Publication[]> {
  return sql.all<Publication>(
    `SELECT pack, seq, version, actor, reason, at FROM publications
     WHERE pack = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3`,
    [pack, before ?? Number.MAX_SAFE_INTEGER, limit],
  )
}

/** Makes a version the published one. */
export function insertPublication({ pack, seq, version, actor, reason, at }: Publication, auditSeq: number): Statement {
  return {
    sql: `INSERT INTO publications (pack, seq, version, actor, reason, at, audit_seq)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    params: [pack, seq, version, actor, reason, at, auditSeq],
  }
}
