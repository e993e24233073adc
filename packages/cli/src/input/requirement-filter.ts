import { closestName, type Plan } from '@tiaoli/engine'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'

/** The option `requirements` of the engine for `--requirement`. Throws `Failure` for an id that the pack does not have. */
export function requirementFilter({ requirements }: Plan, ids: readonly string[] | undefined) {
  if (ids === undefined) return {}
  const known = new Set(requirements.map(({ id }) => id))
  for (const id of ids)
    if (!known.has(id)) throw new Failure('noSuchRequirement', [id, closestName(id, known)], EXIT.usage)
  return { requirements: ids }
}
