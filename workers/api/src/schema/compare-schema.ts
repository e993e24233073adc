import { z } from 'zod'
import { candidateSchema } from './candidate-schema.ts'
import { editionSchema, versionNumber } from './edition-schema.ts'
import { evaluationSchema, judgedLedgerSchema } from './evaluation-schema.ts'
import { answerInLanguage } from './in-one-language.ts'
import { flipsByRequirementSchema, statusOrAbsentSchema, ruleChangeSchema, transitionSchema } from './flip-schema.ts'

/** The most flips that are listed for each transition of a requirement. */
export const MAX_LISTED_FLIPS = 1000

export const compareRequestSchema = judgedLedgerSchema
  .extend({
    ...evaluationSchema.pick({ language: true }).shape,
    from: versionNumber.optional().meta({ description: 'The version to compare with, by default the published one' }),
    to: candidateSchema,
  })
  .meta({ id: 'CompareRequest' })

const flipSchema = z
  .object({
    requirement: z.string(),
    subject: z.object({ scope: z.string(), id: z.string(), pointer: z.string() }),
    period: z.int().optional(),
    from: statusOrAbsentSchema,
    to: statusOrAbsentSchema,
  })
  .meta({ id: 'Flip', description: 'A finding whose status changes. `absent`: one side does not have the finding' })

export const comparisonSchema = z.object({
  from: editionSchema,
  to: z.object({ sha256: z.string() }),
  rules: z.array(ruleChangeSchema),
  compared: z.int().meta({ description: 'Number of findings of either side' }),
  flipped: z.int().meta({ description: 'Number of findings whose status differs' }),
  transitions: z.array(transitionSchema).readonly(),
  requirements: flipsByRequirementSchema,
  flips: z
    .array(flipSchema)
    .readonly()
    .meta({ description: `At most ${MAX_LISTED_FLIPS} for each transition of a requirement` }),
})

/** The comparison if the request chose one language. */
export const comparisonInLanguageSchema = answerInLanguage(comparisonSchema)
