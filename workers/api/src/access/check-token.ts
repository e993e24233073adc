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
  return isValid(found.record) ? found.record : undefined
}

/** Whether the token by which a caller was identified is valid still; true of callers without a token. */
export async function isStillValid(sql: SqlPort, { tokenId }: { tokenId?: string | undefined }): Promise<boolean> {
  if (tokenId === undefined) return true
  const found = await findToken(sql, tokenId)
  return found !== undefined && isValid(found.record)
}

function isValid({ expiresAt, revokedAt }: TokenRecord): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > new Date().toISOString())
}
