import { PAPER_KINDS } from '@tiaoli/office/papers'
import { z } from 'zod'
import { MAX_TEMPLATE_LETTERS } from '../limits/workbook-limits.ts'
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
    template: z.base64().min(1).max(MAX_TEMPLATE_LETTERS).optional().meta({
      description:
        'For notices: a Word file (.docx) of the office with placeholders, in base64; docs/papers.md lists them',
    }),
    language: languageSchema.optional().meta({ description: 'By default the first of the pack' }),
  })
  .meta({ id: 'PaperRequest' })
