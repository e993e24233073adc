/** A line of a body: its text, or why it has none. `number` counts from 1, blank lines included. */
export interface Line {
  number: number
  text?: string
  fault?: 'too-long' | 'not-utf-8'
}

const NEWLINE = 0x0a
const NOTHING = new Uint8Array()

/** Cuts chunks of bytes into lines. What does not end yet is copied, and never more than one line's worth. */
export class LineSplitter {
  readonly #limit: number
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  /** The beginning of a line that did not end yet; of one that is too long already, only how long. */
  #begun = NOTHING
  #length = 0
  #number = 0

  /** `limit` is the longest line, in bytes. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The lines that end in a chunk; blank ones are left out. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      lines.push(...this.#take(chunk.subarray(start, end)))
      start = end + 1
    }
    this.#keep(chunk.subarray(start))
    return lines
  }

  /** The last line, where the body does not end with a line break. */
  end(): Line[] {
    return this.#length > 0 ? this.#take(NOTHING) : []
  }

  #keep(part: Uint8Array): void {
    const before = this.#length
    this.#length += part.length
    if (this.#length > this.#limit) return
    if (this.#length > this.#begun.length) {
      const larger = new Uint8Array(Math.min(this.#limit, 2 * this.#length))
      larger.set(this.#begun.subarray(0, before))
      this.#begun = larger
    }
    this.#begun.set(part, before)
  }

  #take(rest: Uint8Array): Line[] {
    const number = ++this.#number
    let line = rest
    let { length } = rest
    if (this.#length > 0) {
      this.#keep(rest)
      length = this.#length
      line = this.#begun.subarray(0, length)
      this.#length = 0
    }
    if (length > this.#limit) return [{ number, fault: 'too-long' }]
    try {
      const text = this.#decoder.decode(line)
      return text.trim() === '' ? [] : [{ number, text }]
    } catch {
      return [{ number, fault: 'not-utf-8' }]
    }
  }
}
