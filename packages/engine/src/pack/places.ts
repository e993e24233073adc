import type { SourcePlace } from './diagnostics.ts'
import type { ConditionNode } from '../plan/expression.ts'
import type { Path } from '../json/pointer.ts'
import type { Resolver } from './resolver.ts'

/** What a pack defines by name, as `DefinitionPlaces` knows it. */
export type DefinedKind =
  | 'requirement'
  | 'fact'
  | 'parameter'
  | 'profile'
  | 'document'
  | 'clause'
  | 'instrument'
  | 'body'
  | 'role'
  | 'scope'
  | 'check'

/** The places of the parts of a plan in the files that they were read from. */
export class DefinitionPlaces {
  readonly #resolver: Resolver

  constructor(resolver: Resolver) {
    this.#resolver = resolver
  }

  /** Where something is named: its id, or the key that is its name. */
  named(kind: DefinedKind, name: string): SourcePlace {
    const spot = this.#resolver.definition(kind, name)
    return spot.file.place(spot.path, true)
  }

  /** A place inside the entry that defines something; the nearest part around it that is there. */
  within(kind: DefinedKind, name: string, ...steps: Path): SourcePlace {
    const { file, path } = this.#resolver.definition(kind, name)
    const entry = IN_LISTS.has(kind) ? path.slice(0, -1) : path
    return file.place([...entry, ...steps])
  }

  /** The place of a condition; undefined for one that the engine made itself, such as that of `effective`. */
  condition(node: ConditionNode): SourcePlace | undefined {
    const spot = this.#resolver.conditions.get(node)
    return spot?.file.place(spot.path)
  }
}

/** Definitions in a list, with an `id` in place of a key. */
const IN_LISTS: ReadonlySet<DefinedKind> = new Set(['requirement', 'clause', 'profile', 'check'])
