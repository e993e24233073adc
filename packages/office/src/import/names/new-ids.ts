import { keyOf } from '../../values/words.ts'

/** Gives ids that no other record has: those under which names were known before, and new ones. */
export class NewIds {
  /** Ids of organizations that were known before, by name. */
  readonly #known: ReadonlyMap<string, string>
  readonly #taken: ReadonlySet<string>
  readonly #given = new Set<string>()
  readonly #counts = new Map<string, number>()

  /** `known`: names by id. `taken`: ids that are of others. */
  constructor(known: Readonly<Record<string, string>>, taken: Iterable<string> = []) {
    this.#known = new Map(Object.entries(known).map(([id, name]) => [keyOf(name), id]))
    this.#taken = new Set([...this.#known.values(), ...taken])
  }

  /** Whether a name was known before. */
  isKnown(name: string): boolean {
    return this.#known.has(keyOf(name))
  }

  /** The id of a name that was known before, if it is not given yet, or a new one. */
  idOf(name: string, kind: string): string {
    const known = this.#known.get(keyOf(name))
    if (known === undefined || this.#given.has(known)) return this.mint(kind)
    this.take(known)
    return known
  }

  /** An id that a record has already. */
  take(id: string): void {
    this.#given.add(id)
  }

  /** A new id. */
  mint(kind: string): string {
    let id: string
    do {
      const count = (this.#counts.get(kind) ?? 0) + 1
      this.#counts.set(kind, count)
      id = `${kind}-${String(count)}`
    } while (this.#taken.has(id))
    return id
  }
}
