import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isWellFormed } from './well-formed.ts'

/**
 * JSON in the one form of RFC 8785: sorted keys, no spaces. Throws for text that is not well-formed and for numbers that
 * are not finite, which have no such form: packs and ledgers that hold them are refused when they are read.
 */
export function canonicalJson(value: unknown): string {
  return canonical(value) ?? 'null'
}

/** SHA-256, in hexadecimal, of the canonical JSON of a value. */
export function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}

/** Undefined for what JSON leaves out. Numbers and texts are written, and keys sorted, as the language does it. */
function canonical(value: unknown): string | undefined {
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} is not allowed in JSON`)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = canonical((value as Record<string, unknown>)[key])
    if (member !== undefined) members += `${members === '' ? '' : ','}${canonicalText(key)}:${member}`
  }
  return `{${members}}`
}

function canonicalText(text: string): string {
  if (!isWellFormed(text)) throw new TypeError('half of a surrogate pair is not allowed in JSON')
  return JSON.stringify(text)
}
