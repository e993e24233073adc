import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const TOKEN = /^tl_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/
/** Compared with in place of an unknown token's digest. */
const NO_DIGEST = '0'.repeat(64)

/** What is stored of a token: enough to recognize it, not to make it. */
export interface TokenDigest {
  id: string
  sha256: string
}

export interface GeneratedToken extends TokenDigest {
  /** `tl_<id>_<secret>`: shown once, stored nowhere. */
  token: string
}

export function generateToken(): GeneratedToken {
  const id = randomBytes(6).toString('hex')
  const token = `tl_${id}_${randomBytes(32).toString('base64url')}`
  return { id, token, sha256: digestOf(token).toString('hex') }
}

/** The id in a token; undefined where the token is malformed. */
export function tokenIdOf(token: string): string | undefined {
  return TOKEN.exec(token)?.[1]
}

/** Whether a token has this digest. Takes the same time for an unknown token, which has none. */
export function matchesDigest(token: string, sha256: string | undefined): boolean {
  const equal = timingSafeEqual(digestOf(token), Buffer.from(sha256 ?? NO_DIGEST, 'hex'))
  return equal && sha256 !== undefined
}

function digestOf(token: string) {
  return createHash('sha256').update(token, 'utf8').digest()
}
