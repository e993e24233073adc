import { ProblemError } from '../problem/problem-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import type { Change, Writer } from '../audit/commit-change.ts'
import { currentEdition, findVersion } from './version-store.ts'
import { insertPublication } from './insert-version.ts'

export interface Publication {
  pack: string
  seq: number
  version: number
  actor: string
  reason: string
  at: string
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

export interface PublishRequest {
  version: number
  expectedSeq: number
  reason: string
}

/**
 * Makes a version the published one; an older one is a roll-back. `expectedSeq` is the publication that the approver
 * saw: 0 for a pack that was never published.
 */
export async function publish(
  sql: SqlPort,
  by: Writer,
  pack: string,
  { version, expectedSeq, reason }: PublishRequest,
  at: string,
): Promise<Change<Publication>> {
  const latest = await sql.first<{ seq: number; version: number }>(
    'SELECT seq, version FROM publications WHERE pack = ?1 ORDER BY seq DESC LIMIT 1',
    [pack],
  )
  const found = await findVersion(sql, pack, version)
  if (!latest && !found) await currentEdition(sql, pack) // says which pack was probably meant
  if ((latest?.seq ?? 0) !== expectedSeq) throw new ProblemError('published-meanwhile')
  if (!found)
    throw new ProblemError('invalid-request', [
      {
        pointer: '/version',
        code: 'unknown-version',
        detail: { zh: '没有这个版本，不能发布。', en: 'There is no such version to publish.' },
      },
    ])
  if (latest?.version === version) throw new ProblemError('already-published')
  const seq = expectedSeq + 1
  const publication = { pack, seq, version, actor: by.name, reason, at }
  const rollback = latest !== undefined && version < latest.version
  return {
    events: [{ action: 'version.published', pack, detail: { seq, version, sha256: found.sha256, rollback, reason } }],
    statements: (auditSeq) => [insertPublication(publication, auditSeq, at)],
    answer: publication,
  }
}
