import { z } from 'zod'
import { statusSchema } from './report-schema.ts'
import { textSchema } from './text-schema.ts'

const outcomeSchema = z.union([statusSchema, z.literal('absent')])
const transitionSchema = z.object({ from: outcomeSchema, to: outcomeSchema, count: z.int() })

/** By requirement, the findings that change. */
export const flippedSchema = z
  .array(z.object({ requirement: z.string(), flipped: z.int(), transitions: z.array(transitionSchema).readonly() }))
  .readonly()

export const ruleChangeSchema = z
  .object({ kind: z.string(), id: z.string(), text: textSchema })
  .meta({ id: 'RuleChange', description: 'A change of the rules, in words' })

const flipSchema = z
  .object({
    requirement: z.string(),
    subject: z.object({ scope: z.string(), id: z.string(), pointer: z.string() }),
    period: z.int().optional(),
    from: outcomeSchema,
    to: outcomeSchema,
  })
  .meta({ id: 'Flip', description: 'A finding that is decided otherwise; absent is no finding' })

export const comparisonSchema = z.object({
  rules: z.array(ruleChangeSchema),
  compared: z.int().meta({ description: 'Findings that either gave' }),
  flipped: z.int().meta({ description: 'Those that they do not decide alike' }),
  transitions: z.array(transitionSchema).readonly(),
  requirements: flippedSchema,
  flips: z.array(flipSchema).readonly().meta({ description: 'At most 1000 of each transition of a requirement' }),
})
