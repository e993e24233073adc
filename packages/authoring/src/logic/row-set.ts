const BITS = 32

/** A set of the rows of a table. */
export class RowSet {
  readonly #words: Uint32Array
  readonly #rows: number

  private constructor(words: Uint32Array, rows: number) {
    this.#words = words
    this.#rows = rows
  }

  /** The rows of so many in which something holds. */
  static where(rows: number, holds: (row: number) => boolean): RowSet {
    const words = new Uint32Array(RowSet.sizeOf(rows))
    for (let row = 0; row < rows; row++) if (holds(row)) words[Math.floor(row / BITS)]! |= 1 << (row % BITS)
    return new RowSet(words, rows)
  }

  static all(rows: number): RowSet {
    return new RowSet(new Uint32Array(RowSet.sizeOf(rows)), rows).rest()
  }

  /** Steps of an operation on sets of so many rows. */
  static sizeOf(rows: number): number {
    return Math.ceil(rows / BITS)
  }

  and(other: RowSet): RowSet {
    return new RowSet(
      this.#words.map((word, i) => word & other.#words[i]!),
      this.#rows,
    )
  }

  or(other: RowSet): RowSet {
    return new RowSet(
      this.#words.map((word, i) => word | other.#words[i]!),
      this.#rows,
    )
  }

  /** The rows that are not in it. */
  rest(): RowSet {
    const last = this.#rows % BITS
    const words = this.#words.map((word) => ~word)
    if (last > 0) words[words.length - 1]! &= 2 ** last - 1
    return new RowSet(words, this.#rows)
  }

  get isEmpty(): boolean {
    return this.#words.every((word) => word === 0)
  }

  /** Whether all of its rows are in another. */
  isWithin(other: RowSet): boolean {
    return this.#words.every((word, i) => (word & ~other.#words[i]!) === 0)
  }

  meets(other: RowSet): boolean {
    return this.#words.some((word, i) => (word & other.#words[i]!) !== 0)
  }
}
