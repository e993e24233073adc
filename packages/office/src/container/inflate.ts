/** Part of every platform that the packages run on, but not of the language. */
declare const DecompressionStream: new (format: 'deflate-raw') => {
  readonly writable: { getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> } }
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> }
  }
}

/** Unpacks deflated bytes that are said to be of a size. Undefined where they are not: it stops at the first byte too many. */
export async function inflate(bytes: Uint8Array, size: number): Promise<Uint8Array | undefined> {
  const unpacked = new Uint8Array(size)
  const { writable, readable } = new DecompressionStream('deflate-raw')
  const [writer, reader] = [writable.getWriter(), readable.getReader()]
  // What is wrong with the bytes is told to the reader as well.
  const written = Promise.allSettled([writer.write(bytes), writer.close()])
  let length = 0
  try {
    for (let chunk = await reader.read(); chunk.value && !chunk.done; chunk = await reader.read()) {
      // What is more than the size does not fit.
      unpacked.set(chunk.value, length)
      length += chunk.value.length
    }
    await written
  } catch {
    await reader.cancel().catch(() => undefined)
    return undefined
  }
  return length === size ? unpacked : undefined
}
