/** The bytes of bodies that are read or worked on at one time, so that many at once do not take an isolate's memory. */
export class BodyRoom {
  readonly #size: number
  readonly #byCaller = new Map<string, number>()
  #taken = 0

  constructor(size: number) {
    this.#size = size
  }

  /** Takes room for more bytes; whether there is some. One caller gets half of it at most, so that others have some. */
  take(caller: string, bytes: number): boolean {
    const own = (this.#byCaller.get(caller) ?? 0) + bytes
    if (own > this.#size / 2 || this.#taken + bytes > this.#size) return false
    this.#byCaller.set(caller, own)
    this.#taken += bytes
    return true
  }

  giveBack(caller: string, bytes: number): void {
    const own = (this.#byCaller.get(caller) ?? 0) - bytes
    if (own > 0) this.#byCaller.set(caller, own)
    else this.#byCaller.delete(caller)
    this.#taken -= bytes
  }
}
