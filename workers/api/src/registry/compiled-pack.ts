import type { PackSource, Policy } from '@tiaoli/engine'
import { isUnread, planOf, type Plan } from '@tiaoli/engine/plan'
import { policyOf } from '@tiaoli/engine/runtime'
import { compileReference, type ReferencePolicy } from '@tiaoli/json-rules-engine'
import type { SqlPort } from '../storage/sql-port.ts'
import { loadVersion, type LoadedVersion } from './pack-source.ts'
import type { Pin } from './version-store.ts'

/** A pack ready to evaluate, on both runtimes. */
export class CompiledPack {
  readonly #source: PackSource
  readonly #plan: Plan
  readonly #inOthers = new Map<string, CompiledPack>()
  #policy: Policy | undefined
  #reference: ReferencePolicy | undefined

  constructor({ source, plan }: LoadedVersion) {
    this.#source = source
    this.#plan = plan
  }

  /** The pack read in one of its languages, where that is not so already. */
  readIn(language: string): CompiledPack {
    if (!isUnread(this.#plan.pack, this.#plan.reading, language)) return this
    const source = { ...this.#source, language }
    const read = this.#inOthers.get(language) ?? new CompiledPack({ source, plan: planOf(source) })
    this.#inOthers.set(language, read)
    return read
  }

  get source(): PackSource {
    return this.#source
  }

  get policy(): Policy {
    return (this.#policy ??= policyOf(this.#plan))
  }

  get reference(): ReferencePolicy {
    return (this.#reference ??= compileReference(this.policy))
  }
}

/** An isolate has 128 MB, and a compiled pack of the size of Ganzhou's takes a few of them. */
const MAX_CACHED = 8

/** Compiled versions by digest, the most recently used last. Content under a digest never changes. */
const compiledPacks = new Map<string, CompiledPack>()

/**
 * A version, compiled; throws where it is not what was approved. The cache holds results and not promises: in workerd,
 * awaiting a promise that belongs to another request would hang.
 */
export async function compiledVersion(sql: SqlPort, version: Pin & { sha256: string }): Promise<CompiledPack> {
  const { sha256 } = version
  const compiled = compiledPacks.get(sha256) ?? new CompiledPack(await loadVersion(sql, version))
  compiledPacks.delete(sha256) // so that it becomes the last
  compiledPacks.set(sha256, compiled)
  for (const [oldest] of compiledPacks) if (compiledPacks.size > MAX_CACHED) compiledPacks.delete(oldest)
  return compiled
}
