import type { OfficeErrorCode } from '../office-error.ts'

type Refused = Exclude<OfficeErrorCode, 'too-large'>
export type FileKind = 'zip' | 'compound' | 'text'

/** What files begin with, a character a byte. */
const BEGINNINGS: readonly (readonly [string, FileKind | Refused])[] = [
  ['PK\x03\x04', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'compound'],
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['PK\x05\x06', 'archive'],
  ['{\\rtf', 'word-document'],
]
const SHOWN = 64

/** The kind of a file by how it begins, or why it is refused; the end of its name says nothing certain. */
export function fileKind(bytes: Uint8Array): FileKind | Refused {
  if (bytes.length === 0) return 'empty'
  const beginning = String.fromCharCode(...bytes.subarray(0, SHOWN))
  const known = BEGINNINGS.find(([start]) => beginning.startsWith(start))
  if (known && !(known[0] === 'BM' && !isBitmap(bytes))) return known[1]
  return /^(?:\xef\xbb\xbf)?\s*<(?:[!?a-z])/i.test(beginning) ? 'web-page' : 'text'
}

/** A text may begin with these two letters: a bitmap has its size and four zeros after them. */
function isBitmap(bytes: Uint8Array): boolean {
  return bytes.subarray(6, 10).every((byte) => byte === 0)
}
