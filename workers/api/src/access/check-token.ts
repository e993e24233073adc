import type { SqlPort } from '../storage/sql-port.ts'
import { findToken, type TokenRecord } from './token-store.ts'
import { matchesDigest, tokenIdOf } from './token-secret.ts'

const AUTHORIZATION = /^Bearer +(\S{1,100})$/i

/** The token of an Authorization header; undefined unless it is known, not expired and not revoked. */
export async function checkToken(sql: SqlPort, authorization: string): Promise<TokenRecord | undefined> {
  const token = AUTHORIZATION.exec(authorization)?.[1]
  const id = token === undefined ? undefined : tokenIdOf(token)
  if (token === undefined || id === undefined) return undefined
  const found = await findToken(sql, id)
  if (!matchesDigest(token, found?.sha256) || !found) return undefined
  const { record } = found
  const isExpired = record.expiresAt !== null && record.expiresAt <= new Date().toISOString()
  return isExpired || record.revokedAt !== null ? undefined : record
}
