import { evaluateOptionsSchema, optionFaults } from '@tiaoli/engine/plan'
import { z } from 'zod'
import { statusSchema } from './report-schema.ts'

const { shape } = evaluateOptionsSchema

/** Options of the engine within the bounds of one request. */
export const boundedOptions = {
  profile: meaning(shape.profile, z.string().max(100).optional()),
  requirements: meaning(shape.requirements, z.array(z.string()).max(1000).optional()),
  subjects: meaning(shape.subjects, z.array(z.string().max(1000)).max(1000).optional()),
  scopes: meaning(shape.scopes, z.array(z.string()).max(100).optional()),
  periods: meaning(shape.periods, shape.periods.unwrap().max(30).optional()),
  statuses: meaning(shape.statuses, z.array(statusSchema).max(100).optional()),
}

/** A schema that means the same as an option of the engine: its description, and what is said where it does not fit. */
export function meaning<S extends z.ZodType>(option: z.ZodType, schema: S): S {
  const described = schema.meta(option.meta() ?? {})
  const fault = optionFaults.get(option)
  if (fault) optionFaults.add(described, fault)
  return described
}
