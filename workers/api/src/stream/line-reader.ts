import { LineSplitter, type Line } from '@tiaoli/engine/plan'

/** Bytes requested at once; by default, workerd passes on a body in chunks of 4 kB. */
const CHUNK_BYTES = 65_536
const NO_BYTES = new Uint8Array()

interface ByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>
  cancel(): Promise<void>
}

/** Reads in large parts if the body can be asked for them, as on workerd; elsewhere in the parts in which it comes. */
function readerOf(body: ReadableStream<Uint8Array>): ByteReader {
  let reader: ReadableStreamBYOBReader
  try {
    reader = body.getReader({ mode: 'byob' })
  } catch {
    return body.getReader()
  }
  return { read: () => reader.read(new Uint8Array(CHUNK_BYTES)), cancel: () => reader.cancel() }
}

/** Why a body has no further lines before its end: it exceeds its limit, or the caller went away. */
export type BodyFault = 'too-large' | 'incomplete'

/** The lines of a body, one by one: no more of the body is read than is needed. */
export class LineReader {
  readonly #reader: ByteReader
  readonly #splitter: LineSplitter
  readonly #limit: number
  #lines: Line[] = []
  #bytes = 0
  #ended = false

  /** `limits` are the longest line and the whole body, in bytes. */
  constructor(body: ReadableStream<Uint8Array>, limits: { line: number; body: number }) {
    this.#reader = readerOf(body)
    this.#splitter = new LineSplitter(limits.line)
    this.#limit = limits.body
  }

  /** The next line; undefined at the end. */
  async next(): Promise<Line | BodyFault | undefined> {
    while (this.#lines.length === 0) {
      if (this.#ended) return undefined
      const read = await this.#reader.read().catch(() => undefined)
      if (!read) {
        this.#ended = true
        return 'incomplete'
      }
      const { value = NO_BYTES, done } = read
      this.#bytes += value.length
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
