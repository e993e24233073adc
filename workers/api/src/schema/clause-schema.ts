import { z } from 'zod'
import { forceSchema, textSchema } from './text-schema.ts'

export const clauseSchema = z
  .object({
    id: z.string(),
    pack: z.string(),
    zh: z.string().meta({ description: 'The original wording' }),
    en: z.string(),
    force: z.enum([...forceSchema.options, 'context']),
    bearer: textSchema.optional(),
    testability: z.enum(['full', 'parameter', 'attestation', 'none']),
    notEncoded: textSchema.optional().meta({ description: 'Why no requirement encodes the clause' }),
    encodedBy: z
      .array(
        z.object({
          way: z.enum(['requirement', 'exception', 'note', 'parameter']),
          requirement: z.string(),
          id: z.string().meta({ description: 'The exception, note or parameter; otherwise the requirement itself' }),
        }),
      )
      .meta({ description: 'What cites the clause' }),
    cases: z.int().meta({ description: 'Number of cases that expect one of these requirements' }),
  })
  .meta({ id: 'Clause' })
