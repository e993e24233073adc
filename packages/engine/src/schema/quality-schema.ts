import { z } from 'zod'
import { schemaReference, textSchema } from './common-schema.ts'

const percentSchema = z.number().min(0).max(100)

export const qualityFileSchema = z
  .strictObject({
    ...schemaReference,
    coverage: percentSchema.optional().meta({
      description: 'Per cent of the statuses, truth values, exceptions, notes and dated values that cases have to show',
    }),
    mutation: percentSchema.optional().meta({
      description: 'Per cent of the mutants that cases have to notice, those of mutants.json left out',
    }),
    reasons: z
      .strictObject({ coverage: textSchema.optional(), mutation: textSchema.optional() })
      .optional()
      .meta({ description: 'Why a bound is below 100: what the cases cannot show' }),
  })
  .meta({ title: 'quality.json', description: 'How much the cases of the pack have to show; nothing more by default' })
export type Quality = z.infer<typeof qualityFileSchema>
