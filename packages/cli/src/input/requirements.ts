import { closestName, type Plan } from '@tiaoli/engine'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'

/** The requirements that were named, as the engine takes them; refuses by its name one that the pack does not have. */
export function requirementsOf(plan: Plan, named: readonly string[] | undefined) {
  if (named === undefined) return {}
  const known = new Set(plan.requirements.map(({ id }) => id))
  for (const name of named)
    if (!known.has(name)) throw new Failure('noSuchRequirement', [name, closestName(name, known)], EXIT.usage)
  return { requirements: named }
}
