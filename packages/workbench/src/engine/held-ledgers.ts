/**
 * Ledgers by the numbers that they were given, which grow. Whether one is taken is for the page to say: it asks of the
 * ledger that it shows, and those before that one are not asked about any more.
 */
export class HeldLedgers {
  readonly #ledgers = new Map<number, unknown>()
  #last = 0

  add(ledger: unknown): number {
    this.#ledgers.set(++this.#last, ledger)
    return this.#last
  }

  /** The ledger of a number; none without one. */
  of(number: number | undefined): unknown {
    if (number === undefined) return undefined
    if (!this.#ledgers.has(number)) throw new Error('no such ledger')
    for (const other of this.#ledgers.keys()) if (other < number) this.#ledgers.delete(other)
    return this.#ledgers.get(number)
  }
}
