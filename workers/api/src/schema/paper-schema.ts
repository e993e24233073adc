import { PAPER_KINDS } from '@tiaoli/office/papers'
import { z } from 'zod'
import { packParam } from './edition-schema.ts'
import { evaluationSchema, judgedLedgerSchema } from './evaluation-schema.ts'
import { languageSchema } from './text-schema.ts'

export const paperParam = packParam.extend({
  kind: z.enum(PAPER_KINDS).meta({ description: 'The kind of paper, as in docs/papers.md', example: 'problems' }),
})

/** The body for papers: what `tiaoli papers` takes, under the same words. */
export const paperRequestSchema = judgedLedgerSchema
  .extend({
    ...evaluationSchema.pick({ version: true }).shape,
    names: z
      .record(z.string(), z.string())
      .optional()
      .meta({
        description: 'Names of organizations by id, where the ledger does not give them, as an import gives them',
        example: { F1: '江西楚天律师事务所' },
      }),
    language: languageSchema.optional().meta({ description: 'By default the first of the pack' }),
  })
  .meta({ id: 'PaperRequest' })
