import { LineSplitter, type Line } from '@tiaoli/engine/plan'

/** Bytes requested at once; by default, workerd passes on a body in chunks of 4 kB. */
const CHUNK_BYTES = 65_536

/** The lines of a body, one by one: no more of the body is read than is needed. */
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

  /** The next line; undefined at the end; `too-large` if the body exceeds its limit. */
  async next(): Promise<Line | 'too-large' | undefined> {
    while (this.#lines.length === 0) {
      if (this.#ended) return undefined
      const { value, done } = await this.#reader.read(new Uint8Array(CHUNK_BYTES))
      this.#bytes += value?.length ?? 0
      if (this.#bytes > this.#limit) {
        await this.cancel()
        return 'too-large'
      }
      this.#ended = done
      // In reverse, since lines are taken from the end.
      this.#lines = (done ? this.#splitter.end() : this.#splitter.push(value)).toReversed()
    }
    return this.#lines.pop()
  }

  /** Whether the next line, or the end, has arrived. */
  isReady(): boolean {
    return this.#lines.length > 0 || this.#ended
  }

  async cancel(): Promise<void> {
    this.#ended = true
    await this.#reader.cancel()
  }
}
