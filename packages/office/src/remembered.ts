/** Texts of which something is remembered at one time, and letters of the longest. */
const MOST = 20_000
const LONGEST = 200

const memories: { clear: () => void }[] = []

/** What was found of texts; forgotten with all others, and where there are too many. */
export class Memory<T> {
  readonly #found = new Map<string, T>()

  constructor() {
    memories.push(this.#found)
  }

  of(text: string, find: () => T): T {
    if (text.length > LONGEST) return find()
    const known = this.#found.get(text)
    if (known !== undefined) return known
    if (this.#found.size >= MOST) this.#found.clear()
    const found = find()
    this.#found.set(text, found)
    return found
  }
}

/**
 * What is found of a text, found once however often the text comes again: of a cell it is asked for every name that may
 * be in it. Only for functions of a module: what remembers is never given up.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const memory = new Memory<T>()
  return (text) => memory.of(text, () => of(text))
}

/** Forgets all texts: nobody’s cells are kept longer than they are worked on. */
export function forgetTexts(): void {
  for (const memory of memories) memory.clear()
}
