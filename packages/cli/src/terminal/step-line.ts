import type { Output } from './output.ts'

/** Characters of a ledger, or bytes of workbooks, with which work takes longer than a moment. */
export const LONG_INPUT = 500_000

/**
 * Says what is being done, on one line that is wiped once it is done: for work that cannot say how far it is. Written only
 * in a terminal, and only where the input is long.
 */
export class StepLine {
  readonly #out: Output
  readonly #isShown: boolean

  /** `size` is that of the input. */
  constructor(out: Output, size: number) {
    this.#out = out
    this.#isShown = out.isTerminal && size >= LONG_INPUT
  }

  /** Does some work, and says so while it lasts. Signals such as Ctrl-C are let through before. */
  async during<T>(step: string, work: () => T | Promise<T>): Promise<T> {
    if (!this.#isShown) return work()
    await this.#out.write(step)
    await new Promise(setImmediate)
    try {
      return await work()
    } finally {
      await this.#out.write(WIPE)
    }
  }
}

const WIPE = '\r\u001b[K'
