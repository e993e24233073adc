import type { SqlPort, Statement } from '../storage/sql-port.ts'
import type { Role } from './roles.ts'

/** A token as it is listed: all but its secret. */
export interface TokenRecord {
  id: string
  holder: string
  label: string
  roles: Role[]
  createdBy: string
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
}

interface Row extends Omit<TokenRecord, 'roles'> {
  roles: string
  sha256: string
}

const COLUMNS = `id, sha256, holder, label, roles, created_by AS createdBy, created_at AS createdAt,
  expires_at AS expiresAt, revoked_at AS revokedAt`

export async function findToken(
  sql: SqlPort,
  id: string,
): Promise<{ record: TokenRecord; sha256: string } | undefined> {
  const row = await sql.first<Row>(`SELECT ${COLUMNS} FROM tokens WHERE id = ?1`, [id])
  return row && { record: recordOf(row), sha256: row.sha256 }
}

/** Whether somebody holds a token that lets them give out others, and could use it now. */
export async function hasLiveAdmin(sql: SqlPort, now: string): Promise<boolean> {
  const admin = await sql.first(
    `SELECT 1 FROM tokens WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?1)
       AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'admin') LIMIT 1`,
    [now],
  )
  return admin !== undefined
}

/** The newest first. */
export async function listTokens(sql: SqlPort): Promise<TokenRecord[]> {
  const rows = await sql.all<Row>(`SELECT ${COLUMNS} FROM tokens ORDER BY created_at DESC, id LIMIT 1000`)
  return rows.map(recordOf)
}

export function insertToken(record: TokenRecord, sha256: string): Statement {
  const { id, holder, label, roles, createdBy, createdAt, expiresAt } = record
  return {
    sql: `INSERT INTO tokens (id, sha256, holder, label, roles, created_by, created_at, expires_at)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    params: [id, sha256, holder, label, JSON.stringify(roles), createdBy, createdAt, expiresAt],
  }
}

export function revokeToken(id: string, at: string): Statement {
  return { sql: 'UPDATE tokens SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL', params: [id, at] }
}

function recordOf({ id, holder, label, roles, createdBy, createdAt, expiresAt, revokedAt }: Row): TokenRecord {
  return { id, holder, label, roles: JSON.parse(roles) as Role[], createdBy, createdAt, expiresAt, revokedAt }
}
