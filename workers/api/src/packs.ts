import { compile, nearest, type PackSource, type Policy } from '@tiaoli/engine'
import { compileReference } from '@tiaoli/json-rules-engine'
import packs from '@tiaoli/rules'
import { ProblemError } from './problem.ts'

/** A pack bundled with the Worker, compiled when it is first asked for and kept for the life of the isolate. */
export interface BundledPack {
  readonly policy: Policy
  readonly reference: ReturnType<typeof compileReference>
}

class LazyPack implements BundledPack {
  readonly #source: PackSource
  #policy: Policy | undefined
  #reference: ReturnType<typeof compileReference> | undefined

  constructor(source: PackSource) {
    this.#source = source
  }

  get policy(): Policy {
    return (this.#policy ??= compile(this.#source))
  }

  get reference(): ReturnType<typeof compileReference> {
    return (this.#reference ??= compileReference(this.#source))
  }
}

const PACKS: ReadonlyMap<string, BundledPack> = new Map(
  Object.entries(packs).map(([id, source]) => [id, new LazyPack(source)]),
)

export function allPacks(): BundledPack[] {
  return [...PACKS.values()]
}

/** The pack of an id; a 404 with the nearest name where there is none. */
export function findPack(id: string): BundledPack {
  const pack = PACKS.get(id)
  if (!pack) throw new ProblemError('unknown-pack', [], nearest(id, PACKS.keys()))
  return pack
}
