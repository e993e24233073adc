import type { Bytes } from './truths.ts'

const FIRST_CHUNK = 1024
const LARGEST_CHUNK = 65_536

/** Makes arrays in common pieces of memory: for a few records, a piece for each would cost more than what is done with it. */
export class Arena {
  #chunk = new ArrayBuffer(0)
  #used = 0
  #next = FIRST_CHUNK

  bytes(records: number): Bytes {
    const words = Math.ceil(records / 4)
    const at = this.#take(4 * words)
    return { bytes: new Uint8Array(this.#chunk, at, 4 * words), words: new Int32Array(this.#chunk, at, words) }
  }

  numbers(records: number): Float64Array {
    const at = this.#take(8 * records)
    return new Float64Array(this.#chunk, at, records)
  }

  /** A place for so many bytes in the current chunk. */
  #take(length: number): number {
    let at = this.#used
    if (at + length > this.#chunk.byteLength) {
      this.#chunk = new ArrayBuffer(Math.max(length, this.#next))
      this.#next = Math.min(2 * this.#next, LARGEST_CHUNK)
      at = 0
    }
    this.#used = Math.ceil((at + length) / 8) * 8
    return at
  }
}
