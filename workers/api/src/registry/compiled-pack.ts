import { planOf, policyOf, type Plan, type Policy } from '@tiaoli/engine'
import { referenceOf, type ReferencePolicy } from '@tiaoli/json-rules-engine'
import type { SqlPort } from '../storage/sql-port.ts'
import type { Pin } from './version-store.ts'
import { storedSource } from './pack-source.ts'

/** A pack ready to evaluate, on both runtimes. */
export class Compiled {
  readonly #plan: Plan
  #policy: Policy | undefined
  #reference: ReferencePolicy | undefined

  constructor(plan: Plan) {
    this.#plan = plan
  }

  get policy(): Policy {
    return (this.#policy ??= policyOf(this.#plan))
  }

  get reference(): ReferencePolicy {
    return (this.#reference ??= referenceOf(this.#plan))
  }
}

/** An isolate has 128 MB, and a compiled pack of the size of Ganzhou's takes a few of them. */
const KEPT = 8

/** Content does not change under its digest, so a compiled pack is good for the life of the isolate. */
const cache = new Map<string, Compiled>()

/**
 * A version, compiled. What is kept is the result, not the promise: one that waits for another request's database
 * would hang in workerd.
 */
export async function compiledVersion(sql: SqlPort, edition: Pin & { sha256: string }): Promise<Compiled> {
  const compiled = cache.get(edition.sha256) ?? new Compiled(planOf(await storedSource(sql, edition)))
  cache.delete(edition.sha256) // to be put last: the first are let go first
  cache.set(edition.sha256, compiled)
  for (const [oldest] of cache) if (cache.size > KEPT) cache.delete(oldest)
  return compiled
}
