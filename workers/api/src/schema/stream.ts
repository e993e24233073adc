import { z } from 'zod'
import { evaluationSchema } from './evaluation.ts'

/** The first line of a stream. */
export const streamHeadSchema = evaluationSchema
  .omit({ ledger: true, runtime: true })
  .extend({
    scope: z.string().meta({ description: 'What the records are', example: 'firm' }),
    context: z.looseObject({}).optional().meta({
      description: 'The ledger around the records, without them: counties, joint branches',
    }),
    within: z.string().max(1000).optional().meta({
      description:
        'Pointer in context to the record that the streamed ones belong to; needed, here or in each line, where there are several',
      example: '/counties/0',
    }),
  })
  .meta({ id: 'StreamHead' })
