import type { JsonProblemCode } from './json-problem.ts'

type FormatCode = Extract<JsonProblemCode, 'utf-16' | 'utf-32' | `${string}-file` | 'html-page'>

/** What files of other formats begin with, a character a byte. */
const BEGINNINGS: readonly (readonly [string, FormatCode])[] = [
  ['\xff\xfe\0\0', 'utf-32'],
  ['\0\0\xfe\xff', 'utf-32'],
  ['\xff\xfe', 'utf-16'],
  ['\xfe\xff', 'utf-16'],
  ['PK\x03', 'zip-file'],
  ['PK\x05', 'zip-file'],
  ['\xd0\xcf\x11\xe0', 'office-file'],
  ['%PDF-', 'pdf-file'],
  ['\x1f\x8b', 'gzip-file'],
]

/** The format of a file that is not JSON text, by how it begins; bytes are given a character each. */
export function foreignFormat(beginning: string): FormatCode | undefined {
  const known = BEGINNINGS.find(([bytes]) => beginning.startsWith(bytes))
  if (known) return known[1]
  // No JSON text in UTF-8 has a zero in its first bytes: every one in UTF-32 has three in four, in UTF-16 one in two.
  if (/^(?:[^\0]\0\0\0|\0\0\0[^\0])/.test(beginning)) return 'utf-32'
  if (beginning.slice(0, 2).includes('\0')) return 'utf-16'
  return /^\s*</.test(beginning) ? 'html-page' : undefined
}

const FORMATS: ReadonlySet<string> = new Set<FormatCode>([...BEGINNINGS.map(([, code]) => code), 'html-page'])

/** Whether a problem is the format of a whole file. */
export function isForeignFormat(code: string): boolean {
  return FORMATS.has(code)
}
