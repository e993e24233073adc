import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { ConfigurationError } from '../platform/configuration-error.ts'

const TOKEN = /^tl_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/
const DIGEST = /^([a-z0-9]{12}):([0-9a-f]{64})$/
const NO_TOKEN = '0'.repeat(64)

/** What of a token may be known: by it a token is recognized, and none can be made. */
export interface TokenDigest {
  id: string
  sha256: string
}

export interface NewToken extends TokenDigest {
  /** `tl_<id>_<secret>`: shown once, stored nowhere. */
  token: string
}

export function newToken(): NewToken {
  const id = randomBytes(6).toString('hex')
  const token = `tl_${id}_${randomBytes(32).toString('base64url')}`
  return { id, token, sha256: hash(token).toString('hex') }
}

/** A digest as the setting FIRST_ADMIN_TOKEN holds it: `<id>:<SHA-256>`. Throws `ConfigurationError`. */
export function readFirstAdminToken(setting: string): TokenDigest {
  const [, id, sha256] = DIGEST.exec(setting.trim()) ?? []
  if (id === undefined || sha256 === undefined)
    throw new ConfigurationError(
      'FIRST_ADMIN_TOKEN is not <id>:<SHA-256>: give it the last line that scripts/new-admin-token.ts prints, not the token',
    )
  return { id, sha256 }
}

/** The id of a well-formed token. */
export function tokenId(token: string): string | undefined {
  return TOKEN.exec(token)?.[1]
}

/** Whether a token has this digest; without one it takes as long to say no. */
export function matches(token: string, sha256: string | undefined): boolean {
  const equal = timingSafeEqual(hash(token), Buffer.from(sha256 ?? NO_TOKEN, 'hex'))
  return equal && sha256 !== undefined
}

function hash(token: string) {
  return createHash('sha256').update(token, 'utf8').digest()
}
