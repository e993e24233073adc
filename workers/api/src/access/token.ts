import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const TOKEN = /^tl_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/
const NO_TOKEN = '0'.repeat(64)

export interface NewToken {
  id: string
  /** `tl_<id>_<secret>`: shown once, stored nowhere. */
  token: string
  sha256: string
}

export function newToken(): NewToken {
  const id = randomBytes(6).toString('hex')
  const token = `tl_${id}_${randomBytes(32).toString('base64url')}`
  return { id, token, sha256: hash(token).toString('hex') }
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
