import { NOTICE_CODES } from '@tiaoli/engine/names'
import { streamOptionsSchema } from '@tiaoli/engine/plan'
import { z } from 'zod'
import { boundedOptions, meaning } from './bounded-options.ts'
import { editionSchema } from './edition-schema.ts'
import { evaluationSchema } from './evaluation-schema.ts'
import { inOneLanguage } from './in-one-language.ts'
import { conflictSchema, findingSchema, verdictSchema } from './report-schema.ts'
import { languageSchema, textSchema } from './text-schema.ts'

/** The first line of a stream. */
export const streamHeadSchema = streamOptionsSchema
  .omit({ maxDecisions: true })
  .extend({
    ...boundedOptions,
    ...evaluationSchema.pick({ version: true, language: true }).shape,
    context: meaning(streamOptionsSchema.shape.context, z.looseObject({}).optional()),
    within: meaning(streamOptionsSchema.shape.within, z.string().max(1000).optional()),
  })
  .meta({ id: 'StreamHead' })

/** Every other line of a stream. */
export const streamRecordSchema = z
  .union([
    z.strictObject({
      within: z.string().meta({ description: 'Pointer in `context` to the parent of this record' }),
      record: z.looseObject({}),
    }),
    z.looseObject({}),
  ])
  .meta({ id: 'StreamRecord', description: 'A record, or an object with a record and the pointer to its parent' })

/** A text, or a string if the request chose one language. */
const textOrStringSchema = z.union([textSchema, z.string()])
const findingsSchema = z.array(z.union([findingSchema, inOneLanguage(findingSchema), verdictSchema]))
const conflictsSchema = z.array(z.union([conflictSchema, inOneLanguage(conflictSchema)]))
const position = z.int().meta({ description: 'Number of the record, from 0' })
const line = z.int().meta({ description: 'Number of the line, from 1; the head is line 1' })

/** What is wrong with a part of a stream. */
function errorsIn(part: string) {
  return z.array(
    z.object({
      pointer: z.string().meta({ description: `RFC 6901 pointer into ${part}` }),
      line: z.int().optional().meta({ description: 'As of the answer, if the line is not acceptable JSON' }),
      column: z.int().optional(),
      code: z.string(),
      detail: textOrStringSchema,
      suggestion: z.string().optional(),
    }),
  )
}

/** Every line of the response to a stream. */
export const streamAnswerSchema = z
  .discriminatedUnion('type', [
    z
      .object({
        type: z.literal('start'),
        edition: editionSchema,
        asOf: z.string(),
        scope: z.string(),
        language: languageSchema.optional(),
      })
      .meta({ id: 'StreamStart' }),
    z
      .object({
        type: z.literal('record'),
        line,
        position,
        id: z.string().optional(),
        findings: findingsSchema,
        conflicts: conflictsSchema.meta({ description: 'What does not agree in the record' }),
      })
      .meta({ id: 'StreamFindings' }),
    z
      .object({
        type: z.literal('error'),
        line,
        position,
        errors: errorsIn('the record'),
      })
      .meta({
        id: 'StreamError',
        description: 'A record that could not be evaluated. The stream continues with the next',
      }),
    z
      .object({
        type: z.literal('end'),
        complete: z.boolean().meta({
          description:
            'false if the stream was cut off: at a limit, at a fault that all its lines share, because the token ended, or before its last line came',
        }),
        stopped: z.object({ code: z.string(), detail: textOrStringSchema }).optional(),
        records: z.int(),
        invalid: z.int(),
        findings: findingsSchema.meta({ description: 'Findings on the records in `context`, based on totals' }),
        conflicts: conflictsSchema.meta({ description: 'What does not agree in `context`' }),
        notices: z
          .array(z.object({ code: z.enum(NOTICE_CODES), text: textOrStringSchema }))
          .meta({ description: 'What a reader has to know before the findings' }),
        notEvaluated: z
          .array(z.object({ id: z.string(), text: textOrStringSchema }))
          .meta({ description: 'Requirements, checks, ids and references that need the whole ledger, and why' }),
        errors: errorsIn('the head')
          .optional()
          .meta({ description: 'Names in `subjects` that no record has; absent if the stream was cut off' }),
      })
      .meta({ id: 'StreamEnd', description: 'The last line' }),
  ])
  .meta({ id: 'StreamAnswer' })
