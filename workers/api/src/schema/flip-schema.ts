import { z } from 'zod'
import { statusSchema } from './report-schema.ts'
import { textSchema } from './text-schema.ts'

export const statusOrAbsentSchema = z.union([statusSchema, z.literal('absent')])
export const transitionSchema = z.object({ from: statusOrAbsentSchema, to: statusOrAbsentSchema, count: z.int() })

export const flipsByRequirementSchema = z
  .array(z.object({ requirement: z.string(), flipped: z.int(), transitions: z.array(transitionSchema).readonly() }))
  .readonly()

export const ruleChangeSchema = z
  .object({ kind: z.string(), id: z.string(), text: textSchema })
  .meta({ id: 'RuleChange', description: 'A change of the rules, in words' })
