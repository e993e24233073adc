import type { PackSource } from '@tiaoli/engine'
import type { LoadedPack } from '../load-or-throw.ts'
import type { Insertion } from '../scaffold/insert-entries.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import { changeBy, type Ground } from './ground.ts'

/** A requirement that holds no longer from a day on. */
export interface RequirementEnd {
  requirement: string
  /** The first day on which it no longer holds, `YYYY-MM-DD`. */
  from: string
}

export function endRequirement(
  source: PackSource,
  pack: LoadedPack,
  { requirement, from }: RequirementEnd,
  ground: Ground,
): Insertion[] {
  if (!pack.plan.requirements.some(({ id }) => id === requirement))
    throw new ScaffoldError('no-requirement', requirement)
  return changeBy(source, pack, ground, { ends: [{ requirement }], from })
}
