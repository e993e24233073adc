import { LineSplitter, type Line } from './line-splitter.ts'

/** Bytes asked for at once; left to itself, workerd hands a body on in pieces of 4 kB. */
const CHUNK = 65_536

/** The lines of a body, pulled one by one: no more of it is read than has been asked for. */
export class LineReader {
  readonly #reader: ReadableStreamBYOBReader
  readonly #splitter: LineSplitter
  readonly #limit: number
  #lines: Line[] = []
  #bytes = 0
  #ended = false

  /** `limits` are the longest line and the whole body, in bytes. */
  constructor(body: ReadableStream<Uint8Array>, limits: { line: number; body: number }) {
    this.#reader = body.getReader({ mode: 'byob' })
    this.#splitter = new LineSplitter(limits.line)
    this.#limit = limits.body
  }

  /** The next line; undefined at the end, `too-large` where the body goes on past its limit. */
  async next(): Promise<Line | 'too-large' | undefined> {
    while (this.#lines.length === 0) {
      if (this.#ended) return undefined
      const { value, done } = await this.#reader.read(new Uint8Array(CHUNK))
      this.#bytes += value?.length ?? 0
      if (this.#bytes > this.#limit) {
        await this.cancel()
        return 'too-large'
      }
      this.#ended = done
      // The first is taken from the end.
      this.#lines = (done ? this.#splitter.end() : this.#splitter.push(value)).toReversed()
    }
    return this.#lines.pop()
  }

  /** Whether the next line, or that there is none, is known already. */
  isAtHand(): boolean {
    return this.#lines.length > 0 || this.#ended
  }

  async cancel(): Promise<void> {
    this.#ended = true
    await this.#reader.cancel()
  }
}
