/** Thrown where looking something through takes more than it may. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork'
}

/** How many steps something may still take: the same on every machine. */
export class Work {
  #left: number

  constructor(steps = Infinity) {
    this.#left = steps
  }

  spend(steps: number): void {
    this.#left -= steps
    if (this.#left < 0) throw new TooMuchWork()
  }
}
