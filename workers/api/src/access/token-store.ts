import type { SqlPort, Statement } from '../storage/sql-port.ts'
import type { Role } from './roles.ts'

/** A token without its secret. */
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

interface TokenRow extends Omit<TokenRecord, 'roles'> {
  roles: string
  sha256: string
}

const COLUMNS = `id, sha256, holder, label, roles, created_by AS createdBy, created_at AS createdAt,
  expires_at AS expiresAt, revoked_at AS revokedAt`

export async function findToken(
  sql: SqlPort,
  id: string,
): Promise<{ record: TokenRecord; sha256: string } | undefined> {
  const row = await sql.first<TokenRow>(`SELECT ${COLUMNS} FROM tokens WHERE id = ?1`, [id])
  return row && { record: toRecord(row), sha256: row.sha256 }
}

/** Whether any token that can issue others is valid now. */
export async function hasValidAdminToken(sql: SqlPort, now: string): Promise<boolean> {
  const admin = await sql.first(
    `SELECT 1 FROM tokens WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?1)
       AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'admin') LIMIT 1`,
    [now],
  )
  return admin !== undefined
}

/** Everybody who ever had a token. */
export async function listHolders(sql: SqlPort): Promise<string[]> {
  const rows = await sql.all<{ holder: string }>('SELECT DISTINCT holder FROM tokens')
  return rows.map(({ holder }) => holder)
}

/** All tokens, the newest first; at most 1000. */
export async function listTokens(sql: SqlPort): Promise<TokenRecord[]> {
  const rows = await sql.all<TokenRow>(`SELECT ${COLUMNS} FROM tokens ORDER BY created_at DESC, id LIMIT 1000`)
  return rows.map(toRecord)
}

/** A token as its creation leaves it. Whether it is revoked is told by the log. */
export function tokenAsIssued({ revokedAt: _revokedAt, ...record }: TokenRecord, sha256: string): object {
  return { ...record, sha256 }
}

export function insertToken(record: TokenRecord, sha256: string): Statement {
  const { id, holder, label, roles, createdBy, createdAt, expiresAt } = record
  return {
    sql: `INSERT INTO tokens (id, sha256, holder, label, roles, created_by, created_at, expires_at)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    params: [id, sha256, holder, label, JSON.stringify(roles), createdBy, createdAt, expiresAt],
  }
}

export function markTokenRevoked(id: string, at: string): Statement {
  return { sql: 'UPDATE tokens SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL', params: [id, at] }
}

function toRecord({ id, holder, label, roles, createdBy, createdAt, expiresAt, revokedAt }: TokenRow): TokenRecord {
  return { id, holder, label, roles: JSON.parse(roles) as Role[], createdBy, createdAt, expiresAt, revokedAt }
}
