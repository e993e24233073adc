/** Words that were exchanged in the whole of a document. A notice may go on to quote it as it was before. */
export class UniformWords {
  readonly #exchanged = new Map<string, string>()

  add(old: string, now: string): void {
    if (old !== now) this.#exchanged.set(old, now)
  }

  /** A quotation as the document says it now. */
  in(quoted: string): string {
    let words = quoted
    for (const [old, now] of this.#exchanged)
      // New words may hold the old ones: what has them already stays.
      words = words
        .split(now)
        .map((part) => part.replaceAll(old, () => now))
        .join(now)
    return words
  }
}
