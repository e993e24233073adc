import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/**
 * JSON in the one form of RFC 8785: sorted keys, no spaces. Throws for text that is not well-formed and for numbers that
 * are not finite, which have no such form: packs and ledgers that hold them are refused when they are read.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null'
}

/** SHA-256, in hexadecimal, of the canonical JSON of a value. */
export function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}
