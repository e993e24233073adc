/** A line of a body: its text, or why it has none. `number` counts from 1, blank lines included. */
export interface Line {
  number: number
  text?: string
  fault?: 'too-long' | 'not-utf-8'
}

const NEWLINE = 0x0a

/** Cuts chunks of bytes into lines. What does not end yet is kept, but never more than one line's worth. */
export class LineSplitter {
  readonly #limit: number
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  #parts: Uint8Array[] = []
  #length = 0
  #tooLong = false
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
      this.#keep(chunk.subarray(start, end))
      lines.push(...this.#take())
      start = end + 1
    }
    this.#keep(chunk.subarray(start))
    return lines
  }

  /** The last line, where the body does not end with a line break. */
  end(): Line[] {
    return this.#length > 0 ? this.#take() : []
  }

  #keep(part: Uint8Array): void {
    this.#length += part.length
    if (this.#length > this.#limit) {
      this.#tooLong = true
      this.#parts = []
    } else if (part.length > 0) this.#parts.push(part)
  }

  #take(): Line[] {
    const number = ++this.#number
    const parts = this.#parts
    const tooLong = this.#tooLong
    this.#parts = []
    this.#length = 0
    this.#tooLong = false
    if (tooLong) return [{ number, fault: 'too-long' }]
    try {
      const text = this.#decoder.decode(parts.length === 1 ? parts[0] : joined(parts))
      return text.trim() === '' ? [] : [{ number, text }]
    } catch {
      return [{ number, fault: 'not-utf-8' }]
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
