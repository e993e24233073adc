import { canonicalJson } from '@tiaoli/engine/plan'
import type { Actor, AuditAction, AuditEvent } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { areAlike } from './alike-names.ts'

/** What an installation may leave to two persons: publishing, and tokens that approve or administer. */
export const JOINT_MATTERS = ['publications', 'tokens'] as const
export type JointMatter = (typeof JOINT_MATTERS)[number]

/** Something that two persons do together: what each of them has to want, and how the log calls asking and doing it. */
export interface JointMatterAt {
  pack?: string
  askedAs: Extract<AuditAction, `${string}.asked`>
  doneAs: AuditAction
  wanted: AuditEvent['detail']
}

/** That one person has asked for something, so that another can do it. */
export interface Asked {
  /** The entry of the log that says so; 0 until it is written. */
  entry: number
  by: string
  /** ISO 8601. Until then another may do it. */
  until: string
}

/** For this long the second person may take. */
const DAYS = 7

/** Notes that somebody asks for it. The log alone keeps that; asking again changes nothing. */
export async function askSecondPerson(
  sql: SqlPort,
  actor: Actor,
  matter: JointMatterAt,
  at: string,
): Promise<AuditedWrite<Asked>> {
  const own = (await findAsked(sql, matter, at)).find(({ by }) => by === actor.name)
  if (own) return { events: [], statements: () => [], result: own }
  const { pack, askedAs, wanted } = matter
  const result: Asked = { entry: 0, by: actor.name, until: daysAfter(at, DAYS) }
  return {
    events: [{ action: askedAs, ...(pack !== undefined && { pack }), detail: wanted }],
    statements: (entry) => {
      result.entry = entry
      return []
    },
    result,
  }
}

/** Who asked for it before, for the log; throws where nobody but the actor did. */
export async function requireSecondPerson(
  sql: SqlPort,
  actor: Actor,
  matter: JointMatterAt,
  at: string,
): Promise<{ asked: number; askedBy: string }> {
  const other = (await findAsked(sql, matter, at)).find(({ by }) => !areAlike(by, actor.name))
  if (!other) throw new DomainError('second-person-needed')
  return { asked: other.entry, askedBy: other.by }
}

/** Who has asked for the same not long ago, by a token that has not ended, without its having been done since. */
async function findAsked(sql: SqlPort, matter: JointMatterAt, at: string): Promise<Asked[]> {
  const { pack, askedAs, doneAs, wanted } = matter
  const rows = await sql.all<{ seq: number; actor: string; at: string }>(
    `SELECT seq, actor, at FROM audit WHERE action = ?1 AND pack IS ?2 AND at > ?3 AND detail = ?4 AND NOT EXISTS (
       SELECT 1 FROM audit AS done WHERE done.action = ?5 AND done.pack IS ?2 AND done.detail ->> 'asked' = audit.seq
     ) AND NOT EXISTS (
       SELECT 1 FROM tokens WHERE 'token:' || id = via AND (revoked_at IS NOT NULL OR expires_at <= ?6)
     ) ORDER BY seq`,
    [askedAs, pack ?? null, daysAfter(at, -DAYS), canonicalJson(wanted), doneAs, at],
  )
  return rows.map((row) => ({ entry: row.seq, by: row.actor, until: daysAfter(row.at, DAYS) }))
}

function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString()
}
