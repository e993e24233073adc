import { z } from 'zod'
import { evaluateOptionsSchema, type OptionsOf } from './evaluate-options.ts'
import { optionFaults } from './option-faults.ts'

/**
 * The options of a stream. It has no `maxFindings`, which would be one of a whole report: its reader can stop. Nor has
 * it a `language`, in which its reader can put each answer with `OneLanguage`.
 */
export const streamOptionsSchema = evaluateOptionsSchema.omit({ language: true, maxFindings: true }).extend({
  scope: z.string().meta({
    description:
      'The scope of the streamed records; neither that of the whole ledger nor one whose records are keyed by year',
    example: 'firm',
  }),
  context: z.unknown().optional().meta({
    description:
      'The ledger around the records, without them: counties, joint branches and so on. If left out, nothing is known of the parents of the records',
  }),
  within: z
    .string()
    .optional()
    .meta({
      description:
        'Pointer in `context` to the parent of the streamed records. Required, here or with each record, if `context` has several possible parents',
      example: '/counties/0',
    })
    .register(optionFaults, {
      code: 'option-invalid',
      message: { zh: '应为 JSON 指针，如 "/counties/0"。', en: 'Write a JSON pointer, such as "/counties/0".' },
    }),
})

export type RecordStreamOptions = OptionsOf<typeof streamOptionsSchema>
