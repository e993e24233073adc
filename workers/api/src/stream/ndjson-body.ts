import { OneLanguage, type Language } from '@tiaoli/engine/plan'

/** Characters that are gathered before they are sent, while more input is available. */
const CHUNK_LENGTH = 65_536

/** Values that become the lines of a response, one by one. */
export interface LineSource {
  /** The next value; undefined at the end. */
  next(): Promise<object | undefined>
  /** Whether the next value needs no more input from the caller. */
  isReady(): boolean
  cancel(): Promise<void>
}

/** The same values with their texts in one language. */
export function inLanguage(language: Language, source: LineSource): LineSource {
  const wording = new OneLanguage(language)
  return {
    async next() {
      const value = await source.next()
      return value && wording.of(value)
    },
    isReady: () => source.isReady(),
    cancel: () => source.cancel(),
  }
}

/**
 * NDJSON: the values of `first`, then those of the source. Lines are made no faster than they are taken, and never held
 * back while the caller sends nothing, since the caller may be waiting for them.
 */
export function ndjsonBody(first: readonly object[], source: LineSource): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let pending = first.map(toLine).join('')
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let isEnded = false
        while (pending === '' || (pending.length < CHUNK_LENGTH && source.isReady())) {
          const value = await source.next()
          isEnded = value === undefined
          if (value === undefined) break
          pending += toLine(value)
        }
        if (pending !== '') controller.enqueue(encoder.encode(pending))
        pending = ''
        if (isEnded) controller.close()
      },
      cancel: () => source.cancel(),
    },
    { highWaterMark: 0 },
  )
}

function toLine(value: object): string {
  return `${JSON.stringify(value)}\n`
}
