import type { Profile } from '../schema/parameters-schema.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'

interface Citing {
  readonly clauses?: readonly string[] | undefined
}

/**
 * How clauses are cited. The files of a pack cite those of its first document by their ids, and others by document and
 * id, `notice-2027/a3`. A plan cites all as the files of its own pack do, so entries of used packs are rewritten.
 */
export class ClauseReferences {
  /** The first document of each pack that has one. */
  readonly #firsts: ReadonlyMap<string, string>
  /** That of the pack itself. */
  readonly #own: string | undefined

  constructor(firsts: ReadonlyMap<string, string>, own: string | undefined) {
    this.#firsts = firsts
    this.#own = own
  }

  of(document: string, id: string): string {
    return document === this.#own ? id : `${document}/${id}`
  }

  /** What a file of a pack cites, as the plan does. */
  from(pack: string, cited: string): string {
    const at = cited.indexOf('/')
    if (at >= 0) return this.of(cited.slice(0, at), cited.slice(at + 1))
    const first = this.#firsts.get(pack)
    return first === undefined ? cited : this.of(first, cited)
  }

  /** An entry of a pack's file with its clauses cited as in the plan. */
  in<T extends Citing>(pack: string, entry: T): T {
    return entry.clauses ? { ...entry, clauses: entry.clauses.map((cited) => this.from(pack, cited)) } : entry
  }

  inRequirement(pack: string, entry: RequirementEntry): RequirementEntry {
    const { unless, notes } = entry
    return {
      ...this.in(pack, entry),
      ...(unless ? { unless: unless.map((exception) => this.in(pack, exception)) } : {}),
      ...(notes ? { notes: notes.map((note) => this.in(pack, note)) } : {}),
    }
  }

  inProfile(pack: string, profile: Profile): Profile {
    const parameters = Object.entries(profile.parameters).map(([name, values]) => [
      name,
      values.map((value) => this.in(pack, value)),
    ])
    return { ...profile, parameters: Object.fromEntries(parameters) }
  }
}
