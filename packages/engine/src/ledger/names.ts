import type { Scope } from '../model/scope.ts'
import type { Value } from '../values/value.ts'
import type { Records } from './read-ledger.ts'
import type { Subject } from './subject.ts'

const NOBODY: readonly Subject[] = []

/** Records by the id that they were given. */
export class Names {
  readonly #around: Names | undefined
  #byScope: Map<Scope, ReadonlyMap<Value, readonly Subject[]>> | undefined

  /** Those of some scopes that have ids, beside those that are known already. */
  constructor(scopes: readonly Scope[], records: Records, around?: Names) {
    this.#around = around
    for (const scope of scopes) {
      const subjects = records.get(scope)!
      if (subjects.length > 0) (this.#byScope ??= new Map()).set(scope, byId(subjects, scope.id!.slot))
    }
  }

  /** The records of a scope that have an id; several, where it was given to more than one. */
  find(scope: Scope, id: Value): readonly Subject[] {
    return this.#byScope?.get(scope)?.get(id) ?? this.#around?.find(scope, id) ?? NOBODY
  }
}

function byId(subjects: readonly Subject[], slot: number): ReadonlyMap<Value, readonly Subject[]> {
  const known = new Map<Value, Subject[]>()
  for (const subject of subjects) {
    const id = subject.values[slot]!
    const before = known.get(id)
    if (before) before.push(subject)
    else known.set(id, [subject])
  }
  return known
}
