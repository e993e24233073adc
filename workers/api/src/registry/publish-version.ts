import { askSecondPerson, requireSecondPerson, type Asked, type JointMatterAt } from '../access/second-person.ts'
import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import {
  findLatestPublication,
  insertPublication,
  requirePublishedEdition,
  wasPublished,
  type Publication,
} from './publication-store.ts'
import { findDraftOfVersion } from './draft-store.ts'
import { findVersion } from './version-store.ts'

export interface PublishRequest {
  version: number
  /** The publication that the approver saw; 0 for a pack that was never published. */
  expectedSeq: number
  reason: string
}

/** Makes a version the published one; publishing an older one rolls back. */
export async function publishVersion(
  sql: SqlPort,
  takesTwo: boolean,
  actor: Actor,
  pack: string,
  request: PublishRequest,
  at: string,
): Promise<AuditedWrite<Publication>> {
  const wanted = await publishable(sql, pack, request)
  const { seq, version } = wanted
  const { reason } = request
  const asked = takesTwo ? await requireSecondPerson(sql, actor, publishing(pack, wanted), at) : {}
  const publication = { pack, seq, version, actor: actor.name, reason, at }
  return {
    events: [{ action: 'version.published', pack, detail: { ...wanted, reason, ...asked }, records: { publication } }],
    statements: (auditSeq) => [insertPublication(publication, auditSeq)],
    result: publication,
  }
}

/** Notes that somebody asks for a version to be published, where that takes two persons. */
export async function askToPublish(
  sql: SqlPort,
  actor: Actor,
  pack: string,
  request: PublishRequest,
  at: string,
): Promise<AuditedWrite<Asked>> {
  return askSecondPerson(sql, actor, publishing(pack, await publishable(sql, pack, request)), at)
}

type Wanted = Awaited<ReturnType<typeof publishable>>

function publishing(pack: string, wanted: Wanted): JointMatterAt {
  return { pack, askedAs: 'version.asked', doneAs: 'version.published', wanted }
}

/** What publishing makes; throws where it cannot be done. */
async function publishable(sql: SqlPort, pack: string, { version, expectedSeq }: PublishRequest) {
  const latest = await findLatestPublication(sql, pack)
  const found = await findVersion(sql, pack, version)
  if (!latest && !found) await requirePublishedEdition(sql, pack) // throws, with the pack that was probably meant
  if ((latest?.seq ?? 0) !== expectedSeq) throw new DomainError('published-meanwhile')
  if (!found) throw new DomainError('unknown-version', { pack, argument: 'version' })
  if (latest?.version === version) throw new DomainError('already-published')
  if (latest && !(await mayFollow(sql, pack, version, latest.version))) throw new DomainError('compared-with-other')
  const rollback = latest !== undefined && version < latest.version
  return { seq: expectedSeq + 1, version, sha256: found.sha256, rollback }
}

/** Whether nothing was published since a version was approved that its approver did not see: it would be undone unseen. */
async function mayFollow(sql: SqlPort, pack: string, version: number, published: number): Promise<boolean> {
  if (await wasPublished(sql, pack, version)) return true
  return (await findDraftOfVersion(sql, pack, version))?.submission?.comparedWith === published
}
