import { foreignFormat } from './foreign-format.ts'
import { jsonProblem, type JsonProblem } from './json-problem.ts'
import { LineIndex } from './line-index.ts'

/** Part of every platform that the engine runs on, but not of the language. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const LENIENT = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })
const BYTE_ORDER_MARK = '\uFEFF'
const REPLACEMENT = '\uFFFD'
/** Bytes by which the format of a file is recognized. */
const BEGINNING = 64
/** Bytes that are decoded of a text that cannot be read. */
const SHOWN = 1024

/** Text, or why the bytes cannot be read as text. */
export type Decoded = { text: string; problem?: never } | { text?: never; problem: JsonProblem }

/** Decodes UTF-8, a byte order mark included. `line` is the number of bytes that are one line of a stream. */
export function decodeText(bytes: Uint8Array, line?: number): Decoded {
  const format = foreignFormat(String.fromCharCode(...bytes.subarray(0, BEGINNING)))
  if (format) return { problem: jsonProblem(format, [], { line: line ?? 1, column: 1 }) }
  try {
    return { text: STRICT.decode(bytes) }
  } catch {
    // What cannot be decoded becomes a replacement character; one that the text itself contains is a fault as well.
    const text = withoutByteOrderMark(LENIENT.decode(bytes))
    const place = new LineIndex(text, line).at(text.indexOf(REPLACEMENT))
    return { problem: jsonProblem(!isMostlyUtf8(text) && isGbk(bytes) ? 'gbk' : 'not-utf-8', [], place) }
  }
}

/** How bytes begin that cannot be decoded, or are too many. */
export function beginningOf(bytes: Uint8Array): string {
  return LENIENT.decode(bytes.subarray(0, SHOWN))
}

/** Editors on Windows begin UTF-8 with a byte order mark. JSON has none, and `JSON.parse` takes none. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}

/** The trace of an earlier decoding that failed, such as GBK read as UTF-8. */
export function lostCharacter(text: string): number | undefined {
  const at = text.indexOf(REPLACEMENT)
  return at < 0 ? undefined : at
}

/** Whether more Chinese was decoded than lost, as in UTF-8 that was cut within a character. */
function isMostlyUtf8(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/\p{Script=Han}/gu) > count(/\uFFFD/g)
}

/** Whether every byte beyond ASCII is part of a character as GBK and GB 18030 write them, in two or four bytes. */
function isGbk(bytes: Uint8Array): boolean {
  const within = (at: number, low: number, high: number) => bytes[at]! >= low && bytes[at]! <= high
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    if (!within(i, 0x81, 0xfe)) return false
    if (within(i + 1, 0x40, 0xfe) && bytes[i + 1] !== 0x7f) i += 1
    else if (within(i + 1, 0x30, 0x39) && within(i + 2, 0x81, 0xfe) && within(i + 3, 0x30, 0x39)) i += 3
    else return false
  }
  return true
}
