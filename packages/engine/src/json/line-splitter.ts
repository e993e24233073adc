import { beginningOf, decodeText } from './decode-text.ts'
import { jsonProblem, type JsonProblem } from './json-problem.ts'
import { MEBI } from './mebi.ts'

/**
 * A line of NDJSON: its text, or why it has none and how it begins, as far as that can be read. `number` counts from 1,
 * blank lines included.
 */
export type Line = { number: number } & (
  | { text: string; problem?: never }
  | { text?: never; problem: JsonProblem; beginning: string }
)

const NEWLINE = 0x0a
const EMPTY = new Uint8Array()

/** Splits chunks of bytes into lines. Only an unfinished line is copied, and never more than the longest line. */
export class LineSplitter {
  readonly #limit: number
  /** The beginning of an unfinished line, as far as it is within the limit. */
  #unfinished = EMPTY
  /** The bytes of that line so far, counted beyond the limit. */
  #length = 0
  #number = 0

  /** `limit` is the longest line, in bytes. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The lines that end in a chunk, without blank ones. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      lines.push(...this.#finish(chunk.subarray(start, end)))
      start = end + 1
    }
    this.#append(chunk.subarray(start))
    return lines
  }

  /** The last line, if the body does not end with a line break. */
  end(): Line[] {
    return this.#length > 0 ? this.#finish(EMPTY) : []
  }

  #append(bytes: Uint8Array): void {
    const before = Math.min(this.#length, this.#limit)
    this.#length += bytes.length
    const kept = Math.min(this.#length, this.#limit)
    if (kept > this.#unfinished.length) {
      const larger = new Uint8Array(Math.min(this.#limit, 2 * kept))
      larger.set(this.#unfinished.subarray(0, before))
      this.#unfinished = larger
    }
    this.#unfinished.set(bytes.subarray(0, kept - before), before)
  }

  #finish(rest: Uint8Array): Line[] {
    const number = ++this.#number
    let line = rest
    let { length } = rest
    if (this.#length > 0) {
      this.#append(rest)
      length = this.#length
      line = this.#unfinished.subarray(0, Math.min(length, this.#limit))
      this.#length = 0
    }
    const { text, problem } = length > this.#limit ? { problem: this.#tooLong(number) } : decodeText(line, number)
    if (problem) return [{ number, problem, beginning: beginningOf(line) }]
    return text.trim() === '' ? [] : [{ number, text }]
  }

  #tooLong(number: number): JsonProblem {
    return jsonProblem('line-too-long', [this.#limit / MEBI], { line: number, column: 1 })
  }
}
