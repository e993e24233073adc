import { z } from 'zod'
import { editionSchema } from './edition-schema.ts'
import { evaluationSchema } from './evaluation-schema.ts'
import { findingSchema, statusSchema, verdictSchema } from './report-schema.ts'
import { textSchema } from './text-schema.ts'

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

/** Every other line of a stream. */
export const streamRecordSchema = z
  .union([
    z.strictObject({
      within: z.string().meta({ description: 'Pointer in context to the record that this one belongs to' }),
      record: z.looseObject({}),
    }),
    z.looseObject({}),
  ])
  .meta({ id: 'StreamRecord', description: 'A record of the scope, or one beside its place' })

/** Where one language was asked for, a text is a string. */
const wordsSchema = z.union([textSchema, z.string()])
const wordedSchema = z.looseObject({ requirement: z.string(), status: statusSchema, title: z.string() })
const findingsSchema = z.array(z.union([findingSchema, wordedSchema, verdictSchema]))
const position = z.int().meta({ description: 'Place among the records, from 0' })
const line = z.int().meta({ description: 'From 1; the head is the first' })

/** Every line of the answer to a stream. */
export const streamAnswerSchema = z
  .discriminatedUnion('type', [
    z
      .object({
        type: z.literal('start'),
        edition: editionSchema,
        asOf: z.string(),
        scope: z.string(),
        language: z.enum(['zh', 'en']).optional(),
      })
      .meta({ id: 'StreamStart' }),
    z
      .object({ type: z.literal('record'), line, position, id: z.string().optional(), findings: findingsSchema })
      .meta({ id: 'StreamFindings' }),
    z
      .object({
        type: z.literal('error'),
        line,
        position,
        errors: z.array(
          z.object({
            pointer: z.string().meta({ description: 'RFC 6901 pointer into the record' }),
            code: z.string(),
            detail: wordsSchema,
            suggestion: z.string().optional(),
          }),
        ),
      })
      .meta({ id: 'StreamError', description: 'A record that was not evaluated; the next one is' }),
    z
      .object({
        type: z.literal('end'),
        complete: z.boolean().meta({ description: 'false where the stream was cut at its limit' }),
        stopped: z.object({ code: z.string(), detail: wordsSchema }).optional(),
        records: z.int(),
        invalid: z.int(),
        findings: findingsSchema.meta({ description: 'On the records around, from totals' }),
        notEvaluated: z
          .array(z.object({ id: z.string(), text: wordsSchema }))
          .meta({ description: 'Requirements and checks that need the whole ledger, with the reason' }),
      })
      .meta({ id: 'StreamEnd', description: 'The last line' }),
  ])
  .meta({ id: 'StreamAnswer' })
