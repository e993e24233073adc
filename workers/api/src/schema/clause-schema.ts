import { z } from 'zod'
import { forceSchema, textSchema } from './text-schema.ts'

export const clauseSchema = z
  .object({
    id: z.string().meta({ description: 'As the pack cites it: by its id, or by document and id' }),
    pack: z.string(),
    document: z.string().meta({ description: 'The id of its document' }),
    place: textSchema.optional().meta({ description: 'Where it is in the document, as one cites it' }),
    text: textSchema.meta({ description: 'The original wording, and a translation' }),
    force: z.enum([...forceSchema.options, 'context']),
    bearer: textSchema.optional(),
    testability: z.enum(['full', 'parameter', 'attestation', 'none']),
    changes: z
      .array(z.looseObject({}))
      .optional()
      .meta({ description: 'What it does to earlier clauses and documents' }),
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
