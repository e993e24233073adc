import { z } from 'zod'
import { schemaReference, textSchema } from './common-schema.ts'

const percentSchema = z.number().min(0).max(100)

export const qualityFileSchema = z
  .strictObject({
    ...schemaReference,
    coverage: percentSchema.optional().meta({
      description: 'Per cent of statuses, truth values, exceptions, notes and dated values that cases show',
    }),
    mutation: percentSchema.optional().meta({
      description: 'Per cent of the mutants that cases notice, without those of mutants.json',
    }),
    reasons: z
      .strictObject({ coverage: textSchema.optional(), mutation: textSchema.optional() })
      .optional()
      .meta({ description: 'Why a bound is below 100: what the cases cannot show' }),
  })
  .meta({ title: 'quality.json', description: 'How much the cases have to show' })
export type Quality = z.infer<typeof qualityFileSchema>
